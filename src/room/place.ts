import type { Board } from "../board/board.js";
import { ROOM_MEMBER } from "../signal/ids.js";
import type { Profile, Role } from "../signal/signal.js";
import type { Attendee } from "./attendance.js";
import type { Rights } from "./grant.js";

/** One connection of a member on its way into a room, or in. */
export interface Place extends Attendee {
  /** Who it is, with the role that was granted. */
  readonly profile: Profile;
  readonly granted: Rights;
  /** What it may do now. */
  rights: Rights;
  /** What its welcome said; null before that. Only then do entries go to it. */
  welcomedAs: Role | null;
  /** The last of the client's signals that was taken. */
  taken: number;
}

/** True for a place of one who could not be given a number, and only looks on. */
export function isSpectator({ member }: Place): boolean {
  return member === ROOM_MEMBER;
}

/** What a user may do who was granted so much, by what admins have ruled on the board; null for one who may not be there. */
export function rightsOn({ access }: Board, user: string, granted: Rights): Rights | null {
  const ruled = Object.hasOwn(access, user) ? access[user] : undefined;
  if (ruled === "none") return null;
  return ruled === undefined ? granted : { ...granted, role: ruled };
}
