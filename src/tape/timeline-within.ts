import type { Millis } from "../signal/ids.js";
import type { Timeline, TimeRange } from "./timeline.js";

/**
 * What of an index is needed to play a stretch of time: everything that touches it, and before that, from the last
 * keyframe before its start.
 */
export function timelineWithin(timeline: Timeline, range: TimeRange | undefined): Timeline {
  if (!range) return timeline;
  const base = timeline.keyframes.findLast(({ at }) => at < range.from)?.seq ?? 0;
  const blocks = timeline.blocks.filter(({ last, from }) => last > base && from <= range.to);
  const [first, last] = [blocks[0], blocks.at(-1)];
  const kept: TimeRange | null = first && last ? { from: first.from, to: last.to } : null;
  return {
    ...timeline,
    blocks,
    keyframes: timeline.keyframes.filter(({ seq, at }) => seq >= base && at <= range.to),
    stretches: timeline.stretches.flatMap((stretch) => clipped(stretch, kept)),
    markers: timeline.markers.filter(({ seq }) => first && last && seq >= first.first && seq <= last.last),
    members: timeline.members.flatMap((member) => clipped(member, kept)),
  };
}

/** The part of it that lies in the range; none when that is nothing. */
function clipped<T extends TimeRange>(item: T, range: TimeRange | null): T[] {
  if (!range || item.to < range.from || item.from > range.to) return [];
  const from = Math.max(item.from, range.from) as Millis;
  return [{ ...item, from, to: Math.min(item.to, range.to) as Millis }];
}
