import { useState } from "react";
import type { Theme } from "../../picture/palette.js";
import type { PenStyle } from "../../canvas/tool.js";
import { useStore, useValue } from "../use-store.js";
import type { Editor } from "./editor.js";
import { restyle, shapesAt, sharedStyle, styleKeysOf, styleKeysOfShapes } from "./style-in-force.js";
import { StylePanel } from "./style-panel.js";
import { CustomToolButtons } from "./custom-tools.js";
import { Slot } from "./slots.js";
import { ToolBar } from "./tool-bar.js";

export interface DockProps {
  readonly editor: Editor;
  readonly theme: Theme;
}

/** The tools, and above them the style of what comes next or of what is selected. */
export function Dock({ editor, theme }: DockProps) {
  const { client, choices, context } = editor;
  const [isStyleOpen, setStyleOpen] = useState(false);
  const tool = useValue(choices.tool);
  const nextStyle = useValue(choices.style);
  const history = useValue(client.history);
  const selected = useValue(editor.selection);
  const shapes = useStore(client.board, (board) => (board ? shapesAt(board, selected) : []), []);

  const keys = shapes.length > 0 ? styleKeysOfShapes(shapes) : styleKeysOf(tool);
  const change = (part: Partial<PenStyle>) => {
    choices.style.set({ ...choices.style.get(), ...part });
    if (shapes.length === 0) return;
    const end = context.gesture();
    context.send(restyle(shapes, part));
    end();
  };
  return (
    <div className="inktape-dock" data-style-open={isStyleOpen || undefined}>
      <Slot name="StylePanel">
        {keys.length > 0 && (
          <StylePanel
            style={shapes.length > 0 ? sharedStyle(shapes) : nextStyle}
            keys={keys}
            theme={theme}
            onChange={change}
          />
        )}
      </Slot>
      <Slot name="Toolbar">
        <ToolBar
          tool={tool}
          onTool={(next) => choices.tool.set(next)}
          history={history}
          onUndo={() => client.undo()}
          onRedo={() => client.redo()}
          isStyleOpen={isStyleOpen}
          onToggleStyle={() => setStyleOpen(!isStyleOpen)}
        >
          <CustomToolButtons choices={choices} />
        </ToolBar>
      </Slot>
    </div>
  );
}
