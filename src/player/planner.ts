import type { Millis } from "../signal/ids.js";
import { partKey, partsOf, type TapePart } from "../tape/parts.js";
import { lastIndexWhere } from "../tape/search.js";
import type { BlockRef, Timeline } from "../tape/timeline.js";

/** How much play time is loaded ahead, in milliseconds at rate 1. */
export const AHEAD_MS = 20_000;
/** At most so many blocks are loaded ahead, and behind when going backwards. */
const MAX_AHEAD = 8;
const MAX_BEHIND = 2;

export interface PlanRequest {
  readonly timeline: Timeline;
  /** True for a part that need not be loaded. */
  readonly has: (part: TapePart) => boolean;
  /** What the picture that is due needs and lacks, the most urgent first. */
  readonly missing: readonly TapePart[];
  /** The wall time that is due, and the one that will be after {@link AHEAD_MS} of playing. */
  readonly wall: Millis;
  readonly ahead: Millis;
  /** What a jump that comes meanwhile will need; none unless it says otherwise. */
  readonly jump?: readonly TapePart[];
  /** The way of the last seek: -1 backwards. */
  readonly direction: 1 | -1;
}

/**
 * What to load, the most urgent first: what is due; then what comes next, at least one block, and what a jump leads to; then
 * the block before, or two of them first when going backwards. Pure, and asked anew whenever something changed: what is not in the newest
 * plan is not wanted any more.
 */
export function plan({ timeline, has, missing, wall, ahead, direction, jump = [] }: PlanRequest): TapePart[] {
  const { blocks } = timeline;
  const current = lastIndexWhere(blocks, ({ from }) => from <= wall);
  const horizon = Math.max(
    current + 1,
    lastIndexWhere(blocks, ({ from }) => from <= ahead),
  );
  const next = blocks.slice(current + 1, Math.min(horizon, current + MAX_AHEAD) + 1);
  const behind = blocks.slice(Math.max(0, current - (direction < 0 ? MAX_BEHIND : 1)), Math.max(0, current)).reverse();
  const forward = next.flatMap((ref) => withKeyframe(timeline, blocks, ref));
  const backward = behind.flatMap(partsOf);
  const wanted = direction < 0 ? [...backward, ...forward, ...jump] : [...forward, ...jump, ...backward];
  const byKey = new Map([...missing, ...wanted.filter((part) => !has(part))].map((part) => [partKey(part), part]));
  return [...byKey.values()];
}

/** A block, and the keyframe right before it where the entries before it were not recorded. */
function withKeyframe({ keyframes }: Timeline, blocks: readonly BlockRef[], ref: BlockRef): readonly TapePart[] {
  const block = partsOf(ref);
  const before = blocks[lastIndexWhere(blocks, ({ first }) => first < ref.first)];
  if (ref.first === (before?.last ?? 0) + 1) return block;
  const keyframe = keyframes[lastIndexWhere(keyframes, ({ seq }) => seq < ref.first)];
  return keyframe?.seq === ref.first - 1 ? [{ type: "keyframe", ref: keyframe }, ...block] : block;
}
