import rough from "roughjs";
import type { Bezier } from "../../board/bezier.js";
import { isLine } from "../../board/binding.js";
import { ownBoxOf, type Box } from "../../board/bounds.js";
import { curveOf } from "../../board/curve.js";
import { outlineOf } from "../../board/outline.js";
import { throughOf } from "../../board/through.js";
import type { BoxShape, LineShape } from "../../signal/shape.js";
import { lineWidth } from "./line-width.js";
import { dashOf, roughStyle } from "./rough-style.js";

type Generator = ReturnType<typeof rough.generator>;
type Drawable = ReturnType<Generator["line"]>;
type OpSet = Drawable["sets"][number];

/** One step of a hand-drawn line, as roughjs names them: `move x y`, `lineTo x y`, `bcurveTo x1 y1 x2 y2 x y`. */
export type RoughOp = OpSet["ops"][number];

/** A run of hand-drawn lines, in board units from the shape's own place. */
export interface RoughPart {
  readonly ops: readonly RoughOp[];
  readonly color: "ink" | "tint" | "hachure";
  /** 0 for what is filled. */
  readonly width: number;
  readonly dash: readonly number[];
}

/**
 * Longer shapes are generated at this length and scaled up: roughjs fills by stepping over every unit, and a shape
 * from the wire may be a thousand million long.
 */
const MAX_LENGTH = 4000;
/** So many fill lines at most. */
const MAX_HACHURES = 400;

const generator = rough.generator();

/** A closed shape's fill, if it has one, and outline. */
export function boxParts(shape: BoxShape): RoughPart[] {
  return generate(shape, (w, h, size, scale) => {
    const options = {
      ...roughStyle(shape, size),
      ...(shape.fill !== "none" && { fill: "filled", fillStyle: shape.fill }),
      fillWeight: size / 2,
      hachureGap: Math.max(1, 4 * size, (Math.abs(w) + Math.abs(h)) / MAX_HACHURES),
    };
    switch (shape.kind) {
      case "rectangle":
        return [generator.rectangle(0, 0, w, h, options)];
      case "ellipse":
        return [generator.ellipse(w / 2, h / 2, w, h, options)];
      default:
        return [
          generator.polygon(outlineOf(shape).map(({ x, y }) => [x * scale, y * scale]) as [number, number][], options),
        ];
    }
  });
}

/** The way of a line, without its heads. */
export function lineParts(shape: LineShape): RoughPart[] {
  const { pieces } = curveOf(shape);
  const parts = generate(shape, (w, h, size, scale) => {
    // Both ends stand where the pointer was, and the head's lines meet.
    const options = { ...roughStyle(shape, size), preserveVertices: true };
    if (pieces.length === 1 && pieces[0]?.length === 2) return [generator.line(0, 0, w, h, options)];
    return [generator.path(`M0 0${pieces.map((piece) => pathStep(piece, scale)).join("")}`, options)];
  });
  return parts.map((part) => ({ ...part, ops: withoutStops(part.ops) }));
}

function pathStep([, ...places]: Bezier, scale: number): string {
  return `${"LQC"[places.length - 1]}${places.map(({ x, y }) => `${x * scale} ${y * scale}`).join(" ")}`;
}

/** The steps without those to where the line is already: dashes go on around corners. */
function withoutStops(ops: readonly RoughOp[]): readonly RoughOp[] {
  return ops.filter(({ op, data: [x, y] }, index) => {
    const before = ops[index - 1]?.data.slice(-2);
    return op !== "move" || before?.[0] !== x || before?.[1] !== y;
  });
}

/** A straight line by the hand of a shape. */
export function strokeParts(
  shape: LineShape,
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
): RoughPart[] {
  return generate({ ...shape, dash: "solid" }, (_w, _h, size, scale) => {
    const options = { ...roughStyle(shape, size), preserveVertices: true };
    return [generator.line(x1 * scale, y1 * scale, x2 * scale, y2 * scale, options)];
  });
}

/** How far a hand-drawn line of that roughness may stray from the geometry of a shape in `box`. */
export function roughReach(box: Box, roughness = 1): number {
  return roughness === 0 ? 0 : Math.max(1, roughness) * (6 / scaleFor(box) + 0.08 * Math.max(box.w, box.h));
}

function generate(
  shape: BoxShape | LineShape,
  draw: (w: number, h: number, size: number, scale: number) => Drawable[],
): RoughPart[] {
  const scale = scaleFor(extentOf(shape));
  const width = lineWidth(shape.size);
  const dash = dashOf(shape, width);
  return draw(shape.w * scale, shape.h * scale, width * scale, scale).flatMap(({ sets }) =>
    sets.map((set) => partOf(set, width, dash, scale)),
  );
}

/** A line through points may end where it begins. */
function extentOf(shape: BoxShape | LineShape): Pick<Box, "w" | "h"> {
  const isThrough = isLine(shape) && throughOf(shape).length > 0;
  return isThrough ? ownBoxOf(shape) : { w: Math.abs(shape.w), h: Math.abs(shape.h) };
}

function scaleFor({ w, h }: Pick<Box, "w" | "h">): number {
  return Math.min(1, MAX_LENGTH / Math.max(1, w, h));
}

function partOf({ type, ops: made }: OpSet, width: number, dash: readonly number[], scale: number): RoughPart {
  const ops = scale === 1 ? made : made.map(({ op, data }) => ({ op, data: data.map((value) => value / scale) }));
  if (type === "fillPath") return { ops, color: "tint", width: 0, dash: [] };
  if (type === "fillSketch") return { ops, color: "hachure", width: width / 2, dash: [] };
  return { ops, color: "ink", width, dash };
}
