import Undo from "lucide-react/icons/corner-up-left";
import { useMemo, useRef } from "react";
import { keysOf } from "../../canvas/keymap.js";
import { useInktape, useMessages } from "../context.js";
import { Button } from "../parts/button.js";
import { useFocusBack } from "../parts/use-focus-back.js";
import { useStore, useValue } from "../use-store.js";
import { runCommand } from "./commands/run-command.js";
import type { Editor } from "./editor.js";
import { watchOutOfSight } from "./out-of-sight.js";

/** A way back where the page has shapes and none of them is in view; not while somebody else's view is followed. */
export function BackToDrawing({ editor }: { readonly editor: Editor }) {
  const { clock } = useInktape();
  const isLost = useValue(useMemo(() => watchOutOfSight(editor, clock), [editor, clock]));
  const isFollowing = useStore(editor.attention.state, ({ followed }) => followed !== null, false);
  return isLost && !isFollowing && <WayBack editor={editor} />;
}

function WayBack({ editor }: { readonly editor: Editor }) {
  const { backToDrawing } = useMessages();
  const root = useRef<HTMLDivElement>(null);
  useFocusBack(root);
  return (
    <div ref={root} className="inktape-panel inktape-way-back">
      <Button
        label={backToDrawing}
        keys={keysOf("zoomToFit")}
        icon={<Undo data-directed="" />}
        onClick={() => runCommand(editor, "zoomToFit")}
      >
        {backToDrawing}
      </Button>
    </div>
  );
}
