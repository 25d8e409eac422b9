import Redo2 from "lucide-react/icons/redo-2";
import Undo2 from "lucide-react/icons/undo-2";
import { keysOf } from "../../canvas/keymap.js";
import type { RoomClient } from "../../client/room-client.js";
import { useMessages } from "../context.js";
import { Button } from "../parts/button.js";
import { Toolbar } from "../parts/toolbar.js";
import { useValue } from "../use-store.js";

/** Undo and redo. */
export function HistoryBar({ client }: { readonly client: Pick<RoomClient, "history" | "undo" | "redo"> }) {
  const messages = useMessages();
  const { canUndo, canRedo } = useValue(client.history);
  return (
    <Toolbar label={messages.history} className="inktape-history">
      <Button
        label={messages.command.undo}
        keys={keysOf("undo")}
        icon={<Undo2 data-directed="" />}
        isDisabled={!canUndo}
        onClick={() => client.undo()}
      />
      <Button
        label={messages.command.redo}
        keys={keysOf("redo")}
        icon={<Redo2 data-directed="" />}
        isDisabled={!canRedo}
        onClick={() => client.redo()}
      />
    </Toolbar>
  );
}
