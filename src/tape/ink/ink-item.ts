import type { InkPoints } from "../../signal/ink.js";

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
