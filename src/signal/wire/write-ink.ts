import { INK_STRIDE, type InkPoints } from "../ink.js";
import type { ByteWriter } from "./byte-writer.js";

/**
 * The points of a whole shape, as a count and then differences: the second difference of `x` and `y`, the first of `t`
 * and `p`, each a varint. A hand moves evenly, so most are one byte.
 */
export function writePoints(writer: ByteWriter, points: InkPoints): void {
  writer.varint(points.length / INK_STRIDE);
  const last = new Float64Array(INK_STRIDE);
  let stepX = 0;
  let stepY = 0;
  for (let at = 0; at < points.length; at += INK_STRIDE) {
    const [x, y, t, p] = [points[at]!, points[at + 1]!, points[at + 2]!, points[at + 3]!];
    writer.zigzag(x - last[0]! - stepX);
    writer.zigzag(y - last[1]! - stepY);
    writer.zigzag(t - last[2]!);
    writer.zigzag(p - last[3]!);
    // The first point's way from the origin says nothing about how fast the hand is.
    stepX = at === 0 ? 0 : x - last[0]!;
    stepY = at === 0 ? 0 : y - last[1]!;
    last.set([x, y, t, p]);
  }
}
