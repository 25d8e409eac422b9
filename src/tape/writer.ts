import type { Board } from "../board/board.js";
import type { Entry } from "../signal/entry.js";
import { BEFORE_FIRST, type MemberId, type Millis, type Seq, type ShapeId } from "../signal/ids.js";
import { Load, weigh } from "./cut.js";
import type { PartSizes } from "./timeline.js";

/** The fewest bytes between two keyframes. */
const KEYFRAME_MIN_BYTES = 128 * 1024;
/** A block that is full waits for a moment in which nobody draws, until it is fuller than full by this. */
const OVERFULL = 1.25;
/** A signal of a room that is not recorded weighs this much less than one byte of a keyframe: it passes quickly. */
const PASSING_SHARE = 2;

/** What has to be done with the log, in this order, for the tape to be whole. */
export type TapeOrder =
  /** A block begins: remember the board right after the entry `seq`. */
  | { readonly type: "open"; readonly seq: Seq }
  /** Seal these entries in the place of the raw ones, and of the shorter block that held the first of them. */
  | { readonly type: "seal"; readonly entries: readonly Entry[] }
  /** Add a keyframe of the board right after the entry `seq`. */
  | { readonly type: "keep"; readonly seq: Seq; readonly at: Millis }
  /** Nothing up to `seq` is recorded: drop the raw entries for a keyframe of the board right after that entry. */
  | { readonly type: "forget"; readonly seq: Seq; readonly at: Millis };

/** Where a writer begins: at the keyframe that the room starts from again. */
export interface TapeWriterStart {
  /** The board of the newest keyframe, or the empty board. */
  readonly board: Pick<Board, "seq" | "at" | "isRecording">;
  /** Encoded size of that keyframe; 0 when there is none. */
  readonly keyframeBytes: number;
  /** Seq of the newest entry that stands in a sealed block; 0 when none does. */
  readonly sealed: Seq;
  /** Encoded size of the document and presence parts of the blocks after the keyframe. */
  readonly passedBytes: number;
}

/**
 * Decides how a log becomes a tape: when a block is full, and when a keyframe is due. It does nothing itself; its owner
 * feeds it every durable entry, in order, carries out its orders in order, and says how large things came out. After a restart it is fed the entries after the newest keyframe again and goes on; orders that were lost
 * come again.
 *
 * A block is sealed when it is full (see cut.ts), when recording stops, and when the span closes; a block that was not
 * full then goes on with the next span and is sealed again, longer. A keyframe is due at the end of a block when what
 * was said since the last one, ink left out, takes as much as it did: so keyframes never make a tape more than twice as
 * long, and a seek passes at most one keyframe's worth of entries. Where recording starts other than at the first entry, a keyframe stands right
 * before. An entry is recorded when recording is on before it or after it.
 */
export class TapeWriter {
  readonly #sealed: Seq;
  #seq: Seq;
  #at: Millis;
  #isRecording: boolean;
  #keyframe: { readonly seq: Seq; readonly bytes: number };
  /** Recorded entries of the block under way, and how many of them are sealed already. */
  #open: Entry[] = [];
  #sealedOpen = 0;
  /** Size of the document and presence parts of the block that was sealed last, by its first entry. */
  #stored: { readonly first: Seq; readonly bytes: number } = { first: BEFORE_FIRST, bytes: 0 };
  #load = new Load();
  /** Strokes under way: a block had better end where there are none. */
  readonly #strokes = new Map<ShapeId, MemberId>();
  /** Document and presence parts since the last keyframe. */
  #passed: number;
  /** What was said since the last keyframe while nothing is recorded. */
  #passing = 0;

  constructor({ board, keyframeBytes, sealed, passedBytes }: TapeWriterStart) {
    this.#sealed = sealed;
    this.#seq = board.seq;
    this.#at = board.at;
    this.#isRecording = board.isRecording;
    this.#keyframe = { seq: board.seq, bytes: keyframeBytes };
    this.#passed = passedBytes;
  }

  /** Takes entries that are in the log and says, one after another, what is to be done. */
  *add(entries: readonly Entry[]): Generator<TapeOrder> {
    for (const entry of entries) yield* this.#add(entry);
  }

  /** The activity span closes: what is open is sealed, so that an idle room has its whole tape in blocks. */
  *endSpan(): Generator<TapeOrder> {
    if (this.#open.length > this.#sealedOpen) yield* this.#seal(this.#isKeyframeDue());
  }

  /**
   * Says how large the parts of a `seal` came out. When that is said late, the next keyframe may come a block later.
   *
   * @param first the block's first entry.
   */
  blockStored(first: Seq, { document, presence }: PartSizes): void {
    const bytes = document + presence;
    this.#passed += bytes - (this.#stored.first === first ? this.#stored.bytes : 0);
    this.#stored = { first, bytes };
  }

  /** Says how large the keyframe of the last `keep` or `forget` came out. */
  keyframeStored(bytes: number): void {
    this.#keyframe = { ...this.#keyframe, bytes };
  }

  *#add(entry: Entry): Generator<TapeOrder> {
    const wasOn = this.#isRecording;
    const isOn = entry.signal.type === "recording.set" ? entry.signal.on : wasOn;
    if (isOn && !wasOn) yield* this.#begin();
    const isFirst = (wasOn || isOn) && entry.seq > this.#sealed && this.#open.length === 0;
    if (isFirst) yield { type: "open", seq: this.#seq };
    this.#isRecording = isOn;
    this.#seq = entry.seq;
    this.#at = entry.at;
    this.#watch(entry);
    if (wasOn || isOn) yield* this.#record(entry);
    else {
      this.#passing += weigh(entry);
      if (this.#passing >= PASSING_SHARE * this.#keyframeWeight()) yield this.#keyframeOrder("forget");
    }
  }

  /** A recorded stretch begins after the last entry: what was before it is not on the tape. */
  *#begin(): Generator<TapeOrder> {
    if (this.#seq === BEFORE_FIRST) return;
    const isForgotten = this.#seq === this.#keyframe.seq;
    yield this.#keyframeOrder("keep");
    if (!isForgotten) yield this.#keyframeOrder("forget");
  }

  *#record(entry: Entry): Generator<TapeOrder> {
    if (entry.seq <= this.#sealed) return;
    this.#open.push(entry);
    this.#load.add(entry);
    const isFull = this.#load.isFull() && (this.#strokes.size === 0 || this.#load.isFull(OVERFULL));
    if (isFull || !this.#isRecording) yield* this.#seal(true);
  }

  /** @param isEnd whether the block ends here; otherwise it goes on, and is sealed again when it has become longer. */
  *#seal(isEnd: boolean): Generator<TapeOrder> {
    yield { type: "seal", entries: this.#open };
    this.#sealedOpen = this.#open.length;
    if (!isEnd) return;
    this.#open = [];
    this.#sealedOpen = 0;
    this.#load = new Load();
    if (this.#isRecording && this.#isKeyframeDue()) yield this.#keyframeOrder("keep");
  }

  #isKeyframeDue(): boolean {
    return this.#passed >= this.#keyframeWeight();
  }

  #keyframeWeight(): number {
    return Math.max(KEYFRAME_MIN_BYTES, this.#keyframe.bytes);
  }

  #keyframeOrder(type: "keep" | "forget"): TapeOrder {
    this.#keyframe = { seq: this.#seq, bytes: this.#keyframe.bytes };
    this.#passed = 0;
    this.#passing = 0;
    return { type, seq: this.#seq, at: this.#at };
  }

  #watch({ by, signal }: Entry): void {
    if (signal.type === "ink.begin") this.#strokes.set(signal.shape.id, by);
    else if (signal.type === "ink.end") this.#strokes.delete(signal.id);
    else if (signal.type === "shapes.remove") for (const id of signal.ids) this.#strokes.delete(id);
    else if (signal.type === "member.leave") {
      for (const [id, author] of this.#strokes) if (author === by) this.#strokes.delete(id);
    }
  }
}
