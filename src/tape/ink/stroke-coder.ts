import { InktapeError } from "../../signal/errors.js";
import { INK_STRIDE, PRESSURE_MAX, PRESSURE_NONE, type InkPoints } from "../../signal/ink.js";
import type { BitCoder } from "./arithmetic-coder.js";
import type { Batch, InkItem } from "./ink-item.js";
import { MixedBit } from "./mixed-bit.js";
import { Motion } from "./motion.js";
import { NumberModel } from "./number-model.js";

/** Milliseconds of one tick: clients cut their batches where the tick of the points' times changes. */
export const TICK = 33;

const LATEST = 2 ** 31 - 1;

/** Codes strokes one after another; both ways are the same walk, so that they cannot drift apart. */
export class StrokeCoder {
  readonly #coder: BitCoder;
  readonly #flags = new MixedBit(64, 8);
  readonly #ends = new MixedBit(4096, 1);
  readonly #edges = new MixedBit(16, 1);
  readonly #starts = new NumberModel(4);
  readonly #shifts = new NumberModel(33);
  readonly #firstPressures = new NumberModel(64);
  readonly #times = new NumberModel(1024);
  readonly #dx = new NumberModel(1024);
  readonly #dy = new NumberModel(1024);
  readonly #pressures = new NumberModel(1024);
  readonly #arrivals = new NumberModel(64);
  readonly #motion = new Motion();

  #points = new Int32Array(1024 * INK_STRIDE);
  #wasLive = 0;
  #wasFlat = 0;
  #wasEmpty = 0;
  #shift = 0;
  #firstPressure = 0;
  #late = 0;
  #later = 0;

  constructor(coder: BitCoder) {
    this.#coder = coder;
  }

  /**
   * Codes one item.
   *
   * @param given what to write; a reader gives null.
   * @param most how many points it may have; a reader refuses more.
   */
  code(given: InkItem | null, most: number): InkItem {
    const points = given?.points ?? null;
    const live = this.#flag(0, given?.batches ? 1 : 0, this.#wasLive);
    this.#wasLive = live;
    if (live === 0) {
      this.#wasEmpty = this.#flag(1, points?.length === 0 ? 1 : 0, this.#wasEmpty);
      if (this.#wasEmpty === 1) return { points: new Int32Array(0), batches: null };
    }
    const flat = this.#flag(2, points && isFlat(points) ? 1 : 0, this.#wasFlat);
    this.#wasFlat = flat;
    const shift = this.#shifts.code(this.#coder, points ? sharedZeros(points, this.#shift) : 0, this.#shift, 0, 0);
    if (shift < 0 || shift > 31) throw damaged("a grid that no stroke has");
    this.#shift = shift;
    const batches: Batch[] | null = live === 1 ? [] : null;
    const count = this.#walk(given, most, flat === 1, batches);
    return { points: points ?? this.#points.slice(0, count * INK_STRIDE), batches };
  }

  #walk(given: InkItem | null, most: number, flat: boolean, batches: Batch[] | null): number {
    const coder = this.#coder;
    const points = given?.points ?? null;
    const total = points ? points.length / INK_STRIDE : 0;
    const shift = this.#shift;
    let x = this.#starts.code(coder, points ? (points[0] as number) : 0, 0, 0, 0) | 0;
    let y = this.#starts.code(coder, points ? (points[1] as number) : 0, 1, 1, 1) | 0;
    let t = this.#starts.code(coder, points ? (points[2] as number) : 0, 2, 2, 2) | 0;
    let p = PRESSURE_NONE;
    if (!flat) {
      p = this.#firstPressures.code(coder, points ? (points[3] as number) : 0, this.#firstPressure, 0, 0);
      if (p < 0 || p > PRESSURE_MAX) throw damaged("a pressure that no pen has");
      this.#firstPressure = p;
    }
    if (most < 1) throw damaged("more points than it says");
    this.#put(0, x, y, t, p);
    this.#motion.begin();
    let [dt1, dt2, dx1, dy1, dx2, dy2, dp1] = [0, 0, 0, 0, 0, 0, 0];
    let [rx1, ry1, mean] = [0, 0, 0];
    let index = 1;
    let batch = 0;
    let from = 0;
    let at = 0;
    let lastTick = Math.floor(t / TICK);
    for (; ; index++) {
      const speed = signed(Math.abs(dx1) + Math.abs(dy1)) - 10;
      const isFirst = index === 1 ? 0 : index === 2 ? 1 : 2;
      const more = this.#ends.code(
        coder,
        index < total ? 1 : 0,
        p * 21 + signed(dp1),
        1344 + Math.min(speed, 11) * 32 + Math.min(bits(dt1), 31),
        2048 + Math.min(index, 255),
        0,
      );
      if (more === 0) break;
      if (index >= most) throw damaged("more points than it says");
      const place = index * INK_STRIDE;
      const dt = this.#times.code(
        coder,
        points ? (points[place + 2] as number) - t : 0,
        Math.min(dt1, 31) * 32 + Math.min(dt2, 31),
        Math.min(dt1, 31) * 21 + signed(dp1),
        Math.min(dt1, 31) * 21 + isFirst * 7 + Math.min(speed, 6),
      );
      if (dt < 0 || t + dt > LATEST) throw damaged("a time that no point has");
      const tick = Math.floor((t + dt) / TICK);
      if (batches) {
        const crossed = tick !== Math.floor(t / TICK) ? 1 : 0;
        const edge = given?.batches ? (index - from === given.batches[batch]?.count ? 1 : 0) : 0;
        const context = crossed;
        if (this.#edges.code(coder, edge, context, 4 + context, 8 + context, 0) === 1) {
          at = this.#arrival(given, batches, batch, at, Math.floor(t / TICK) - lastTick);
          batches.push({ count: index - from, at });
          lastTick = Math.floor(t / TICK);
          from = index;
          batch++;
        }
      }
      this.#motion.predict(dt);
      const px = Math.round(this.#motion.x);
      const rx = this.#dx.code(
        coder,
        points ? ((((points[place] as number) - x) | 0) >> shift) - px : 0,
        signed(rx1) * 21 + signed(px - dx1),
        signed(px) * 21 + Math.min(bits(mean), 20),
        signed(dx1) * 21 + signed(dx2),
      );
      const dx = (rx + px) | 0;
      const py = Math.round(this.#motion.y);
      const ry = this.#dy.code(
        coder,
        points ? ((((points[place + 1] as number) - y) | 0) >> shift) - py : 0,
        signed(ry1) * 21 + signed(py - dy1),
        signed(py) * 21 + Math.min(bits(mean), 20),
        signed(dy1) * 21 + signed(dy2),
      );
      const dy = (ry + py) | 0;
      this.#motion.learn(dx, dy);
      let dp = 0;
      if (!flat) {
        dp = this.#pressures.code(
          coder,
          points ? (points[place + 3] as number) - p : 0,
          Math.min(p, 47) * 21 + signed(dp1),
          Math.min(speed, 15) * 21 + signed(dp1),
          signed(dp1) * 21 + Math.min(bits(dt), 20),
        );
        p += dp;
        if (p < 0 || p > PRESSURE_MAX) throw damaged("a pressure that no pen has");
      }
      x = (x + (dx << shift)) | 0;
      y = (y + (dy << shift)) | 0;
      t += dt;
      this.#put(index, x, y, t, p);
      [dt2, dt1, dx2, dx1, dy2, dy1, dp1] = [dt1, dt, dx1, dx, dy1, dy, dp];
      [rx1, ry1] = [rx, ry];
      mean = mean + (4 * Math.min(Math.abs(rx) + Math.abs(ry), 4096) - mean) / 4;
    }
    if (batches) {
      at = this.#arrival(given, batches, batch, at, Math.floor(t / TICK) - lastTick);
      batches.push({ count: index - from, at });
    }
    return index;
  }

  #arrival(given: InkItem | null, batches: Batch[], batch: number, before: number, ticks: number): number {
    const foreseen = batch === 0 ? 0 : before + TICK * ticks;
    const late = this.#arrivals.code(
      this.#coder,
      given?.batches ? (given.batches[batch] as Batch).at - foreseen : 0,
      signed(this.#late) + (batch === 0 ? 0 : 21),
      signed(this.#later),
      batch === 0 ? 0 : 1,
    );
    const at = foreseen + late;
    if (at < before) throw damaged("a batch before the one before");
    this.#later = this.#late;
    this.#late = late;
    return at;
  }

  #put(index: number, x: number, y: number, t: number, p: number): void {
    const place = index * INK_STRIDE;
    if (place === this.#points.length) {
      const grown = new Int32Array(this.#points.length * 2);
      grown.set(this.#points);
      this.#points = grown;
    }
    this.#points[place] = x;
    this.#points[place + 1] = y;
    this.#points[place + 2] = t;
    this.#points[place + 3] = p;
  }

  #flag(which: number, bit: number, last: number): number {
    const slot = which * 2 + last;
    return this.#flags.code(this.#coder, bit, slot, slot, slot, which);
  }
}

function isFlat(points: InkPoints): boolean {
  for (let at = 3; at < points.length; at += INK_STRIDE) if (points[at] !== PRESSURE_NONE) return false;
  return true;
}

/** How many low zero bits the ways from the first point to all others share; `without` where there are no ways. */
function sharedZeros(points: InkPoints, without: number): number {
  let ways = 0;
  for (let at = INK_STRIDE; at < points.length; at += INK_STRIDE) {
    ways |= ((points[at] as number) - (points[0] as number)) | ((points[at + 1] as number) - (points[1] as number));
  }
  return ways === 0 ? without : 31 - Math.clz32(ways & -ways);
}

/** How many bits a number has. */
function bits(value: number): number {
  return 32 - Math.clz32(value);
}

/** A number's sign and length as one of 21 classes; 10 is zero. */
function signed(value: number): number {
  const length = Math.min(10, 32 - Math.clz32(value < 0 ? -value : value));
  return value < 0 ? 10 - length : 10 + length;
}

export function damaged(what: string): InktapeError {
  return new InktapeError(
    "bad-bytes",
    `The ink is damaged: it holds ${what}. Fetch it again, or play the tape without it.`,
  );
}
