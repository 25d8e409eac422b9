const THINNEST = 0.25;

/** The width a shape's lines are drawn with: its `size`, which may be anything on the wire, where that can be seen. */
export function lineWidth(size: number): number {
  return Math.max(THINNEST, size);
}
