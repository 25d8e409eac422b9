import type { MemberId } from "../../../signal/ids.js";
import type { TapeMember, TimeRange } from "../../../tape/timeline.js";

/** One person of a recording, with all the times they were there. */
export interface Participant {
  /** The app's own id for the person. */
  readonly user: string;
  /** As they called themselves last. */
  readonly name: string;
  readonly color: string;
  /** The members that they were: one for each tab or time that they came. */
  readonly members: readonly MemberId[];
  /** When they were there, in wall time, in order; times of two tabs may overlap. */
  readonly stays: readonly TimeRange[];
}

/** The people of a recording, in the order in which they came first. */
export function participantsOf(members: readonly TapeMember[]): readonly Participant[] {
  const byUser = new Map<string, Participant>();
  for (const { user, name, color, member, from, to } of [...members].sort((a, b) => a.from - b.from)) {
    const known = byUser.get(user);
    const ids = new Set([...(known?.members ?? []), member]);
    byUser.set(user, { user, name, color, members: [...ids], stays: [...(known?.stays ?? []), { from, to }] });
  }
  return [...byUser.values()];
}
