import { InktapeError } from "../signal/errors.js";
import { roomId, type RoomId } from "../signal/ids.js";
import { ACTIVITY_BINS, ACTIVITY_MOST } from "./activity.js";
import type { BlockRef, Timeline, TimeRange } from "./timeline.js";

/** What the lists of a timeline may hold; a reader refuses more, whatever form it reads. */
export const TIMELINE_LIMITS = {
  items: 1_000_000,
  /** Characters of a name or label. */
  text: 1024,
} as const;

/**
 * Checks what the form of a timeline does not say: lists are in order, blocks do not overlap, nothing ends before it
 * begins, sizes add up. Its numbers are whole and not below 0 already. Throws `tape-damaged`, naming the field.
 */
export function checkTimeline(timeline: Timeline): Timeline {
  const { blocks, keyframes, stretches, markers, members } = timeline;
  blocks.forEach((block, index) => checkBlock(block, `timeline.blocks[${index}]`));
  for (const [name, ranges] of [["stretches", stretches] as const, ["members", members] as const]) {
    ranges.forEach((range, index) => checkRange(range, `timeline.${name}[${index}]`));
  }
  checkOrder("blocks", blocks, (before, next) => next.first > before.last && next.from >= before.to);
  checkOrder("keyframes", keyframes, (before, next) => next.seq > before.seq && next.at >= before.at);
  checkOrder("stretches", stretches, (before, next) => next.from > before.to);
  checkOrder("markers", markers, (before, next) => next.seq > before.seq && next.at >= before.at);
  return timeline;
}

/** The room that an index names. Throws `tape-damaged`. */
export function checkRoom(name: string): RoomId {
  try {
    return roomId(name);
  } catch (cause) {
    throw unusable("timeline.room", "names no room", cause);
  }
}

/** What is said of an index that cannot be used. */
export function unusable(path: string, problem: string, cause?: unknown): InktapeError {
  return new InktapeError("tape-damaged", `The tape's index cannot be used: ${path} ${problem}.`, { cause });
}

function checkBlock({ first, last, bytes, parts, activity, ...range }: BlockRef, path: string): void {
  if (first === 0 || last < first) throw unusable(path, "holds no entries");
  checkRange(range, path);
  if (parts && parts.document + parts.ink + parts.presence !== bytes) {
    throw unusable(path, "is not as large as its parts together");
  }
  const isSound = activity.length === 0 || activity.length === ACTIVITY_BINS;
  if (!isSound || activity.some((bin) => bin > ACTIVITY_MOST)) throw unusable(path, "has an activity that cannot be");
}

function checkRange({ from, to }: TimeRange, path: string): void {
  if (to < from) throw unusable(path, "ends before it begins");
}

function checkOrder<T>(name: string, items: readonly T[], follows: (before: T, next: T) => boolean): void {
  items.forEach((item, index) => {
    const before = items[index - 1];
    if (before && !follows(before, item)) throw unusable(`timeline.${name}[${index}]`, "is out of order");
  });
}
