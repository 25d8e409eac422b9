import type { Board } from "../board/board.js";
import type { Entry } from "../signal/entry.js";
import { BEFORE_FIRST, type MemberId, type Millis, type Seq } from "../signal/ids.js";
import type { Profile } from "../signal/signal.js";
import type { SealedBlock } from "./block-info.js";
import { BLOCK_FULL, weigh } from "./cut.js";
import { sealBlock } from "./seal.js";

/** The fewest bytes of entries between two keyframes. */
const KEYFRAME_MIN_BYTES = 64 * 1024;
/** Presence weighs this much less: it is four fifths of the bytes, and passes quickly. */
const PRESENCE_SHARE = 4;

/** What has to be done with the log, in this order, for the tape to be whole. Named as the methods of `RoomLog`. */
export type TapeOrder =
  /** Put this block in the place of its raw entries. */
  | { readonly type: "seal"; readonly block: SealedBlock }
  /** Add a keyframe of the board right after the entry `seq`. */
  | { readonly type: "keep"; readonly seq: Seq; readonly at: Millis }
  /** Nothing up to `seq` is recorded: drop the raw entries for a keyframe of the board right after that entry. */
  | { readonly type: "forget"; readonly seq: Seq; readonly at: Millis };

/** Where a writer begins: at the keyframe that the room starts from again. */
export interface TapeWriterStart {
  /** The board of the newest keyframe, or the empty board. */
  readonly board: Pick<Board, "seq" | "at" | "isRecording" | "members">;
  /** Encoded size of that keyframe; 0 when there is none. */
  readonly keyframeBytes: number;
  /** Seq of the newest entry that stands in a sealed block; 0 when none does. */
  readonly sealed: Seq;
}

/**
 * Decides how a log becomes a tape: when a block is full, and when a keyframe is due. It does nothing itself; its owner
 * feeds it every durable entry, in order, and carries out the orders. After a restart it is fed the entries after the
 * newest keyframe again and goes on; orders that were lost come again.
 *
 * A block is sealed when it is full ({@link BLOCK_FULL}), when recording stops, and when the span closes. A keyframe
 * is due at the end of a block when the document entries since the last one weigh as much as it (so keyframes never
 * take more than the document itself, and a seek reads at most two such weights), or all entries several times as
 * much. Where recording starts other than at the first entry, a keyframe stands right before. An entry is recorded
 * when recording is on before it or after it.
 */
export class TapeWriter {
  readonly #sealed: Seq;
  readonly #members = new Map<MemberId, Profile>();
  #seq: Seq;
  #at: Millis;
  #isRecording: boolean;
  #keyframe: { readonly seq: Seq; readonly bytes: number };
  /** Recorded entries of the block under way. */
  #open: Entry[] = [];
  #openBytes = 0;
  /** Who was there when the block under way began. */
  #openMembers: Record<MemberId, Profile> = {};
  /** What was fed since the last keyframe. */
  #document = 0;
  #presence = 0;

  constructor({ board, keyframeBytes, sealed }: TapeWriterStart) {
    this.#sealed = sealed;
    this.#seq = board.seq;
    this.#at = board.at;
    this.#isRecording = board.isRecording;
    this.#keyframe = { seq: board.seq, bytes: keyframeBytes };
    for (const [member, profile] of Object.entries(board.members))
      this.#members.set(Number(member) as MemberId, profile);
  }

  /** Takes entries that are in the log and says what is to be done. */
  add(entries: readonly Entry[]): TapeOrder[] {
    return entries.flatMap((entry) => this.#add(entry));
  }

  /** The activity span closes: what is open is sealed, so that an idle room has its whole tape in blocks. */
  endSpan(): TapeOrder[] {
    return this.#seal();
  }

  /** Says how large the keyframe of the last `keep` or `forget` came out. */
  keyframeStored(bytes: number): void {
    this.#keyframe = { ...this.#keyframe, bytes };
  }

  #add(entry: Entry): TapeOrder[] {
    const orders: TapeOrder[] = [];
    const wasOn = this.#isRecording;
    const isOn = entry.signal.type === "recording.set" ? entry.signal.on : wasOn;
    if (isOn && !wasOn) orders.push(...this.#begin());
    this.#isRecording = isOn;
    this.#seq = entry.seq;
    this.#at = entry.at;
    const { document, presence } = weigh(entry);
    this.#document += document;
    this.#presence += presence;
    if (wasOn || isOn) orders.push(...this.#record(entry, document + presence));
    else if (this.#isKeyframeDue()) orders.push(this.#keyframeOrder("forget"));
    this.#remember(entry);
    return orders;
  }

  /** A recorded stretch begins after the last entry: what was before it is not on the tape. */
  #begin(): TapeOrder[] {
    if (this.#seq === BEFORE_FIRST) return [];
    const isForgotten = this.#seq === this.#keyframe.seq;
    const keep = this.#keyframeOrder("keep");
    return isForgotten ? [keep] : [keep, this.#keyframeOrder("forget")];
  }

  #record(entry: Entry, bytes: number): TapeOrder[] {
    if (entry.seq <= this.#sealed) return [];
    if (this.#open.length === 0) this.#openMembers = Object.fromEntries(this.#members);
    this.#open.push(entry);
    this.#openBytes += bytes;
    const isFull = this.#open.length >= BLOCK_FULL.entries || this.#openBytes >= BLOCK_FULL.bytes;
    return isFull || !this.#isRecording ? this.#seal() : [];
  }

  #seal(): TapeOrder[] {
    if (this.#open.length === 0) return [];
    const orders: TapeOrder[] = [{ type: "seal", block: sealBlock(this.#open, this.#openMembers) }];
    this.#open = [];
    this.#openBytes = 0;
    if (this.#isRecording && this.#isKeyframeDue()) orders.push(this.#keyframeOrder("keep"));
    return orders;
  }

  #isKeyframeDue(): boolean {
    const size = Math.max(KEYFRAME_MIN_BYTES, this.#keyframe.bytes);
    return this.#document >= size || this.#document + this.#presence >= size * PRESENCE_SHARE;
  }

  #keyframeOrder(type: "keep" | "forget"): TapeOrder {
    this.#keyframe = { seq: this.#seq, bytes: this.#keyframe.bytes };
    this.#document = 0;
    this.#presence = 0;
    return { type, seq: this.#seq, at: this.#at };
  }

  #remember({ by, signal }: Entry): void {
    if (signal.type === "member.join") this.#members.set(by, signal.profile);
    if (signal.type === "member.leave") this.#members.delete(by);
  }
}
