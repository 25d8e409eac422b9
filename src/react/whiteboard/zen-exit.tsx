import Minimize from "lucide-react/icons/minimize";
import { useEffect, useRef } from "react";
import { keysOf } from "../../canvas/keymap.js";
import { useMessages } from "../context.js";
import { Button } from "../parts/button.js";
import { focusBoard } from "../parts/focus-board.js";
import { useFocusBack } from "../parts/use-focus-back.js";
import { runCommand } from "./commands/run-command.js";
import type { Editor } from "./editor.js";

/** While nothing but the board is shown: the way back. */
export function ZenExit({ editor }: { readonly editor: Editor }) {
  const messages = useMessages();
  const root = useRef<HTMLDivElement>(null);
  useFocusBack(root);
  // The menu that was chosen from is gone, and with it the button that would have the focus.
  useEffect(() => {
    if (root.current && document.activeElement === document.body) focusBoard(root.current);
  }, []);
  return (
    <div ref={root} className="inktape-panel inktape-zen">
      <Button
        label={messages.leaveZen}
        keys={keysOf("toggleZen")}
        icon={<Minimize />}
        onClick={() => runCommand(editor, "toggleZen")}
      />
    </div>
  );
}
