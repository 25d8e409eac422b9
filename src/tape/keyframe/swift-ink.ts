import { INK_STRIDE, pointCount, PRESSURE_MAX, type InkPoints } from "../../signal/ink.js";
import { LIMITS } from "../../signal/limits.js";
import { ByteReader } from "../../signal/wire/bytes.js";
import { ByteWriter } from "../../signal/wire/byte-writer.js";
import { checkPoint } from "../../signal/wire/ink.js";
import { riceFor, RiceReader, RiceWriter } from "./rice.js";

/** The smallest a point can be: a bit for each of its four numbers. */
const MIN_POINT_BITS = 4;
/** Steps leave out so many low bits at most, when all of them are 0. */
const MAX_SHIFT = 3;
/** One less than the least place of a point. */
const INT32_MIN = -(2 ** 31);

/**
 * Writes the ink of strokes so that it is read about as fast as it can be copied: two runs of bytes, each behind its length.
 *
 * The heads, of each stroke: `varint` count; `zigzag` each of the first point's numbers; `varint` four times the shortest
 * time from one point to the next, and how many low bits the steps of x and y have in common that are 0; two bytes, four
 * times four bits: the parameters of the Rice codes (rice.ts) of x, y, t and p.
 *
 * The codes, of each stroke four columns with a number for each further point: the second differences of x, and of y,
 * without those low bits; the difference of t less the shortest; the difference of p. All but the third have their sign
 * lowest; all are modulo 2 to the power of 32.
 */
export function writeSwiftInk(w: ByteWriter, inks: readonly InkPoints[]): void {
  const [heads, codes] = [new ByteWriter(), new RiceWriter()];
  const steps = new Uint32Array(Math.max(0, ...inks.map(({ length }) => length)));
  for (const points of inks) writeInk(heads, codes, points, steps);
  w.bytes(heads.finish());
  w.bytes(codes.finish());
}

/**
 * Reads what {@link writeSwiftInk} wrote. Refuses what `readPoints` of the wire does; never makes more than 32 times as
 * many bytes as it reads. Throws `bad-bytes` or `too-large`.
 */
export function readSwiftInk(r: ByteReader): InkPoints[] {
  const heads = new ByteReader(r.view(r.varint(r.left)), "keyframe");
  const codes = new RiceReader(r.view(r.varint(r.left)));
  const inks: InkPoints[] = [];
  while (heads.left > 0) inks.push(readInk(heads, codes));
  if (codes.left < 0 || codes.left > 7) heads.fail("holds other bits than its points need");
  return inks;
}

function writeInk(heads: ByteWriter, codes: RiceWriter, points: InkPoints, steps: Uint32Array): void {
  heads.varint(pointCount(points));
  if (points.length === 0) return;
  const shift = sharedZeros(points);
  const shortest = fillSteps(points, steps, shift);
  const kx = parameterOf(steps, 0, points.length);
  const ky = parameterOf(steps, 1, points.length);
  const kt = parameterOf(steps, 2, points.length);
  const kp = parameterOf(steps, 3, points.length);
  for (let at = 0; at < INK_STRIDE; at++) heads.zigzag(points[at]!);
  heads.varint(shortest * (MAX_SHIFT + 1) + shift);
  heads.byte(kx * 16 + ky);
  heads.byte(kt * 16 + kp);
  writeColumn(codes, steps, 0, points.length, kx);
  writeColumn(codes, steps, 1, points.length, ky);
  writeColumn(codes, steps, 2, points.length, kt);
  writeColumn(codes, steps, 3, points.length, kp);
}

function writeColumn(codes: RiceWriter, steps: Uint32Array, place: number, end: number, k: number): void {
  for (let at = INK_STRIDE + place; at < end; at += INK_STRIDE) codes.number(steps[at]!, k);
}

/** Puts what is coded of each further point in its place in `steps`. Returns the shortest time between two points. */
function fillSteps(points: InkPoints, steps: Uint32Array, shift: number): number {
  let stepX = 0;
  let stepY = 0;
  let shortest = points.length > INK_STRIDE ? wayAt(points, INK_STRIDE + 2) : 0;
  for (let at = INK_STRIDE; at < points.length; at += INK_STRIDE) {
    const nextX = wayAt(points, at) >> shift;
    const nextY = wayAt(points, at + 1) >> shift;
    const time = wayAt(points, at + 2);
    steps[at] = signLow((nextX - stepX) | 0);
    steps[at + 1] = signLow((nextY - stepY) | 0);
    steps[at + 2] = time;
    steps[at + 3] = signLow(wayAt(points, at + 3));
    stepX = nextX;
    stepY = nextY;
    if (time < shortest) shortest = time;
  }
  // Time that runs backwards is not for this form to mend: whoever reads it refuses it.
  shortest = Math.max(0, shortest);
  for (let at = INK_STRIDE + 2; at < points.length; at += INK_STRIDE) steps[at]! -= shortest;
  return shortest;
}

/** The parameter for one of the four numbers of the further points. */
function parameterOf(steps: Uint32Array, place: number, end: number): number {
  let sum = 0;
  for (let at = INK_STRIDE + place; at < end; at += INK_STRIDE) sum += steps[at]!;
  return riceFor(sum, end / INK_STRIDE - 1);
}

function readInk(heads: ByteReader, codes: RiceReader): InkPoints {
  const count = heads.varint(LIMITS.strokePoints);
  if ((count - 1) * MIN_POINT_BITS > codes.left) heads.fail(`announces ${count} points, more than its bits can hold`);
  const points = new Int32Array(count * INK_STRIDE);
  if (count === 0) return points;
  for (let at = 0; at < INK_STRIDE; at++) points[at] = readNumber(heads);
  checkPoint(heads, points[0]!, points[1]!, points[2]!, points[3]!, 0);
  const shortestAndShift = heads.varint(2 ** 34);
  const ofPlaces = heads.byte();
  const ofRest = heads.byte();
  codes.column(points, INK_STRIDE, INK_STRIDE, ofPlaces >> 4);
  codes.column(points, INK_STRIDE + 1, INK_STRIDE, ofPlaces & 15);
  codes.column(points, INK_STRIDE + 2, INK_STRIDE, ofRest >> 4);
  codes.column(points, INK_STRIDE + 3, INK_STRIDE, ofRest & 15);
  const shift = shortestAndShift % (MAX_SHIFT + 1);
  if (!goSteps(points, shift, Math.floor(shortestAndShift / (MAX_SHIFT + 1))))
    heads.fail("holds a point that cannot be");
  return points;
}

/** Makes points of what was coded of them, the first one being there. False when one of them cannot be. */
function goSteps(points: InkPoints, shift: number, shortest: number): boolean {
  let x = points[0]!;
  let y = points[1]!;
  let t = points[2]!;
  let p = points[3]!;
  let stepX = 0;
  let stepY = 0;
  let isPossible = true;
  for (let at = INK_STRIDE; at < points.length; at += INK_STRIDE) {
    stepX = (stepX + signed(points[at]!)) | 0;
    stepY = (stepY + signed(points[at + 1]!)) | 0;
    x = (x + (stepX << shift)) | 0;
    y = (y + (stepY << shift)) | 0;
    t += shortest + (points[at + 2]! >>> 0);
    p = (p + signed(points[at + 3]!)) | 0;
    if (x === INT32_MIN || y === INT32_MIN || p < 0 || p > PRESSURE_MAX) isPossible = false;
    points[at] = x;
    points[at + 1] = y;
    points[at + 2] = t;
    points[at + 3] = p;
  }
  // Time only goes on.
  return isPossible && t <= -(INT32_MIN + 1);
}

/** One of a point's numbers as it is. */
function readNumber(heads: ByteReader): number {
  const number = heads.zigzag();
  return number === (number | 0) ? number : heads.fail("holds a point beyond 32 bits");
}

/** From the number of the point before to this one, modulo 2 to the power of 32. */
function wayAt(points: InkPoints, at: number): number {
  return (points[at]! - points[at - INK_STRIDE]!) | 0;
}

/** A number of 32 bits with its sign lowest. */
function signLow(value: number): number {
  return ((value << 1) ^ (value >> 31)) >>> 0;
}

/** What {@link signLow} made the number of. */
function signed(coded: number): number {
  return (coded >>> 1) ^ -(coded & 1);
}

/** How many low bits are 0 in all steps of x and y, {@link MAX_SHIFT} at most. */
function sharedZeros(points: InkPoints): number {
  let bits = 1 << MAX_SHIFT;
  for (let at = INK_STRIDE; at < points.length; at += INK_STRIDE) bits |= wayAt(points, at) | wayAt(points, at + 1);
  return 31 - Math.clz32(bits & -bits);
}
