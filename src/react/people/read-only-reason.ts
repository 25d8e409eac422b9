import type { RoomClient } from "../../client/room-client.js";
import { useBoard } from "../use-board.js";
import { useStore } from "../use-store.js";

/**
 * Why somebody cannot draw: the app shows the board so (`app`), the room let them in as a reader (`role`), or an admin
 * has said so (`admin`).
 */
export type ReadOnlyReason = "app" | "role" | "admin";

/** Why this person, who cannot draw, cannot. */
export function useReadOnlyReason(client: RoomClient): ReadOnlyReason {
  const self = useStore(client.self, (value) => value, null);
  const isRuled = useBoard(client, (board) => {
    const user = self && board.members[self.member]?.user;
    return user !== null && user !== undefined && board.access[user] === "reader";
  });
  if (self?.role !== "reader") return "app";
  return isRuled ? "admin" : "role";
}
