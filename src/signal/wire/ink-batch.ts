import { InktapeError } from "../errors.js";
import { INK_STRIDE, PRESSURE_MAX, type InkPoints } from "../ink.js";
import type { ByteReader, ByteWriter } from "./bytes.js";
import { checkPoint } from "./ink.js";
import { NibbleReader, NibbleWriter } from "./nibbles.js";

/** The smallest a point of a batch can be behind its first: half a byte each for x, for y, and for both others. */
const MIN_POINT_NIBBLES = 3;
/** A batch leaves out so many low bits of its steps at most, when all of them are 0. */
const MAX_SHIFT = 3;

/**
 * The points of one `ink.append`, to the end of its body, in half bytes (see nibbles.ts): what a pen says 30 times a
 * second. No count: the body's length says where it ends. Complete in itself.
 *
 * The first point: `x` and `y` with their sign, `t`, and eight bits of which six are `p` and two the shift, which is
 * how many low bits the steps from the first point to all others have in common, all 0 (a device that reports whole
 * pixels on a grid of eighths has three). Each further point: the second differences of `x` and `y` without those bits,
 * then twice the difference of `t` and 1 more when the pressure changed, and then, when it did, the difference of `p`,
 * those above 0 less 1.
 *
 * Throws `bad-signal` for time that runs backwards and impossible pressure, which this form cannot say.
 */
export function writePointBatch(writer: ByteWriter, points: InkPoints): void {
  if (points.length === 0) return;
  const nibbles = new NibbleWriter(writer);
  const shift = sharedZeros(points);
  const unit = 2 ** shift;
  let [x, y, t, p, stepX, stepY] = [points[0]!, points[1]!, points[2]!, points[3]!, 0, 0];
  checkWritten(t, p, 0);
  nibbles.zigzag(x);
  nibbles.zigzag(y);
  nibbles.number(t);
  nibbles.byte(p * 4 + shift);
  for (let at = INK_STRIDE; at < points.length; at += INK_STRIDE) {
    const [nextX, nextY, nextT, nextP] = [points[at]!, points[at + 1]!, points[at + 2]!, points[at + 3]!];
    checkWritten(nextT, nextP, t);
    nibbles.zigzag((nextX - x) / unit - stepX);
    nibbles.zigzag((nextY - y) / unit - stepY);
    nibbles.number(2 * (nextT - t) + (nextP === p ? 0 : 1));
    if (nextP !== p) nibbles.zigzag(nextP > p ? nextP - p - 1 : nextP - p);
    stepX = (nextX - x) / unit;
    stepY = (nextY - y) / unit;
    [x, y, t, p] = [nextX, nextY, nextT, nextP];
  }
  nibbles.finish();
}

/** Reads what {@link writePointBatch} wrote, to the end of the body; refuses what {@link readPoints} refuses. */
export function readPointBatch(reader: ByteReader, max: number): InkPoints {
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

/** How many low bits are 0 in the steps from the first point to all others, {@link MAX_SHIFT} at most. */
function sharedZeros(points: InkPoints): number {
  let bits = 2 ** MAX_SHIFT;
  for (let at = INK_STRIDE; at < points.length; at += INK_STRIDE) {
    bits |= (points[at]! - points[0]!) | (points[at + 1]! - points[1]!);
  }
  return Math.log2(bits & -bits);
}

/** A change of pressure as it was before the one that cannot be, none at all, was left out. */
function changeOf(coded: number): number {
  return coded >= 0 ? coded + 1 : coded;
}

function checkWritten(t: number, p: number, after: number): void {
  if (t < after) throw new InktapeError("bad-signal", `Ink cannot hold a point of time ${t} after one of ${after}.`);
  if (p < 0 || p > PRESSURE_MAX) {
    throw new InktapeError("bad-signal", `Ink cannot hold a pressure of ${p}; it is 0 to ${PRESSURE_MAX}.`);
  }
}
