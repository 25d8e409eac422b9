import type { Box } from "../../board/bounds.js";

/** The two ways in which things can line up. */
export type Axis = "x" | "y";

/** A box as seen along one axis: from `low` to `high`, and on the other axis from `crossLow` to `crossHigh`. */
export interface Span {
  readonly low: number;
  readonly high: number;
  readonly crossLow: number;
  readonly crossHigh: number;
}

/** Where something of a span is that others may line up with. */
export interface Stop {
  readonly at: number;
  readonly span: Span;
}

/** A box along an axis. */
export function spanOf({ x, y, w, h }: Box, axis: Axis): Span {
  return axis === "x"
    ? { low: x, high: x + w, crossLow: y, crossHigh: y + h }
    : { low: y, high: y + h, crossLow: x, crossHigh: x + w };
}

/** The span moved along its own axis. */
export function movedSpan(span: Span, by: number): Span {
  return { ...span, low: span.low + by, high: span.high + by };
}

/** The edges and the middle of a span; one place for a span without length. */
export function stopsOf(span: Span): readonly Stop[] {
  const places = span.low === span.high ? [span.low] : [span.low, (span.low + span.high) / 2, span.high];
  return places.map((at) => ({ at, span }));
}

/** The index of the first stop at or after a place, in a list sorted by place. */
export function firstFrom(stops: readonly Stop[], place: number): number {
  let [low, high] = [0, stops.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stops[middle] as Stop).at < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How much two spans share on the other axis; negative when they pass each other by. */
export function crossShare(a: Span, b: Span): number {
  return Math.min(a.crossHigh, b.crossHigh) - Math.max(a.crossLow, b.crossLow);
}
