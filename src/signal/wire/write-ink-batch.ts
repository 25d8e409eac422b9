import { InktapeError } from "../errors.js";
import { INK_STRIDE, PRESSURE_MAX, type InkPoints } from "../ink.js";
import { BitWriter } from "./bit-writer.js";
import type { ByteWriter } from "./byte-writer.js";
import {
  PRESSURE_BITS,
  SHIFT_BITS,
  COUNT_RAMP,
  PACE_RAMP,
  PLACE_RAMP_BITS,
  TIME_RAMP_BITS,
  PRESSURE_RAMP_BITS,
  type Habits,
} from "./ink-batch.js";

/** A batch leaves out so many low bits of its steps at most, when all of them are 0. */
const MAX_SHIFT = 3;

/**
 * The points of one `ink.append`, to the end of its body, in bits (see bits.ts): what a pen says 30 times a second.
 * Complete in itself. No points are no bytes.
 *
 * First how many points there are, less 1. The first point: `x` and `y` with the sign lowest, `t`, and six bits of `p`.
 * When there are more, what they have in common: the shift, which is how many low bits the steps from the first point to
 * all others have that are all 0 (a device that reports whole pixels on a grid of eighths has three); the ramp of the
 * places; the shortest difference of `t`; a bit and, when it is 1, the ramp of what differences of `t` are longer; the
 * same of the differences of `p`. The bit of time is left out for two points, whose one difference is the shortest.
 * Then each further point: the second differences of `x` and `y` without the low bits, with the sign lowest; the
 * difference of `t` less the shortest; the difference of `p` with the sign lowest; of the last two what is not known.
 *
 * Throws `bad-signal` for time that runs backwards and impossible pressure, which this form cannot say.
 */
export function writePointBatch(writer: ByteWriter, points: InkPoints): void {
  if (points.length === 0) return;
  checkWritten(points);
  const bits = new BitWriter(writer);
  const count = points.length / INK_STRIDE;
  bits.ramp(count - 1, COUNT_RAMP);
  bits.sized(zigzag(points[0]!));
  bits.sized(zigzag(points[1]!));
  bits.sized(points[2]!);
  bits.bits(points[3]!, PRESSURE_BITS);
  if (count > 1) {
    const habits = habitsOf(points);
    writeHabits(bits, habits, count);
    writeOthers(bits, habits, points);
  }
  bits.finish();
}

function writeOthers(bits: BitWriter, { shift, place, pace, time, pressure }: Habits, points: InkPoints): void {
  const unit = 1 << shift;
  let [stepX, stepY] = [0, 0];
  for (let at = INK_STRIDE; at < points.length; at += INK_STRIDE) {
    const nextX = (points[at]! - points[at - 4]!) / unit;
    const nextY = (points[at + 1]! - points[at - 3]!) / unit;
    bits.ramp(zigzag(nextX - stepX), place);
    bits.ramp(zigzag(nextY - stepY), place);
    if (time !== null) bits.ramp(points[at + 2]! - points[at - 2]! - pace, time);
    if (pressure !== null) bits.ramp(zigzag(points[at + 3]! - points[at - 1]!), pressure);
    [stepX, stepY] = [nextX, nextY];
  }
}

function writeHabits(bits: BitWriter, { shift, place, pace, time, pressure }: Habits, count: number): void {
  bits.bits(shift, SHIFT_BITS);
  bits.bits(place, PLACE_RAMP_BITS);
  bits.ramp(pace, PACE_RAMP);
  if (count > 2) writeRamp(bits, time, TIME_RAMP_BITS);
  writeRamp(bits, pressure, PRESSURE_RAMP_BITS);
}

function writeRamp(bits: BitWriter, ramp: number | null, size: number): void {
  if (ramp === null) bits.bits(0, 1);
  else bits.bits(1 + 2 * ramp, 1 + size);
}

function habitsOf(points: InkPoints): Habits {
  const others = points.length / INK_STRIDE - 1;
  let [zeros, places, pressures, pace] = [2 ** MAX_SHIFT, 0, 0, Number.POSITIVE_INFINITY];
  let [stepX, stepY] = [0, 0];
  for (let at = INK_STRIDE; at < points.length; at += INK_STRIDE) {
    const nextX = points[at]! - points[at - 4]!;
    const nextY = points[at + 1]! - points[at - 3]!;
    const dt = points[at + 2]! - points[at - 2]!;
    zeros |= nextX | nextY;
    places += Math.abs(nextX - stepX) + Math.abs(nextY - stepY);
    if (dt < pace) pace = dt;
    pressures += Math.abs(points[at + 3]! - points[at - 1]!);
    [stepX, stepY] = [nextX, nextY];
  }
  const shift = 31 - Math.clz32(zeros & -zeros);
  const time = points.at(-2)! - points[2]! - others * pace;
  return {
    shift,
    place: rampOf((2 * places) / (1 << shift), 2 * others, PLACE_RAMP_BITS),
    pace,
    time: time === 0 ? null : rampOf(time, others, TIME_RAMP_BITS),
    pressure: pressures === 0 ? null : rampOf(2 * pressures, others, PRESSURE_RAMP_BITS),
  };
}

/** The ramp for so many numbers of a sum, of those that so many bits can name. */
function rampOf(sum: number, count: number, size: number): number {
  let ramp = 0;
  const most = (1 << size) - 1;
  for (let typical = 1.5 * count; ramp < most && sum > typical; typical *= 2) ramp += 1;
  return ramp;
}

function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

function checkWritten(points: InkPoints): void {
  let last = 0;
  for (let at = 0; at < points.length; at += INK_STRIDE) {
    const [t, p] = [points[at + 2]!, points[at + 3]!];
    if (t < last) throw new InktapeError("bad-signal", `Ink cannot hold a point of time ${t} after one of ${last}.`);
    if (p < 0 || p > PRESSURE_MAX) {
      throw new InktapeError("bad-signal", `Ink cannot hold a pressure of ${p}; it is 0 to ${PRESSURE_MAX}.`);
    }
    last = t;
  }
}
