import { InktapeError } from "../../signal/errors.js";
import { INK_STRIDE, pointCount, PRESSURE_MAX, type InkPoints } from "../../signal/ink.js";

/** One stroke's ink as a section holds it. */
export interface InkItem {
  readonly points: InkPoints;
  /** How the points came, in order; null when they came whole, with an added shape, and not live. */
  readonly batches: readonly Batch[] | null;
}

/** The points of one entry of a stroke drawn live. */
export interface Batch {
  /** How many points; at least 1. The counts of a stroke add up to its points. */
  readonly count: number;
  /** Whole milliseconds after the entry that began the stroke; never less than in the batch before. */
  readonly at: number;
}

/** What a section may hold; a reader refuses more. */
export interface InkLimits {
  readonly items: number;
  readonly points: number;
}

/** The latest that a batch may come. */
const LATEST = 2 ** 40;

/** What is wrong with an item; null when nothing is. */
export function problemOf({ points, batches }: InkItem): string | null {
  for (let at = 0; at < points.length; at += INK_STRIDE) {
    const [t, p] = [points[at + 2] as number, points[at + 3] as number];
    if (at > 0 && t < (points[at + 2 - INK_STRIDE] as number)) return "a time that runs backwards";
    if (p < 0 || p > PRESSURE_MAX) return `a pressure that is not from 0 to ${PRESSURE_MAX}`;
  }
  return batches && problemOfBatches(batches, pointCount(points));
}

function problemOfBatches(batches: readonly Batch[], count: number): string | null {
  let [sum, last] = [0, 0];
  for (const batch of batches) {
    if (!(batch.count >= 1)) return "a batch without points";
    if (!(batch.at >= last && batch.at <= LATEST)) return "a batch that came before the one before, or never";
    sum += batch.count;
    last = batch.at;
  }
  return sum === count && count > 0 ? null : "batches that do not add up to its points";
}

/** Says that a section holds what no writer wrote. */
export function damaged(what: string): InktapeError {
  return new InktapeError("bad-bytes", `The ink is damaged: it holds ${what}. Take it from a copy of the tape.`);
}
