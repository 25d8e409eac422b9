import type { Entry } from "../signal/entry.js";
import { InktapeError } from "../signal/errors.js";
import type { BlockRef, TimeRange } from "../tape/timeline.js";
import type { TapeParts } from "../tape/timeline-of.js";

/**
 * What of a tape is needed to play a stretch of time: everything that touches it, and before that, from the last
 * keyframe before its start.
 */
export function partsWithin(parts: TapeParts, range: TimeRange | undefined): TapeParts {
  if (!range) return parts;
  const base = parts.keyframes.findLast(({ at }) => at < range.from)?.seq ?? 0;
  return {
    ...parts,
    infos: parts.infos.filter(({ last, from }) => last > base && from <= range.to),
    keyframes: parts.keyframes.filter(({ seq, at }) => seq >= base && at <= range.to),
    tail: parts.tail.filter(({ seq, at }) => seq > base && at <= range.to),
  };
}

/**
 * The entries of a tape's unsealed end that can be played: what stands on the first entry of the room, on a block or on
 * a keyframe. Recording may have started this very moment, and its keyframe not be kept yet.
 */
export function groundedTail({ infos, keyframes, tail }: Pick<TapeParts, "infos" | "keyframes" | "tail">): Entry[] {
  const grounds = new Set<number>([0, ...infos.map(({ last }) => last), ...keyframes.map(({ seq }) => seq)]);
  return tail.filter(({ seq }) => {
    const isGrounded = grounds.has(seq - 1);
    if (isGrounded) grounds.add(seq);
    return isGrounded;
  });
}

/** What a tape answers when it has not all entries of a block that is asked for. */
export function noSuchBlock({ first, last }: Pick<BlockRef, "first" | "last">): InktapeError {
  return new InktapeError(
    "not-found",
    `The entries ${first} to ${last} are not on this tape: ask for a block that its timeline names.`,
  );
}

/** What a tape answers when it has no keyframe there. */
export function noSuchKeyframe(seq: number): InktapeError {
  return new InktapeError("not-found", `No keyframe stands at entry ${seq}: ask for one that the timeline names.`);
}

/** True when the entries are exactly those from `first` to `last`. */
export function isWholeRun(entries: readonly Entry[], { first, last }: Pick<BlockRef, "first" | "last">): boolean {
  return entries.length === last - first + 1 && entries[0]?.seq === first && entries.at(-1)?.seq === last;
}
