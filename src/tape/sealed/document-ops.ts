import type { MemberId } from "../../signal/ids.js";
import type { InkHeader } from "../../signal/shape.js";
import type { Signal } from "../../signal/signal.js";

/** Ink that a live stroke or an added shape brings. */
export interface InkHead {
  readonly header: InkHeader;
  readonly by: MemberId;
  /** Its place among its author's ink in the ink part. */
  readonly item: number;
}

/** What an op is about. */
export type OpTold =
  | { readonly type: "stroke"; readonly stroke: InkHead }
  | { readonly type: "added"; readonly added: InkHead }
  | { readonly type: "signal"; readonly signal: Signal };

/**
 * The entries of a block's document but for the points of live strokes, in order: all that it takes to pass over the
 * block. Of each its kind, author and time, and what it is about; begin and end of a stroke share one head.
 */
export interface DocumentOps {
  readonly ops: Uint8Array;
  readonly authors: Uint32Array;
  readonly times: Float64Array;
  readonly told: readonly OpTold[];
}
