import type { Draft, Entry } from "../signal/entry.js";
import type { ClientId, MemberId, Millis, RoomId, Seq } from "../signal/ids.js";
import type { RoomSummary } from "../signal/room-summary.js";
import type { SealedBlock } from "../tape/block-info.js";
import type { AssetRef } from "../tape/file/assets.js";
import type { EntryRange, TapeSource } from "../tape/tape-source.js";

/** What a log knows of a client: its number in the room, and how far its own count got. */
export interface Enrolment {
  readonly member: MemberId;
  /** The last of the client's signals that is in the log; 0 when there is none. */
  readonly clientSeq: number;
}

/** The board as it was after `seq`, encoded as tape/keyframe.ts says. */
export interface StoredKeyframe {
  readonly seq: Seq;
  readonly at: Millis;
  readonly bytes: Uint8Array;
}

/** Where a room starts again: the newest keyframe, and every entry after it. */
export interface Recovery {
  readonly keyframe: StoredKeyframe | null;
  readonly tail: readonly Entry[];
  /** The last entry of the log. Further on than the tail only when the log found damage and passed over it. */
  readonly head: Seq;
  /** Seq of the newest entry that stands in a sealed block; 0 when none does. */
  readonly sealed: Seq;
  /** The sealed blocks after the keyframe, in order. */
  readonly blocks: readonly EntryRange[];
  /** Encoded size of their document and presence parts. */
  readonly passedBytes: number;
  /** The highest number any client was given; 0 in a new room. */
  readonly lastMember: MemberId;
}

export type Unsubscribe = () => void;

/**
 * The authority's durable, ordered log of one room. Order, time stamps and durability are given here and nowhere
 * else; the room above it is the same code over every log.
 *
 * What is asked of a log happens in the order it was asked for. Which entries are recorded follows from the
 * `recording.set` entries among them (see recorded.ts); the others are kept only until `forget`.
 */
export interface RoomLog {
  readonly room: RoomId;
  /** When the room was made. */
  readonly created: Millis;

  /** Gives the client its number, the same one every time. Durable when it resolves. */
  enrol(client: ClientId): Promise<Enrolment>;

  /**
   * Puts drafts at the end, in their order, and resolves with their entries once these are on stable storage; all of
   * them or none. A draft whose (`by`, `clientSeq`) is not above what the log already has of `by` is left out: it is
   * there already. `clientSeq` 0 is never left out. Their times are those that stamper.ts gives. Rejects with `log-failed` when nothing of the batch could be kept,
   * and with `bad-argument` for an author who was never enrolled.
   */
  append(batch: readonly Draft[]): Promise<readonly Entry[]>;

  /**
   * Calls back with every durable entry after `after`, in order, without gaps or repeats, now and from now on; of a
   * batch before its `append` resolves. Throws `not-found` when some of them were forgotten.
   */
  follow(after: Seq, on: (entries: readonly Entry[]) => void): Unsubscribe;

  /** Resolves once a write has reached stable storage, one that changes nothing. Rejects with `log-failed`. */
  check(): Promise<void>;

  /** What is needed to have the board at the end of the log again. Reads no more of the past than that. */
  recover(): Promise<Recovery>;

  /**
   * Puts a sealed block in the place of the recorded raw entries it holds, and of blocks whose entries it holds all of.
   * The entries are never gone.
   */
  seal(block: SealedBlock): Promise<void>;

  /** The first block with entries after `after` whose ink is plain; null when there is none. */
  plain(after: Seq): Promise<SealedBlock | null>;

  /** Adds a keyframe to the tape. */
  keep(keyframe: StoredKeyframe): Promise<void>;

  /**
   * Drops the entries up to `keyframe.seq` that are not recorded, and every keyframe before it that is no part of the
   * tape: what a room that is not recorded does. `keyframe` takes their place, and is no part of the tape either unless
   * it was kept.
   */
  forget(keyframe: StoredKeyframe): Promise<void>;

  /** Everything recorded, the unsealed end included. A log does not know of activity spans: its timeline is never live. */
  tape(): TapeSource;

  /** Ends every `follow` and lets go of what the log holds open; what was asked for before is done first. */
  close(): Promise<void>;
}

/** A room as its store knows it. */
export interface RoomRecord extends RoomSummary {
  /** True while nobody is to be let in. */
  readonly isClosed: boolean;
  /** When its tape was begun or last made anew, milliseconds: parts of another edition are not parts of this tape. */
  readonly edition: Millis;
}

/** A part of a list: what comes after a room in it. */
export interface RoomPage {
  readonly limit: number;
  /** Null for the start. */
  readonly after: Pick<RoomSummary, "lastAt" | "room"> | null;
}

/** A part of a room that is written anew. */
export type RewrittenPart =
  | { readonly type: "block"; readonly block: SealedBlock }
  | { readonly type: "keyframe"; readonly keyframe: StoredKeyframe; readonly isKept: boolean };

/** A picture that goes with a room. */
export interface StoredAsset extends AssetRef {
  readonly content: Uint8Array;
}

/** The pictures of one room, by the hashes of their bytes. */
export interface AssetShelf {
  /**
   * Puts a picture in, once. Rejects with `too-large` when the room would then have more than `limit` bytes of them, and
   * with `not-found` for a room that never was.
   */
  put(asset: StoredAsset, limit: number): Promise<void>;
  get(hash: string): Promise<StoredAsset | null>;
  /** What there is, in the order of the hashes. */
  list(): Promise<readonly AssetRef[]>;
}

/** What a room begins with that goes on from another. */
export interface Beginning {
  /** A board on which nobody is, and that is not recording; it is no part of a tape. */
  readonly keyframe: StoredKeyframe;
  /** The highest number of a member that made a shape on it: nobody in the room is given that one, or a lower one. */
  readonly lastMember: MemberId;
  /** The pictures on it, by their hashes; those that the room `from` has are copied. */
  readonly assets: ReadonlySet<string>;
  readonly from: RoomId;
}

/** Where a host keeps the logs of its rooms. */
export interface RoomStore {
  /** Opens the room's log, making the room when it never was. One room is never opened twice at once. */
  open(room: RoomId): Promise<RoomLog>;
  /** The tape of a room without opening it; null for a room that never was. */
  tape(room: RoomId): Promise<TapeSource | null>;
  /** What is known of a room; null for one that never was. */
  find(room: RoomId): Promise<RoomRecord | null>;
  /** All rooms, or a part of their list: the newest activity first, and of the same time the greatest name. */
  list(page?: RoomPage): Promise<readonly RoomRecord[]>;
  /** Makes a room, whose first entry starts the recording when it is to be recorded. False when it is there already. */
  create(room: RoomId, isRecorded: boolean): Promise<boolean>;
  /** Makes a room that begins with a board, all of it or nothing. False when it is there already. */
  begin(room: RoomId, beginning: Beginning): Promise<boolean>;
  /** Notes whether anybody is to be let in. Rejects with `not-found` for a room that never was. */
  setClosed(room: RoomId, isClosed: boolean): Promise<void>;
  /**
   * Takes a room away with all that it has. False when it never was. Its log must not be open. Resolves when nothing of
   * it is left on storage.
   */
  remove(room: RoomId): Promise<boolean>;
  /**
   * Puts other blocks and keyframes in the place of all entries, blocks and keyframes that a room has, all of them at
   * once; the last is a keyframe after the room's last entry. Clients keep their numbers. What the room's log is asked
   * for until it is opened anew is undefined; while the parts come it may be read. Resolves when nothing of what was is
   * left on storage. Rejects with what `parts` throws, and then the room is as it was.
   */
  rewrite(room: RoomId, parts: AsyncIterable<RewrittenPart>): Promise<void>;
  /** The pictures of a room. */
  assets(room: RoomId): AssetShelf;
  close(): Promise<void>;
}
