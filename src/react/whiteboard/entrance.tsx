import CloudOff from "lucide-react/icons/cloud-off";
import LockKeyhole from "lucide-react/icons/lock-keyhole";
import RefreshCw from "lucide-react/icons/refresh-cw";
import type { ConnectionStatus } from "../../client/room-client.js";
import { useMessages } from "../context.js";
import { Button } from "../parts/button.js";
import { Screen } from "../parts/screen.js";

export interface EntranceProps {
  readonly status: ConnectionStatus;
  readonly onTryAgain: () => void;
}

/** What stands in the board's place until the room has been seen for the first time. */
export function Entrance({ status: { state, error }, onTryAgain }: EntranceProps) {
  const messages = useMessages();
  const reason = error?.message ?? "";
  if (state === "denied") return <Screen icon={<LockKeyhole />} title={messages.connection.denied} text={reason} />;
  if (state === "offline") {
    return (
      <Screen icon={<CloudOff />} title={messages.unreachable} text={reason}>
        <Button isPrimary label={messages.tryAgain} icon={<RefreshCw />} onClick={onTryAgain}>
          {messages.tryAgain}
        </Button>
      </Screen>
    );
  }
  return <Screen icon={<div className="inktape-spinner" />} text={messages.loading} />;
}
