import type { MemberId, Millis, RoomId, Seq } from "../signal/ids.js";

/** A stretch of wall time, both ends included. */
export interface TimeRange {
  readonly from: Millis;
  readonly to: Millis;
}

/**
 * A run of entries that can be fetched by itself. What it holds never changes: the same `first` and `last` are the
 * same entries for ever, sealed or not.
 */
export interface BlockRef extends TimeRange {
  readonly first: Seq;
  readonly last: Seq;
  /** Encoded size, of all its parts; 0 while it is not sealed yet. Once it may get smaller, when its ink is refined. */
  readonly bytes: number;
  /** Encoded sizes of the parts of a block that comes in parts; null for one that comes whole. */
  readonly parts: PartSizes | null;
  /**
   * How busy the block's time was, as activity.ts tells it: a number from 0 to 15 for each eighth of it. Empty on tapes
   * that do not tell.
   */
  readonly activity: readonly number[];
}

/** A sealed block's parts, so that a reader fetches only what it needs. */
export type BlockPart = "document" | "ink" | "presence";
/** In this order everywhere. */
export const BLOCK_PARTS: readonly BlockPart[] = ["document", "ink", "presence"];
export type PartSizes = { readonly [part in BlockPart]: number };

/** The whole board as it was right after the entry `seq`. */
export interface KeyframeRef {
  readonly seq: Seq;
  readonly at: Millis;
  readonly bytes: number;
}

/** Something to jump to. */
export interface Marker {
  readonly kind: "marker" | "page";
  readonly seq: Seq;
  readonly at: Millis;
  readonly label: string;
}

/** Someone who was there, from the first to the last time. */
export interface TapeMember extends TimeRange {
  readonly member: MemberId;
  readonly user: string;
  readonly name: string;
  readonly color: string;
}

/**
 * The index of a tape: small, fetched once, enough to lay out the whole seek bar before any block is there.
 * Blocks are in order and do not overlap; where recording was off there is a gap between them, and a keyframe
 * stands right before the block after it.
 */
export interface Timeline {
  readonly room: RoomId;
  /** When the room was made. */
  readonly created: Millis;
  /** True while an activity span is open, so that more may come. */
  readonly isLive: boolean;
  /** The authority's time when this index was made. */
  readonly now: Millis;
  readonly blocks: readonly BlockRef[];
  readonly keyframes: readonly KeyframeRef[];
  /** When something happened: stretches with no pause longer than {@link PAUSE_MS}, in order. */
  readonly stretches: readonly TimeRange[];
  readonly markers: readonly Marker[];
  readonly members: readonly TapeMember[];
}

/** A quiet time longer than this ends a stretch; the shortest idle limit a player can apply. */
export const PAUSE_MS = 2000;
/** A quiet time longer than this ends an activity span, unless the room says otherwise. */
export const QUIET_MS = 30_000;
