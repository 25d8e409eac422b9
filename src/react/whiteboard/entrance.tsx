import LockKeyhole from "lucide-react/icons/lock-keyhole";
import type { ConnectionStatus } from "../../client/room-client.js";
import { useMessages } from "../context.js";
import { Screen } from "../parts/screen.js";

/** What stands in the board's place until the room has been seen for the first time. */
export function Entrance({ status: { state, error } }: { readonly status: ConnectionStatus }) {
  const messages = useMessages();
  if (state === "denied") {
    return <Screen icon={<LockKeyhole />} title={messages.connection.denied} text={error?.message ?? ""} />;
  }
  return <Screen icon={<div className="inktape-spinner" />} text={messages.loading} />;
}
