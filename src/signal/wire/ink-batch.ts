import { INK_STRIDE, type InkPoints } from "../ink.js";
import { BitReader } from "./bits.js";
import type { ByteReader } from "./bytes.js";
import { checkPoint } from "./ink.js";

/** The least that a further point takes: a bit each for x and y, and nothing for time and pressure that are even. */
const MIN_POINT_BITS = 2;

export const PRESSURE_BITS = 6;

export const SHIFT_BITS = 2;

/** The ramps (see bits.ts) of the numbers that stand once in a batch, which are as a pen of today makes them. */
export const COUNT_RAMP = 1;

export const PACE_RAMP = 3;

/** How many bits say which ramp the numbers of a column are on. */
export const PLACE_RAMP_BITS = 4;

export const TIME_RAMP_BITS = 2;

export const PRESSURE_RAMP_BITS = 2;

/** What the points of a batch after its first have in common. */
export interface Habits {
  /** How many low bits of the steps from the first point to all others are 0. */
  readonly shift: number;
  /** The ramp of the second differences of x and y. */
  readonly place: number;
  /** The shortest time from one point to the next. */
  readonly pace: number;
  /** The ramp of what is longer than that; null when nothing is. */
  readonly time: number | null;
  /** The ramp of the differences of pressure; null when there is but one. */
  readonly pressure: number | null;
}

/** Reads what {@link writePointBatch} wrote, to the end of the body; refuses what {@link readPoints} refuses. */
export function readPointBatch(reader: ByteReader, max: number): InkPoints {
  if (reader.left === 0) return new Int32Array(0);
  const bits = new BitReader(reader);
  const count = bits.ramp(COUNT_RAMP) + 1;
  if (count > max) bits.fail(`holds more than ${max} points`);
  if ((count - 1) * MIN_POINT_BITS > bits.left) bits.fail(`announces ${count} points, more than its bytes can hold`);
  const points = new Int32Array(count * INK_STRIDE);
  const [x, y, t, p] = [unzigzag(bits.sized()), unzigzag(bits.sized()), bits.sized(), bits.bits(PRESSURE_BITS)];
  checkPoint(reader, x, y, t, p, 0);
  points.set([x, y, t, p]);
  if (count > 1) readOthers(reader, bits, readHabits(bits, count), points);
  bits.end();
  return points;
}

function readOthers(reader: ByteReader, bits: BitReader, habits: Habits, points: InkPoints): void {
  const { shift, place, pace, time, pressure } = habits;
  const unit = 1 << shift;
  let [x, y, t, p] = [points[0]!, points[1]!, points[2]!, points[3]!];
  let [stepX, stepY] = [0, 0];
  for (let at = INK_STRIDE; at < points.length; at += INK_STRIDE) {
    stepX += unzigzag(bits.ramp(place));
    stepY += unzigzag(bits.ramp(place));
    const [nextX, nextY] = [x + stepX * unit, y + stepY * unit];
    const nextT = t + pace + (time === null ? 0 : bits.ramp(time));
    const nextP = pressure === null ? p : p + unzigzag(bits.ramp(pressure));
    checkPoint(reader, nextX, nextY, nextT, nextP, t);
    points[at] = x = nextX;
    points[at + 1] = y = nextY;
    points[at + 2] = t = nextT;
    points[at + 3] = p = nextP;
  }
}

function readHabits(bits: BitReader, count: number): Habits {
  return {
    shift: bits.bits(SHIFT_BITS),
    place: bits.bits(PLACE_RAMP_BITS),
    pace: bits.ramp(PACE_RAMP),
    time: count > 2 ? readRamp(bits, TIME_RAMP_BITS) : null,
    pressure: readRamp(bits, PRESSURE_RAMP_BITS),
  };
}

function readRamp(bits: BitReader, size: number): number | null {
  return bits.bits(1) === 0 ? null : bits.bits(size);
}

function unzigzag(coded: number): number {
  return coded % 2 === 0 ? coded / 2 : -(coded + 1) / 2;
}
