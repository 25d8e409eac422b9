import type { RoomClient } from "../../client/room-client.js";

/** Calls back each time the client comes online, the first time and after a lost connection. Returns what ends it. */
export function whenOnline({ status }: RoomClient, callback: () => void): () => void {
  let last = status.get().state;
  return status.subscribe(() => {
    const before = last;
    last = status.get().state;
    if (last === "online" && before !== "online") callback();
  });
}
