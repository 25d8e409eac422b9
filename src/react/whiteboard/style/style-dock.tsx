import type { Theme } from "../../../picture/palette.js";
import type { Editor } from "../editor.js";
import { Heads } from "./heads.js";
import { SelectionActions } from "./selection-actions.js";
import { StylePanel } from "./style-panel.js";
import { useHeads } from "./use-heads.js";
import type { StyleInForce } from "./use-style.js";

export interface StyleDockProps {
  readonly editor: Editor;
  readonly theme: Theme;
  readonly style: StyleInForce;
}

/** The style in force, and what else can be done with a selection. */
export function StyleDock({ editor, theme, style: { shapes, style, keys, change } }: StyleDockProps) {
  const heads = useHeads(editor, shapes);
  return (
    <StylePanel style={style} keys={keys} theme={theme} onChange={change}>
      {heads && <Heads heads={heads.heads} onChange={heads.change} />}
      {shapes.length > 0 && <SelectionActions editor={editor} count={shapes.length} />}
    </StylePanel>
  );
}
