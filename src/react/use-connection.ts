import type { ConnectionStatus, RoomClient } from "../client/room-client.js";
import { useStore } from "./use-store.js";

const STARTING: ConnectionStatus = { state: "connecting", error: null, pending: 0 };
const whole = (status: ConnectionStatus) => status;

/** How a room client is connected; `connecting` while there is no client yet. */
export function useConnection(client: RoomClient | null): ConnectionStatus {
  return useStore(client?.status ?? null, whole, STARTING);
}
