import type { Path } from "./path.js";

/** One path of a shape's drawing, from the shape's own place as origin, in board units. */
export interface GeometryPart<P extends Path> {
  readonly path: P;
  /** `ink` fills with the shape's colour, `tint` with its fill colour, `stroke` draws a line of `width`. */
  readonly paint: "ink" | "tint" | "stroke";
  readonly width: number;
}

/** What is drawn for a shape, bottom to top, whatever its place and colour. Lines have round caps and joins. */
export type Geometry<P extends Path> = readonly GeometryPart<P>[];
