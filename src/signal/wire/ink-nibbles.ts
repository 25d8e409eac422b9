import { INK_STRIDE, type InkPoints } from "../ink.js";
import type { ByteReader } from "./bytes.js";
import { checkPoint } from "./ink.js";
import { NibbleReader } from "./nibbles.js";

/** The smallest a point of a batch can be behind its first: half a byte each for x, for y, and for both others. */
const MIN_POINT_NIBBLES = 3;

/**
 * The points of one `ink.append` as earlier versions wrote them, to the end of its body, in half bytes (see nibbles.ts).
 * No count: the body's length says where it ends. Refuses what {@link readPoints} refuses.
 *
 * The first point: `x` and `y` with their sign, `t`, and eight bits of which six are `p` and two the shift, which is
 * how many low bits the steps from the first point to all others have in common, all 0 (a device that reports whole
 * pixels on a grid of eighths has three). Each further point: the second differences of `x` and `y` without those bits,
 * then twice the difference of `t` and 1 more when the pressure changed, and then, when it did, the difference of `p`,
 * those above 0 less 1.
 */
export function readNibbleBatch(reader: ByteReader, max: number): InkPoints {
  if (reader.left === 0) return new Int32Array(0);
  const nibbles = new NibbleReader(reader);
  let [x, y, t] = [nibbles.zigzag(), nibbles.zigzag(), nibbles.number()];
  const pressureAndShift = nibbles.byte();
  let p = Math.floor(pressureAndShift / 4);
  const unit = 2 ** (pressureAndShift % 4);
  let [stepX, stepY] = [0, 0];
  checkPoint(reader, x, y, t, p, 0);
  const most = 1 + Math.floor(nibbles.left / MIN_POINT_NIBBLES);
  const points = new Int32Array(INK_STRIDE * Math.min(most, max));
  points.set([x, y, t, p]);
  let end = INK_STRIDE;
  for (; nibbles.left >= MIN_POINT_NIBBLES; end += INK_STRIDE) {
    if (end === points.length) reader.fail(`holds more than ${max} points`);
    stepX += nibbles.zigzag();
    stepY += nibbles.zigzag();
    const [nextX, nextY] = [x + stepX * unit, y + stepY * unit];
    const time = nibbles.number();
    const nextT = t + Math.floor(time / 2);
    const nextP = time % 2 === 0 ? p : p + changeOf(nibbles.zigzag());
    checkPoint(reader, nextX, nextY, nextT, nextP, t);
    [x, y, t, p] = [nextX, nextY, nextT, nextP];
    points[end] = x;
    points[end + 1] = y;
    points[end + 2] = t;
    points[end + 3] = p;
  }
  nibbles.end();
  return end === points.length ? points : points.slice(0, end);
}

/** A change of pressure as it was before the one that cannot be, none at all, was left out. */
function changeOf(coded: number): number {
  return coded >= 0 ? coded + 1 : coded;
}
