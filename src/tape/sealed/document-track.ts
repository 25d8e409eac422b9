import type { MemberId, Seq } from "../../signal/ids.js";
import type { InkHeader, Shape } from "../../signal/shape.js";
import type { Signal } from "../../signal/signal.js";
import type { Op } from "./plan.js";

/** Stands for a time that the ink part knows. */
export const UNTOLD = -1;

/** A live stroke as the document part tells of it. */
export interface StrokeHead {
  readonly header: InkHeader;
  readonly by: MemberId;
  /** Places of its first and last entry in the track. */
  readonly begin: number;
  readonly end: number;
  /** How many batches of points it came in. */
  readonly batches: number;
  /** Its place among its author's ink in the ink part. */
  readonly item: number;
}

/** An added shape of ink, but for its points. */
export interface AddedInk {
  readonly header: InkHeader;
  readonly by: MemberId;
  readonly item: number;
}

/** What of an entry is not told by columns. */
export type Told =
  | { readonly type: "stroke"; readonly stroke: StrokeHead }
  | { readonly type: "added"; readonly added: AddedInk }
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

/** The op of entry `place`. */
export function opAt(track: DocumentTrack, place: number): Op {
  return track.ops[place] as Op;
}

/** A shape of ink without its points, as the document part writes it. */
export function headerOf(shape: Shape): InkHeader {
  const { points: _, ...header } = shape as Shape & { points: unknown };
  return header as unknown as InkHeader;
}
