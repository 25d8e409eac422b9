/** A stretch of play time that a timeline shows from edge to edge, in milliseconds. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

/** No closer than this, in milliseconds from edge to edge. */
export const CLOSEST_MS = 5000;
/** How much closer or farther one step goes. */
export const ZOOM_STEP = 2;

export function lengthOf({ from, to }: TimeWindow): number {
  return to - from;
}

/** Where a play time lies: 0 at the window's beginning, 1 at its end, beyond that outside. 0 in a window of no length. */
export function shareOf(window: TimeWindow, position: number): number {
  const length = lengthOf(window);
  return length > 0 ? (position - window.from) / length : 0;
}

/** The play time at a share of the window: {@link shareOf} the other way round. */
export function positionOf(window: TimeWindow, share: number): number {
  return window.from + share * lengthOf(window);
}

/** True when the play time is in the window, its edges included. */
export function isWithin({ from, to }: TimeWindow, position: number): boolean {
  return position >= from && position <= to;
}

/**
 * The window `factor` times as close around a play time, which stays where it is on the bar as far as the ends of the
 * recording allow. Null for all of it.
 */
export function zoomed(window: TimeWindow, around: number, factor: number, duration: number): TimeWindow | null {
  const length = Math.max(Math.min(CLOSEST_MS, duration), lengthOf(window) / factor);
  if (length >= duration) return null;
  const from = around - shareOf(window, around) * length;
  return moved({ from, to: from + length }, 0, duration);
}

/** The window moved by so much play time, of the same length, as far as the recording goes. */
export function moved(window: TimeWindow, by: number, duration: number): TimeWindow {
  const length = lengthOf(window);
  const from = Math.max(0, Math.min(duration - length, window.from + by));
  return { from, to: from + length };
}

/** The window moved as little as it takes to have the play time in it, a tenth of its length from its edge. */
export function movedTo(window: TimeWindow, position: number, duration: number): TimeWindow {
  if (isWithin(window, position)) return window;
  const margin = lengthOf(window) / 10;
  const by =
    position < window.from ? position - margin - window.from : position - window.to + lengthOf(window) - margin;
  return moved(window, by, duration);
}

/** The window under two fingers that were at the shares `before` and are at `after`: what was under them stays so. */
export function pinched(
  window: TimeWindow,
  before: readonly [number, number],
  after: readonly [number, number],
  duration: number,
): TimeWindow | null {
  const spread = after[1] - after[0];
  if (spread === 0) return window;
  const [first, second] = [positionOf(window, before[0]), positionOf(window, before[1])];
  const length = Math.abs((second - first) / spread);
  if (length >= duration) return null;
  const long = Math.max(Math.min(CLOSEST_MS, duration), length);
  const from = first - after[0] * long;
  return moved({ from, to: from + long }, 0, duration);
}
