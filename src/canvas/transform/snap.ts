import type { Box } from "../../board/bounds.js";
import type { Point } from "../../board/point.js";
import type { Guide } from "../tool-marks.js";
import { alignGuides, snapToStops } from "./snap-edges.js";
import { snapToGaps } from "./snap-gaps.js";
import type { SnapTargets } from "./snap-targets.js";
import { spanOf, type Axis } from "./spans.js";

/** What a moving box keeps to. */
export interface SnapRules {
  /** Null for no other shapes. */
  readonly targets: SnapTargets | null;
  readonly grid: number | null;
  /** How near is near, board units. */
  readonly reach: number;
  /** The axes that may change. */
  readonly axes: readonly Axis[];
}

/** A way that leads to where things line up, on which axes, and what shows it. */
export interface SnappedWay extends Point {
  readonly snapped: readonly Axis[];
  readonly guides: readonly Guide[];
}

/**
 * The way of a box, changed by as little as it takes to line up: with gaps, edges or middles of others first, or else its
 * top left with the grid. A box without size is a point.
 */
export function snapWay(box: Box, way: Point, rules: SnapRules): SnappedWay {
  const moved = { ...box, x: box.x + way.x, y: box.y + way.y };
  const snaps = rules.axes.flatMap((axis) => {
    const snap = snapOn(axis, moved, rules);
    return snap ? [{ axis, ...snap }] : [];
  });
  const by = (axis: Axis) => snaps.find((snap) => snap.axis === axis)?.by ?? 0;
  const settled = { ...moved, x: moved.x + by("x"), y: moved.y + by("y") };
  const guides = snaps.flatMap((snap) => snap.guides(settled));
  return { x: way.x + by("x"), y: way.y + by("y"), snapped: snaps.map(({ axis }) => axis), guides };
}

/** By how much to move on one axis, and what shows why once both axes are settled. */
interface AxisSnap {
  readonly by: number;
  readonly guides: (settled: Box) => readonly Guide[];
}

function snapOn(axis: Axis, moved: Box, { targets, grid, reach }: SnapRules): AxisSnap | null {
  const span = spanOf(moved, axis);
  if (targets) {
    const { spans, stops } = targets[axis];
    const edge = snapToStops(span, stops, reach);
    const gap = span.low === span.high ? null : snapToGaps(axis, span, spans, reach);
    if (gap && (edge === null || Math.abs(gap.by) < Math.abs(edge))) return { by: gap.by, guides: () => gap.guides };
    if (edge !== null) return { by: edge, guides: (settled) => alignGuides(axis, spanOf(settled, axis), stops) };
  }
  if (grid === null) return null;
  return { by: Math.round(span.low / grid) * grid - span.low, guides: () => [] };
}
