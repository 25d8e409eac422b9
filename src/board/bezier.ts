import type { Point } from "./point.js";

/** A Bézier curve by its points from end to end: a straight way has two, a curve three or four. */
export type Bezier =
  | readonly [from: Point, to: Point]
  | readonly [from: Point, control: Point, to: Point]
  | readonly [from: Point, first: Point, second: Point, to: Point];

/** The point at a share, 0 to 1, of a curve's parameter. */
export function bezierPoint(curve: Bezier, share: number): Point {
  const [a, b, c, d] = curve;
  const rest = 1 - share;
  if (!c) return weighted([a, rest], [b, share]);
  if (!d) return weighted([a, rest * rest], [b, 2 * share * rest], [c, share * share]);
  return weighted(
    [a, rest * rest * rest],
    [b, 3 * share * rest * rest],
    [c, 3 * share * share * rest],
    [d, share * share * share],
  );
}

/** Points that no point of the curve lies beyond: its ends, and where it turns. */
export function bezierExtremes(curve: Bezier): readonly Point[] {
  const along = (axis: "x" | "y") => turns(curve.map((point) => point[axis]));
  const inside = [...along("x"), ...along("y")].filter((share) => share > 0 && share < 1);
  return [curve[0], curve.at(-1) as Point, ...inside.map((share) => bezierPoint(curve, share))];
}

/** The shares at which one coordinate turns. */
function turns([a = 0, b = 0, c, d]: readonly number[]): readonly number[] {
  if (c === undefined) return [];
  if (d === undefined) return [(a - b) / (a - 2 * b + c)];
  const [first, second, third] = [b - a, c - b, d - c];
  const [square, half] = [first - 2 * second + third, second - first];
  const root = Math.sqrt(half * half - square * first);
  // Each root in the form that does not divide by what may be next to nothing.
  const sum = -(half + (half < 0 ? -root : root));
  return [sum / square, first / sum];
}

function weighted(...points: readonly (readonly [Point, number])[]): Point {
  return points.reduce((sum, [{ x, y }, weight]) => ({ x: sum.x + x * weight, y: sum.y + y * weight }), { x: 0, y: 0 });
}
