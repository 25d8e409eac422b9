import { propOf } from "../signal/optional.js";
import type { LineShape } from "../signal/shape.js";
import type { Point } from "./point.js";

/** The way of a line from end to end, from the line's own place. */
export interface Curve {
  readonly from: Point;
  readonly to: Point;
  /** The control point of the quadratic Bézier curve; null for a straight line. */
  readonly control: Point | null;
  /** Points that no point of the line lies beyond. */
  readonly extremes: readonly Point[];
}

/** The way of a line. With a bend, its middle is so far off the straight way, to the right of its direction. */
export function curveOf(line: LineShape): Curve {
  const [from, to] = [
    { x: 0, y: 0 },
    { x: line.w, y: line.h },
  ];
  const bend = propOf(line, "bend");
  const length = Math.hypot(line.w, line.h);
  if (bend === 0 || length === 0) return { from, to, control: null, extremes: [from, to] };
  // The curve's middle is half as far off as its control point.
  const control = { x: line.w / 2 - (2 * bend * line.h) / length, y: line.h / 2 + (2 * bend * line.w) / length };
  const shares = [turningPoint(0, control.x, to.x), turningPoint(0, control.y, to.y)];
  const extremes = shares.filter((share) => share > 0 && share < 1).map((share) => pointOn(control, to, share));
  return { from, to, control, extremes: [from, to, ...extremes] };
}

/** The point at a share, 0 to 1, of the way. */
export function pointAlong({ control, to }: Curve, share: number): Point {
  return control ? pointOn(control, to, share) : { x: to.x * share, y: to.y * share };
}

/** So many points of the way, both ends included; just the ends of a straight line. */
export function pointsAlong(curve: Curve, count: number): readonly Point[] {
  if (!curve.control) return [curve.from, curve.to];
  return Array.from({ length: count }, (_, index) => pointAlong(curve, index / (count - 1)));
}

function pointOn(control: Point, to: Point, share: number): Point {
  const [a, b] = [2 * share * (1 - share), share * share];
  return { x: a * control.x + b * to.x, y: a * control.y + b * to.y };
}

/** The share of a quadratic Bézier curve at which one coordinate turns. */
function turningPoint(from: number, control: number, to: number): number {
  return (from - control) / (from - 2 * control + to);
}
