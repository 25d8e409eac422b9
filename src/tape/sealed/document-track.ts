import type { Seq } from "../../signal/ids.js";
import type { InkHeader, Shape } from "../../signal/shape.js";
import type { Signal } from "../../signal/signal.js";
import type { InkHead } from "./document-ops.js";

/** Stands for a time that the ink part knows. */
export const UNTOLD = -1;

/** A live stroke, and where its entries stand in the track. */
export interface StrokeHead extends InkHead {
  /** Places of its first and last entry. */
  readonly begin: number;
  readonly end: number;
  /** How many batches of points it came in. */
  readonly batches: number;
}

/** What of an entry is not told by columns. */
export type Told =
  | { readonly type: "stroke"; readonly stroke: StrokeHead }
  | { readonly type: "added"; readonly added: InkHead }
  | { readonly type: "signal"; readonly signal: Signal };

/**
 * The document entries of a sealed block, column by column: entry `n` of the track has the place `n` in each. Everything
 * but the points of ink, and the times at which those came.
 */
export interface DocumentTrack {
  /** First entry of the block, of either track. */
  readonly first: Seq;
  /** How many entries the block has, of both tracks. */
  readonly count: number;
  /** Lengths of the runs of one track, the document's first. */
  readonly runs: readonly number[];
  /** Seq of each entry, from `first`. */
  readonly offsets: Uint32Array;
  readonly ops: Uint8Array;
  readonly authors: Uint32Array;
  readonly clientSeqs: Float64Array;
  /** Never smaller than the one told before; {@link UNTOLD} for the points of live strokes. */
  readonly times: Float64Array;
  readonly told: readonly Told[];
  /** Of points of a live stroke: which of its batches they are, from 0. */
  readonly batches: Uint32Array;
}

/** A shape of ink without its points, as the document part writes it. */
export function headerOf(shape: Shape): InkHeader {
  const { points: _, ...header } = shape as Shape & { points: unknown };
  return header as unknown as InkHeader;
}
