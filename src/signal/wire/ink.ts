import { INK_STRIDE, PRESSURE_MAX, type InkPoints } from "../ink.js";
import type { ByteReader } from "./bytes.js";

/** The smallest a point of a shape can be on the wire: a byte for each of its four numbers. */
const MIN_POINT_BYTES = 4;

const INT32_MAX = 2 ** 31 - 1;

/**
 * Reads what {@link writePoints} wrote; refuses more than `max` points, values beyond 32 bits, time that runs backwards
 * and impossible pressure.
 */
export function readPoints(reader: ByteReader, max: number): InkPoints {
  const count = reader.varint(max);
  if (count * MIN_POINT_BYTES > reader.left) reader.fail(`announces ${count} points, more than its bytes can hold`);
  const points = new Int32Array(count * INK_STRIDE);
  let [x, y, t, p, stepX, stepY] = [0, 0, 0, 0, 0, 0];
  for (let at = 0; at < points.length; at += INK_STRIDE) {
    const nextX = x + stepX + reader.zigzag();
    const nextY = y + stepY + reader.zigzag();
    const nextT = t + reader.zigzag();
    const nextP = p + reader.zigzag();
    checkPoint(reader, nextX, nextY, nextT, nextP, t);
    stepX = at === 0 ? 0 : nextX - x;
    stepY = at === 0 ? 0 : nextY - y;
    [x, y, t, p] = [nextX, nextY, nextT, nextP];
    points[at] = x;
    points[at + 1] = y;
    points[at + 2] = t;
    points[at + 3] = p;
  }
  return points;
}

/** Refuses a point that cannot be, `after` being the time of the one before. */
export function checkPoint(reader: ByteReader, x: number, y: number, t: number, p: number, after: number): void {
  if (Math.max(Math.abs(x), Math.abs(y), t) > INT32_MAX) reader.fail("holds a point beyond 32 bits");
  if (t < after) reader.fail("holds points whose time runs backwards");
  if (p < 0 || p > PRESSURE_MAX) reader.fail(`holds a pressure of ${p}, beyond 0 to ${PRESSURE_MAX}`);
}
