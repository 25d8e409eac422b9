import type { AnyToolName, LineHeads } from "../../../canvas/tool.js";
import type { LineShape, Shape } from "../../../signal/shape.js";
import { useValue } from "../../use-store.js";
import { perform } from "../commands/change.js";
import type { Editor } from "../editor.js";
import { headsShown, linesAmong, type SharedHeads, sharedHeads } from "./line-heads.js";

/** What stands at the ends of the lines that are selected, or else of the one that is drawn next. */
export interface HeadsInForce {
  readonly heads: SharedHeads;
  /** Changes it, for what is selected and for what comes next of these kinds: one step of undo. */
  readonly change: (part: Partial<LineHeads>) => void;
}

/** The heads in force, kept up to date; null where there are no lines to have any. */
export function useHeads(editor: Editor, shapes: readonly Shape[]): HeadsInForce | null {
  const { choices } = editor;
  const next = useValue(choices.heads);
  const drawn = kindDrawnBy(useValue(choices.tool));
  const lines = linesAmong(shapes);
  const keep = (kinds: readonly LineShape["kind"][], part: Partial<LineHeads>) =>
    choices.heads.set({ ...next, ...Object.fromEntries(kinds.map((kind) => [kind, { ...next[kind], ...part }])) });
  if (shapes.length > 0) {
    if (lines.length === 0) return null;
    return {
      heads: sharedHeads(lines),
      change(props) {
        keep(
          lines.map(({ kind }) => kind),
          props,
        );
        perform(
          editor,
          lines.map(({ id }) => ({ type: "shape.set", id, props })),
        );
      },
    };
  }
  return drawn && { heads: headsShown(drawn, next[drawn]), change: (part) => keep([drawn], part) };
}

function kindDrawnBy(tool: AnyToolName): LineShape["kind"] | null {
  return tool === "line" || tool === "arrow" ? tool : null;
}
