import type { Guide } from "../tool-marks.js";
import type { Snap } from "./snap-edges.js";
import { crossShare, movedSpan, type Axis, type Span } from "./spans.js";

/**
 * Moves a span so that the gap to a neighbour is as wide as another one beside it: between two neighbours in the middle
 * of them, beyond a neighbour as far off as that is from the next. Null when none of that is in reach.
 */
export function snapToGaps(axis: Axis, span: Span, spans: readonly Span[], reach: number): Snap | null {
  const beside = spans.filter((other) => crossShare(span, other) > 0);
  const middle = (span.low + span.high) / 2;
  const [left, before] = lastTwo(beside.filter(({ low, high }) => (low + high) / 2 < middle));
  const [right, after] = firstTwo(beside.filter(({ low, high }) => (low + high) / 2 > middle));
  const length = span.high - span.low;
  const choices: Choice[] = [];
  if (left && right && right.low - left.high > length) {
    choices.push({ low: (left.high + right.low - length) / 2, row: (moved) => [left, moved, right] });
  }
  if (left && before) {
    choices.push({ low: left.high + left.low - before.high, row: (moved) => [before, left, moved] });
  }
  if (right && after) {
    choices.push({ low: right.low - (after.low - right.high) - length, row: (moved) => [moved, right, after] });
  }
  const wayTo = ({ low }: Choice) => Math.abs(low - span.low);
  const [best] = choices.filter((choice) => wayTo(choice) <= reach).sort((a, b) => wayTo(a) - wayTo(b));
  if (!best) return null;
  const by = best.low - span.low;
  const [first, second, third] = best.row(movedSpan(span, by));
  return { by, guides: [gapGuide(axis, first, second), gapGuide(axis, second, third)] };
}

/** Where a span may go, and the row of three with two equal gaps that it is in there. */
interface Choice {
  readonly low: number;
  readonly row: (moved: Span) => readonly [Span, Span, Span];
}

function gapGuide(axis: Axis, a: Span, b: Span): Guide {
  const at = (Math.max(a.crossLow, b.crossLow) + Math.min(a.crossHigh, b.crossHigh)) / 2;
  return { type: "gap", axis, at, from: a.high, to: b.low };
}

/** The span that ends last, and the one that ends last before that begins. */
function lastTwo(spans: readonly Span[]): readonly (Span | undefined)[] {
  const last = (among: readonly Span[]) =>
    among.reduce<Span | undefined>((a, b) => (a === undefined || b.high > a.high ? b : a), undefined);
  const nearest = last(spans);
  return nearest ? [nearest, last(spans.filter(({ high }) => high < nearest.low))] : [];
}

/** The span that begins first, and the one that begins first after that ends. */
function firstTwo(spans: readonly Span[]): readonly (Span | undefined)[] {
  const first = (among: readonly Span[]) =>
    among.reduce<Span | undefined>((a, b) => (a === undefined || b.low < a.low ? b : a), undefined);
  const nearest = first(spans);
  return nearest ? [nearest, first(spans.filter(({ low }) => low > nearest.high))] : [];
}
