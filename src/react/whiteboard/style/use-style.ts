import type { AnyToolName, PenStyle } from "../../../canvas/tool.js";
import type { Shape } from "../../../signal/shape.js";
import { useStore, useValue } from "../../use-store.js";
import type { Editor } from "../editor.js";
import {
  restyle,
  shapesAt,
  type SharedStyle,
  sharedStyle,
  type StyleKey,
  styleKeysOf,
  styleKeysOfShapes,
} from "../style-in-force.js";

/** The style in force: of what is selected, or else of what the tool in hand makes next. */
export interface StyleInForce {
  readonly shapes: readonly Shape[];
  readonly style: SharedStyle;
  /** What of it can be chosen. */
  readonly keys: readonly StyleKey[];
  /** Changes it, for what is selected and for what comes next: one step of undo. */
  readonly change: (part: Partial<PenStyle>) => void;
}

/** The style in force, kept up to date. */
export function useStyle({ client, choices, context, selection }: Editor, tool: AnyToolName): StyleInForce {
  const next = useValue(choices.style);
  const selected = useValue(selection);
  const shapes = useStore(client.board, (board) => (board ? shapesAt(board, selected) : []), []);
  const isOfShapes = shapes.length > 0;
  return {
    shapes,
    style: isOfShapes ? sharedStyle(shapes) : next,
    keys: isOfShapes ? styleKeysOfShapes(shapes) : styleKeysOf(tool),
    change(part) {
      choices.style.set({ ...choices.style.get(), ...part });
      if (!isOfShapes) return;
      const end = context.gesture();
      context.send(restyle(shapes, part, context));
      end();
    },
  };
}
