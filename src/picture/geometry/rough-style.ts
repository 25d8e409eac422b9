import type rough from "roughjs";
import { propOf } from "../../signal/optional.js";
import type { BoxShape, LineShape } from "../../signal/shape.js";

type Options = NonNullable<Parameters<ReturnType<typeof rough.generator>["line"]>[4]>;

/** At 1 and above, roughjs asks Math.random for hachures when its own generator gives 0. */
const ROUGHNESS = 0.99;
/** How far roughjs lets a line stray, in its units, when it is drawn by hand. */
const STRAYING = 2;
const ROUGHEST = 2;

/** How a shape's lines are drawn by roughjs, with lines of width `size`. */
export function roughStyle(shape: BoxShape | LineShape, size: number): Options {
  const roughness = roughnessOf(shape);
  const isClean = roughness === 0;
  return {
    seed: shape.seed,
    strokeWidth: size,
    roughness: isClean ? 0 : ROUGHNESS,
    maxRandomnessOffset: STRAYING * roughness,
    bowing: roughness,
    preserveVertices: isClean,
    disableMultiStroke: isClean || propOf(shape, "dash") !== "solid",
    disableMultiStrokeFill: isClean,
  };
}

/** From 0, with a ruler, to 2. */
export function roughnessOf(shape: Pick<BoxShape | LineShape, "kind">): number {
  const roughness = propOf(shape, "roughness");
  return roughness > 0 ? Math.min(ROUGHEST, roughness) : 0;
}

/** Lengths of the dashes and gaps of a shape's outline, to its width; round caps make each dash a width longer. */
export function dashOf(shape: Pick<BoxShape | LineShape, "kind">, width: number): readonly number[] {
  switch (propOf(shape, "dash")) {
    case "dashed":
      return [4 + 2 * width, 4 + 2.5 * width];
    case "dotted":
      return [0.01, 2 + 2 * width];
    default:
      return [];
  }
}
