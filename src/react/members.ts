import type { Board } from "../board/board.js";
import type { MemberId } from "../signal/ids.js";
import type { Profile } from "../signal/signal.js";

/** Someone in the room. */
export interface Member {
  readonly member: MemberId;
  readonly profile: Profile;
  readonly isSelf: boolean;
}

/** The people on a board in the order they came, oneself first. */
export function membersOf(members: Board["members"], self: MemberId | null): readonly Member[] {
  const list = Object.entries(members).map(([id, profile]) => {
    const member = Number(id) as MemberId;
    return { member, profile, isSelf: member === self };
  });
  return list.sort((a, b) => Number(b.isSelf) - Number(a.isSelf) || a.member - b.member);
}
