import type { MemberId } from "../signal/ids.js";
import type { Signal } from "../signal/signal.js";
import type { Board } from "./board.js";
import { RESERVED_KEYS } from "./reserved-keys.js";

/** The key of the shared state that holds the number of the member who presents. */
export const PRESENTER_KEY = `${RESERVED_KEYS}presenter`;

/** Whose view everybody is shown; null while nobody presents. A presentation ends when its member leaves or may only look. */
export function presenterOf(board: Board): MemberId | null {
  const value = board.shared[PRESENTER_KEY];
  if (typeof value !== "number") return null;
  const member = value as MemberId;
  const role = board.members[member]?.role;
  return role === "admin" || role === "writer" ? member : null;
}

/** Makes a member the presenter in place of whoever was; null ends the presentation. */
export function presentation(member: MemberId | null): Signal {
  return { type: "state.set", key: PRESENTER_KEY, value: member ?? undefined };
}
