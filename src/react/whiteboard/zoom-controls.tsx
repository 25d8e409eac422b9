import Minus from "lucide-react/icons/minus";
import Plus from "lucide-react/icons/plus";
import { keysOf } from "../../canvas/keymap.js";
import { useMessages } from "../context.js";
import { Button } from "../parts/button.js";
import { LateControl } from "../parts/late-control.js";
import { Toolbar } from "../parts/toolbar.js";
import { useStore } from "../use-store.js";
import { runCommand } from "./commands/run-command.js";
import type { Editor } from "./editor.js";
import { ZOOM_MENU } from "./late-parts.js";

const percentOf = (camera: { readonly zoom: number }) => Math.round(camera.zoom * 100);

/** Closer and farther; how close it is, with a menu of where to go. */
export function ZoomControls({ editor }: { readonly editor: Editor }) {
  const messages = useMessages();
  const percent = useStore(editor.view.camera, percentOf, 100);
  const shown = messages.percent(percent);
  return (
    <Toolbar label={messages.zoom} className="inktape-zoom">
      <Button
        label={messages.zoomOut}
        keys={keysOf("zoomOut")}
        icon={<Minus />}
        onClick={() => runCommand(editor, "zoomOut")}
      />
      <LateControl
        part={ZOOM_MENU}
        popup="menu"
        trigger={
          <Button label={messages.zoomOptions(shown)} className="inktape-zoom-value">
            {shown}
          </Button>
        }
        props={{ editor }}
      />
      <Button
        label={messages.zoomIn}
        keys={keysOf("zoomIn")}
        icon={<Plus />}
        onClick={() => runCommand(editor, "zoomIn")}
      />
    </Toolbar>
  );
}
