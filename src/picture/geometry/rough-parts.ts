import rough from "roughjs";
import type { Box } from "../../board/bounds.js";
import type { BoxShape, LineShape } from "../../signal/shape.js";
import { lineWidth } from "./line-width.js";

type Generator = ReturnType<typeof rough.generator>;
type Drawable = ReturnType<Generator["line"]>;
type Options = NonNullable<Parameters<Generator["line"]>[4]>;
type OpSet = Drawable["sets"][number];

/** One step of a hand-drawn line, as roughjs names them: `move x y`, `lineTo x y`, `bcurveTo x1 y1 x2 y2 x y`. */
export type RoughOp = OpSet["ops"][number];

/** A run of hand-drawn lines, in board units from the shape's own place. */
export interface RoughPart {
  readonly ops: readonly RoughOp[];
  readonly paint: "tint" | "stroke";
  readonly width: number;
}

/**
 * Longer shapes are generated at this length and scaled up: roughjs fills by stepping over every unit, and a shape
 * from the wire may be a thousand million long.
 */
const MAX_LENGTH = 4000;
/** So many fill lines at most. */
const MAX_HACHURES = 400;
/** At 1 and above, roughjs asks Math.random for hachures when its own generator gives 0. */
const ROUGHNESS = 0.99;
const ARROW_ANGLE = Math.PI / 7;

const generator = rough.generator();

/** A closed shape's fill, if it has one, and outline. */
export function boxParts(shape: BoxShape): RoughPart[] {
  return generate(shape, (w, h, size) => {
    const options = {
      ...styleOf(shape.seed, size),
      ...(shape.fill !== "none" && { fill: "filled", fillStyle: shape.fill }),
      fillWeight: size / 2,
      hachureGap: Math.max(1, 4 * size, (Math.abs(w) + Math.abs(h)) / MAX_HACHURES),
    };
    return shape.kind === "rectangle"
      ? [generator.rectangle(0, 0, w, h, options)]
      : [generator.ellipse(w / 2, h / 2, w, h, options)];
  });
}

/** A line, with its head when it is an arrow. */
export function lineParts(shape: LineShape): RoughPart[] {
  const head = shape.kind === "arrow" ? arrowHeadLength(shape) : 0;
  return generate(shape, (w, h, size, scale) => {
    // Both ends stand where the pointer was, and the head's lines meet.
    const options = { ...styleOf(shape.seed, size), preserveVertices: true };
    const line = generator.line(0, 0, w, h, options);
    if (head === 0) return [line];
    const back = Math.atan2(h, w) + Math.PI;
    const barbs = [back - ARROW_ANGLE, back + ARROW_ANGLE].map((angle) => {
      const [x, y] = [Math.cos(angle) * head * scale, Math.sin(angle) * head * scale];
      return generator.line(w + x, h + y, w, h, options);
    });
    return [line, ...barbs];
  });
}

/** How long the two lines of an arrow's head are. */
export function arrowHeadLength({ w, h, size }: LineShape): number {
  return Math.min(Math.hypot(w, h) / 2, 10 + 3 * lineWidth(size));
}

/** How far a hand-drawn line may stray from the geometry of a shape in `box`. */
export function roughReach(box: Box): number {
  return 6 / scaleFor(box) + 0.08 * Math.max(box.w, box.h);
}

function generate(
  shape: BoxShape | LineShape,
  draw: (w: number, h: number, size: number, scale: number) => Drawable[],
): RoughPart[] {
  const scale = scaleFor({ w: Math.abs(shape.w), h: Math.abs(shape.h) });
  const size = lineWidth(shape.size) * scale;
  return draw(shape.w * scale, shape.h * scale, size, scale).flatMap(({ sets }) =>
    sets.map((set) => partOf(set, size, scale)),
  );
}

function scaleFor({ w, h }: Pick<Box, "w" | "h">): number {
  return Math.min(1, MAX_LENGTH / Math.max(1, w, h));
}

function styleOf(seed: number, size: number): Options {
  return { seed, roughness: ROUGHNESS, strokeWidth: size };
}

function partOf({ type, ops }: OpSet, size: number, scale: number): RoughPart {
  return {
    ops: scale === 1 ? ops : ops.map(({ op, data }) => ({ op, data: data.map((value) => value / scale) })),
    paint: type === "fillPath" ? "tint" : "stroke",
    width: (type === "fillSketch" ? size / 2 : size) / scale,
  };
}
