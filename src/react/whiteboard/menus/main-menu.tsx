import MenuIcon from "lucide-react/icons/menu";
import { type ThemeSetting, useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { LateControl } from "../../parts/late-control.js";
import type { Editor } from "../editor.js";
import { MAIN_MENU } from "../late-parts.js";

export interface MainMenuProps {
  readonly editor: Editor;
  /** The theme in force. */
  readonly theme: ThemeSetting;
}

/** Files, the page, how the board looks and the keys. */
export function MainMenu({ editor, theme }: MainMenuProps) {
  const messages = useMessages();
  return (
    <div className="inktape-panel">
      <LateControl
        part={MAIN_MENU}
        popup="menu"
        trigger={<Button label={messages.menu} icon={<MenuIcon />} />}
        props={{ editor, theme }}
      />
    </div>
  );
}
