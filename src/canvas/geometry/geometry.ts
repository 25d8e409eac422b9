/** One path of a shape's drawing, from the shape's own place as origin, in board units. */
export interface GeometryPart {
  readonly path: Path2D;
  /** `ink` fills with the shape's colour, `tint` with its fill colour, `stroke` draws a line of `width`. */
  readonly paint: "ink" | "tint" | "stroke";
  readonly width: number;
}

/** What is drawn for a shape, bottom to top, whatever its place and colour. */
export type Geometry = readonly GeometryPart[];
