import { chordsOf, curveOf, type Curve } from "../../board/curve.js";
import type { Point } from "../../board/point.js";
import { propOf } from "../../signal/optional.js";
import type { LineShape } from "../../signal/shape.js";
import { lineWidth } from "./line-width.js";
import { strokeParts, type RoughOp, type RoughPart } from "./rough-parts.js";

/** Between the way of a line and each of the two lines of its head. */
const ARROW_ANGLE = Math.PI / 7;
/** To the length of a head of two lines. */
const [TRIANGLE_LENGTH, BAR_REACH, DOT_RADIUS] = [0.9, 0.55, 0.3];
/** How far the control points of a quarter of a circle are from its ends, to its radius. */
const QUARTER = 0.5523;

/** What stands at an end of a line, a name that this version does not know standing for what the kind has. */
export function headOf(line: LineShape, end: "start" | "end"): "none" | "arrow" | "triangle" | "dot" | "bar" {
  const head = propOf(line, `${end}Head`);
  switch (head) {
    case "none":
    case "arrow":
    case "triangle":
    case "dot":
    case "bar":
      return head;
    default:
      return line.kind === "arrow" && end === "end" ? "arrow" : "none";
  }
}

/** What stands at the ends of a line. */
export function headParts(line: LineShape): RoughPart[] {
  const curve = curveOf(line);
  const places = curve.pieces.flat();
  return [
    ...headAt(line, curve, headOf(line, "start"), curve.from, places),
    ...headAt(line, curve, headOf(line, "end"), curve.to, places.toReversed()),
  ];
}

/** How long the two lines of an arrow's head are; no head reaches farther from its end. */
export function headLength({ size }: LineShape, curve: Curve): number {
  return Math.min(chordsOf(curve) / 2, 10 + 3 * lineWidth(size));
}

/** @param places what the way comes by, from the tip back along the line. */
function headAt(
  line: LineShape,
  curve: Curve,
  head: ReturnType<typeof headOf>,
  tip: Point,
  places: readonly Point[],
): RoughPart[] {
  const length = headLength(line, curve);
  const back = backwards(tip, places.find(({ x, y }) => x !== tip.x || y !== tip.y) ?? tip);
  const at = (angle: number, distance: number): [number, number] => [
    tip.x + Math.cos(back + angle) * distance,
    tip.y + Math.sin(back + angle) * distance,
  ];
  if (head === "none" || length === 0) return [];
  switch (head) {
    case "arrow":
      return [-ARROW_ANGLE, ARROW_ANGLE].flatMap((angle) => strokeParts(line, at(angle, length), [tip.x, tip.y]));
    case "bar":
      return strokeParts(line, at(-Math.PI / 2, length * BAR_REACH), at(Math.PI / 2, length * BAR_REACH));
    case "triangle":
      return filled([
        { op: "move", data: [tip.x, tip.y] },
        { op: "lineTo", data: at(-ARROW_ANGLE, length * TRIANGLE_LENGTH) },
        { op: "lineTo", data: at(ARROW_ANGLE, length * TRIANGLE_LENGTH) },
      ]);
    case "dot":
      return filled(circle(tip, length * DOT_RADIUS));
  }
}

function filled(ops: readonly RoughOp[]): RoughPart[] {
  return [{ ops, color: "ink", width: 0, dash: [] }];
}

function circle({ x, y }: Point, radius: number): RoughOp[] {
  const [r, k] = [radius, radius * QUARTER];
  return [
    { op: "move", data: [x + r, y] },
    { op: "bcurveTo", data: [x + r, y + k, x + k, y + r, x, y + r] },
    { op: "bcurveTo", data: [x - k, y + r, x - r, y + k, x - r, y] },
    { op: "bcurveTo", data: [x - r, y - k, x - k, y - r, x, y - r] },
    { op: "bcurveTo", data: [x + k, y - r, x + r, y - k, x + r, y] },
  ];
}

function backwards(tip: Point, before: Point): number {
  return Math.atan2(before.y - tip.y, before.x - tip.x);
}
