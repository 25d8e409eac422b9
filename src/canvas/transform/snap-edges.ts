import type { Guide } from "../tool-marks.js";
import { firstFrom, stopsOf, type Axis, type Span, type Stop } from "./spans.js";

/** Places this near to each other are the same one. */
const SAME = 1e-3;
/** More guides than these say no more. */
const MAX_GUIDES = 3;

/** By how much more a span must move so that one of its stops is at one of these; null when none is in reach. */
export function snapToStops(span: Span, stops: readonly Stop[], reach: number): number | null {
  let best: number | null = null;
  for (const { at } of stopsOf(span)) {
    for (let index = firstFrom(stops, at - reach); index < stops.length; index++) {
      const way = (stops[index] as Stop).at - at;
      if (way > reach) break;
      if (best === null || Math.abs(way) < Math.abs(best)) best = way;
    }
  }
  return best;
}

/** What a span lines up with where it is. */
export function alignGuides(axis: Axis, span: Span, stops: readonly Stop[]): readonly Guide[] {
  const guides = stopsOf(span).flatMap(({ at }): Guide[] => {
    let [from, to, isThere] = [span.crossLow, span.crossHigh, false];
    for (let index = firstFrom(stops, at - SAME); index < stops.length; index++) {
      const stop = stops[index] as Stop;
      if (stop.at > at + SAME) break;
      isThere = true;
      from = Math.min(from, stop.span.crossLow);
      to = Math.max(to, stop.span.crossHigh);
    }
    return isThere ? [{ type: "align", axis, at, from, to }] : [];
  });
  return guides.slice(0, MAX_GUIDES);
}

/** By how much to move along one axis, and what shows why. */
export interface Snap {
  readonly by: number;
  readonly guides: readonly Guide[];
}
