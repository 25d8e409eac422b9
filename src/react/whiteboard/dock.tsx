import { useValue } from "../use-store.js";
import type { Theme } from "../../picture/palette.js";
import type { Editor } from "./editor.js";
import { CustomToolButtons } from "./custom-tools.js";
import { PenModeExit } from "./pen-mode-exit.js";
import { Slot } from "./slots.js";
import { EraserPanel } from "./style/eraser-panel.js";
import { StyleDock } from "./style/style-dock.js";
import { useStyle } from "./style/use-style.js";
import { takeTool } from "./tools/take-tool.js";
import { ToolBar } from "./tools/tool-bar.js";

export interface DockProps {
  readonly editor: Editor;
  readonly theme: Theme;
  /** As on a phone: few tools, and the style as a sheet over them. */
  readonly isCompact: boolean;
  /** Whether the style is opened by a button, because it would cover much of the board. */
  readonly isStyleFolded: boolean;
}

/** The tools, and the style of what comes next or of what is selected. */
export function Dock({ editor, theme, isCompact, isStyleFolded }: DockProps) {
  const { choices } = editor;
  const isStyleOpen = useValue(choices.isStyleOpen);
  const tool = useValue(choices.tool);
  const isKept = useValue(choices.isToolKept);
  const style = useStyle(editor, tool);
  const isErasing = tool === "eraser" && style.shapes.length === 0;
  const hasStyle = style.keys.length > 0 || style.shapes.length > 0 || isErasing;
  return (
    <>
      <Slot name="StylePanel">
        {hasStyle &&
          (!isStyleFolded || isStyleOpen) &&
          (isErasing ? <EraserPanel choices={choices} /> : <StyleDock editor={editor} theme={theme} style={style} />)}
      </Slot>
      <div className="inktape-dock">
        <PenModeExit choices={choices} />
        <Slot name="Toolbar">
          <ToolBar
            tool={tool}
            onTool={(next) => takeTool(editor, next)}
            isKept={isKept}
            onKeep={(next) => choices.isToolKept.set(next)}
            isCompact={isCompact}
            isStyleFolded={isStyleFolded}
            isStyleOpen={hasStyle ? isStyleOpen : null}
            onToggleStyle={() => hasStyle && choices.isStyleOpen.set(!isStyleOpen)}
          >
            <CustomToolButtons choices={choices} />
          </ToolBar>
        </Slot>
      </div>
    </>
  );
}
