import { INK_STRIDE, PRESSURE_MAX, PRESSURE_NONE, tickOf, type InkPoints } from "../../signal/ink.js";
import type { BitCoder } from "../coding/arithmetic-coder.js";
import { BatchModel } from "./batch-model.js";
import { damaged, type Batch, type InkItem } from "./ink-item.js";
import { NumberModel } from "../coding/number-model.js";
import { PointModel } from "./point-model.js";

// A stroke's kind is the sum of what is true of it, or that it has no points.
/** All pressures are those of a device that has none. */
const FLAT = 1;
/** It was drawn live, in batches. */
const LIVE = 2;
/** Some of its batches end where the tick does not change. */
const FREE = 4;
const EMPTY = 8;

/** All that a stroke without points is, so that a million of them take no room. */
const NOTHING: InkItem = { points: new Int32Array(0), batches: null };

const SHIFTS = 32;
const LATEST = 2 ** 31 - 1;

/** Codes strokes one after another. Both ways are the same walk, so that they cannot drift apart. */
export class StrokeCoder {
  readonly #coder: BitCoder;
  readonly #kinds = new NumberModel(EMPTY + 1, 1, 1);
  readonly #shifts = new NumberModel(SHIFTS, 1, 1);
  readonly #starts = new NumberModel(3, 1, 1);
  readonly #pressures = new NumberModel(PRESSURE_MAX + 1, 1, 1);
  readonly #points = new PointModel();
  readonly #batches = new BatchModel();

  /** The points of the stroke being read. */
  #read = new Int32Array(64 * INK_STRIDE);
  #kind = 0;
  #shift = 0;
  /** The first pressure of the last stroke that was not flat. */
  #pressure = PRESSURE_NONE;

  constructor(coder: BitCoder) {
    this.#coder = coder;
  }

  /**
   * Codes one stroke.
   *
   * @param given the stroke to write; null reads one.
   * @param most how many points it may have. Throws `bad-bytes` for one that goes on beyond.
   */
  code(given: InkItem | null, most: number): InkItem {
    const points = given ? given.points : null;
    const kind = this.#kinds.code(this.#coder, given ? kindOf(given) : 0, this.#kind, 0, 0);
    if (kind < 0 || kind > EMPTY) throw damaged("a stroke of no kind");
    this.#kind = kind;
    if (kind === EMPTY) return NOTHING;
    const shift = this.#shifts.code(this.#coder, points ? sharedZeros(points, this.#shift) : 0, this.#shift, 0, 0);
    if (shift < 0 || shift >= SHIFTS) throw damaged("a stroke on no grid");
    this.#shift = shift;
    return this.#walk(given, most);
  }

  #walk(given: InkItem | null, most: number): InkItem {
    const coder = this.#coder;
    const model = this.#points;
    const batches = this.#kind & LIVE ? this.#batches : null;
    const isFlat = (this.#kind & FLAT) !== 0;
    const shift = this.#shift;
    const points = given ? given.points : null;
    const count = points ? points.length / INK_STRIDE : 0;
    let x = this.#start(0, points);
    let y = this.#start(1, points);
    let t = this.#start(2, points);
    let p = isFlat ? PRESSURE_NONE : this.#firstPressure(points);
    model.begin(p);
    batches?.begin(given ? given.batches : null, (this.#kind & FREE) !== 0, t);
    let index = 0;
    for (;;) {
      if (index >= most) throw damaged("more points than it says");
      if (!points) this.#keep(index, x, y, t, p);
      index += 1;
      if (model.more(coder, index < count ? 1 : 0) === 0) break;
      if (coder.isOverrun) throw damaged("fewer bytes than it needs");
      if (points) {
        const at = index * INK_STRIDE;
        const dx = (((points[at] as number) - x) | 0) >> shift;
        const dy = (((points[at + 1] as number) - y) | 0) >> shift;
        model.code(coder, isFlat, (points[at + 2] as number) - t, dx, dy, (points[at + 3] as number) - p);
      } else {
        model.code(coder, isFlat, 0, 0, 0, 0);
      }
      const next = t + model.dt;
      if (next < t || next > LATEST) throw damaged("a time that no point has");
      batches?.code(coder, index, t, next);
      x = (x + (model.dx << shift)) | 0;
      y = (y + (model.dy << shift)) | 0;
      t = next;
      p += model.dp;
      if (p < 0 || p > PRESSURE_MAX) throw damaged("a pressure that no pen has");
    }
    const came = batches ? batches.end(coder, index, t) : null;
    return { points: points ?? this.#read.slice(0, index * INK_STRIDE), batches: came };
  }

  /** Codes one number of a stroke's first point. */
  #start(which: number, points: InkPoints | null): number {
    return this.#starts.code(this.#coder, points ? (points[which] as number) : 0, which, 0, 0) | 0;
  }

  #firstPressure(points: InkPoints | null): number {
    const p = this.#pressures.code(this.#coder, points ? (points[3] as number) : 0, this.#pressure, 0, 0);
    if (p < 0 || p > PRESSURE_MAX) throw damaged("a pressure that no pen has");
    this.#pressure = p;
    return p;
  }

  #keep(index: number, x: number, y: number, t: number, p: number): void {
    const at = index * INK_STRIDE;
    if (at === this.#read.length) {
      const grown = new Int32Array(this.#read.length * 2);
      grown.set(this.#read);
      this.#read = grown;
    }
    const read = this.#read;
    read[at] = x;
    read[at + 1] = y;
    read[at + 2] = t;
    read[at + 3] = p;
  }
}

function kindOf({ points, batches }: InkItem): number {
  if (points.length === 0) return EMPTY;
  return (isFlat(points) ? FLAT : 0) + (batches ? LIVE : 0) + (batches && isFree(points, batches) ? FREE : 0);
}

function isFlat(points: InkPoints): boolean {
  for (let at = 3; at < points.length; at += INK_STRIDE) if (points[at] !== PRESSURE_NONE) return false;
  return true;
}

function isFree(points: InkPoints, batches: readonly Batch[]): boolean {
  let end = 0;
  return batches.slice(0, -1).some(({ count }) => {
    end += count * INK_STRIDE;
    return tickOf(points[end - INK_STRIDE + 2] as number) === tickOf(points[end + 2] as number);
  });
}

/** How many low zero bits the ways from the first point to all others share; `otherwise` where there are no ways. */
function sharedZeros(points: InkPoints, otherwise: number): number {
  let ways = 0;
  for (let at = INK_STRIDE; at < points.length; at += INK_STRIDE) {
    ways |= ((points[at] as number) - (points[0] as number)) | ((points[at + 1] as number) - (points[1] as number));
  }
  return ways === 0 ? otherwise : 31 - Math.clz32(ways & -ways);
}
