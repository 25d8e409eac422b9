import { useMemo } from "react";
import type { RoomClient } from "../client/room-client.js";
import type { Member } from "./members.js";
import { membersOf } from "./members.js";
import { useBoard } from "./use-board.js";
import { useStore } from "./use-store.js";

const NOBODY = {};

/** Who is in the room, oneself first, then in the order they came. */
export function useMembers(client: RoomClient | null): readonly Member[] {
  const members = useBoard(client, (board) => board.members) ?? NOBODY;
  const self = useStore(client?.self ?? null, (value) => value?.member ?? null, null);
  return useMemo(() => membersOf(members, self), [members, self]);
}
