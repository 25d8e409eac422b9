import type { Entry } from "../signal/entry.js";
import type { MemberId, Millis, RoomId } from "../signal/ids.js";
import type { BlockInfo } from "./block-info.js";
import { cutTail } from "./cut.js";
import { blockInfo, joinStretches } from "./seal.js";
import type { BlockRef, KeyframeRef, TapeMember, Timeline } from "./timeline.js";

/** What a log knows of its tape. */
export interface TapeParts {
  readonly room: RoomId;
  readonly created: Millis;
  readonly now: Millis;
  readonly isLive: boolean;
  /** Of all sealed blocks, in order. */
  readonly infos: readonly BlockInfo[];
  readonly keyframes: readonly KeyframeRef[];
  /** Recorded entries that stand in no block yet, in order; with gaps where recording was off. */
  readonly tail: readonly Entry[];
}

/** Makes the index of a tape, the unsealed end included. */
export function timelineOf({ room, created, now, isLive, infos, keyframes, tail }: TapeParts): Timeline {
  const pieces = cutTail(tail).map((piece) => blockInfo(piece, null));
  const all = [...infos, ...pieces].sort((a, b) => a.first - b.first);
  return {
    room,
    created,
    isLive,
    now,
    blocks: all.map(refOf),
    keyframes,
    stretches: joinStretches(all.flatMap(({ stretches }) => stretches)),
    markers: all.flatMap(({ markers }) => markers),
    members: mergeMembers(all),
  };
}

/** What the timeline says of a block. */
export function refOf({ first, last, from, to, bytes, parts, activity }: BlockInfo): BlockRef {
  return { first, last, from, to, bytes, parts, activity };
}

/** Each member once: from the first to the last time, under the newest name that is known. */
function mergeMembers(infos: readonly BlockInfo[]): TapeMember[] {
  const merged = new Map<MemberId, TapeMember>();
  for (const next of infos.flatMap(({ members }) => members)) {
    const before = merged.get(next.member);
    const named = next.user === "" && next.name === "" ? (before ?? next) : next;
    merged.set(next.member, { ...named, from: before?.from ?? next.from, to: next.to });
  }
  return [...merged.values()];
}
