import type { ConnectionStatus, RoomClient } from "../client/room-client.js";
import { useStore } from "./use-store.js";

const STARTING: ConnectionStatus = { state: "connecting", error: null, pending: 0 };

/** While it is online the count goes up and down with every stroke, and nobody needs to see it. */
const calm = (status: ConnectionStatus): ConnectionStatus =>
  status.state === "online" ? { ...status, pending: 0 } : status;

/**
 * How a room client is connected; `connecting` while there is no client yet. `pending` counts only while it is not
 * online, so that a component does not render with every stroke; ask `client.status` for the exact figure.
 */
export function useConnection(client: RoomClient | null): ConnectionStatus {
  return useStore(client?.status ?? null, calm, STARTING);
}
