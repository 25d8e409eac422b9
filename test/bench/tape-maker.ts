import { EMPTY_BOARD, type Board, type MutableBoard } from "../../src/board/board.js";
import { shapeAt } from "../../src/board/leaves.js";
import { fold, thaw } from "../../src/board/reduce.js";
import type { Entry } from "../../src/signal/entry.js";
import { BEFORE_FIRST, roomId, type Millis, type Seq, type ShapeId } from "../../src/signal/ids.js";
import type { InkPoints } from "../../src/signal/ink.js";
import { isLoaded, type InkShape } from "../../src/signal/shape.js";
import type { BlockInfo, SealedBlock } from "../../src/tape/block-info.js";
import { InkHomes, type Homeless } from "../../src/tape/ink-homes.js";
import { encodeKeyframe } from "../../src/tape/encode-keyframe.js";
import { partKey } from "../../src/tape/parts.js";
import { sealBlock } from "../../src/tape/seal.js";
import { BLOCK_PARTS, type KeyframeRef, type Timeline } from "../../src/tape/timeline.js";
import { timelineOf } from "../../src/tape/timeline-of.js";
import { TapeWriter, type TapeOrder } from "../../src/tape/writer.js";

/** Takes a part of a tape that will not change any more, under its name. */
export type KeepPart = (key: string, bytes: Uint8Array) => void;

/**
 * Makes a tape of a long log as room/recorder.ts does, with the same writer and the same encoders, but with one private
 * board that stays at the beginning of the block under way: so millions of entries take minutes.
 */
export class TapeMaker {
  readonly #keepPart: KeepPart;
  readonly #board: MutableBoard = thaw(EMPTY_BOARD);
  readonly #homes = new InkHomes();
  readonly #writer = new TapeWriter({ board: EMPTY_BOARD, keyframeBytes: 0, sealed: BEFORE_FIRST, passedBytes: 0 });
  readonly #infos: BlockInfo[] = [];
  readonly #keyframes: KeyframeRef[] = [];
  /** Entries that are not in the board yet: those of the block under way. */
  #pending: Entry[] = [];
  /** The block under way, when a span closed in the midst of it. */
  #sealed: SealedBlock | null = null;
  /** Ink of strokes that began in an earlier block than the one under way. */
  readonly #under = new Map<ShapeId, { begin: Seq; batches: InkPoints[] }>();

  constructor(keepPart: KeepPart) {
    this.#keepPart = keepPart;
  }

  /** Goes on by entries that follow on the last. */
  add(entries: readonly Entry[]): void {
    for (const entry of entries) {
      for (const order of this.#writer.add([entry])) this.#carryOut(order, entry);
      if (this.#pending.at(-1) !== entry) this.#take(entry);
    }
  }

  /** The activity span is over. */
  endSpan(): void {
    for (const order of this.#writer.endSpan()) this.#carryOut(order, null);
  }

  /** The index of the whole tape; nothing can be added any more. */
  finish(): { readonly timeline: Timeline; readonly board: Board } {
    this.#close();
    const [first, last] = [this.#infos[0], this.#infos.at(-1)];
    const timeline = timelineOf({
      room: roomId("year"),
      created: (first?.from ?? 0) as Millis,
      now: (last?.to ?? 0) as Millis,
      isLive: false,
      infos: this.#infos,
      keyframes: this.#keyframes,
      tail: [],
    });
    return { timeline, board: this.#board as Board };
  }

  #carryOut(order: TapeOrder, entry: Entry | null): void {
    if (order.type === "open") this.#close();
    else if (order.type === "seal") {
      if (entry) this.#take(entry);
      this.#seal(order.entries);
    } else if (order.type === "keep") this.#keyframe(order.at);
    else throw new Error("A made-up room is recorded from its first entry on.");
  }

  #take(entry: Entry): void {
    this.#pending.push(entry);
    const { signal, seq } = entry;
    if (signal.type === "ink.begin") this.#under.set(signal.shape.id, { begin: seq, batches: [] });
    else if (signal.type === "ink.append") this.#under.get(signal.id)?.batches.push(signal.points);
  }

  #seal(entries: readonly Entry[]): void {
    this.#sealed = sealBlock(entries, { before: this.#board as Board, inks: this.#homeless(entries) });
    if (this.#sealed.info.parts) this.#writer.blockStored(this.#sealed.info.first, this.#sealed.info.parts);
  }

  /** Strokes that end in the block and began before it: the block's own entries do not bring all their ink. */
  #homeless(entries: readonly Entry[]): Homeless[] {
    const first = entries[0]?.seq ?? BEFORE_FIRST;
    return entries.flatMap(({ signal }) => {
      const stroke = signal.type === "ink.end" ? this.#under.get(signal.id) : undefined;
      if (signal.type !== "ink.end" || !stroke || stroke.begin >= first) return [];
      return [{ id: signal.id, points: Int32Array.from(stroke.batches.flatMap((batch) => [...batch])) }];
    });
  }

  /** The block under way is the one that was sealed last: it is kept, and its entries come onto the board. */
  #close(): void {
    if (!this.#sealed) return;
    const { info, parts } = this.#sealed;
    for (const type of BLOCK_PARTS) this.#keepPart(partKey({ type, ref: info }), parts[type]);
    this.#infos.push(info);
    fold(this.#board, this.#pending);
    for (const { signal } of this.#pending) {
      const id = signal.type === "ink.end" ? signal.id : signal.type === "shape.add" ? signal.shape.id : null;
      if (id === null) continue;
      this.#under.delete(id);
      const { points } = (shapeAt(this.#board, id) ?? {}) as Partial<InkShape>;
      if (points && isLoaded(points)) this.#homes.settle(points, info.last);
    }
    this.#pending = [];
    this.#sealed = null;
  }

  #keyframe(at: Millis): void {
    this.#close();
    const { seq } = this.#board;
    const bytes = encodeKeyframe(this.#board as Board, this.#homes.of);
    this.#writer.keyframeStored(bytes.length);
    const ref = { seq, at, bytes: bytes.length };
    this.#keyframes.push(ref);
    this.#keepPart(partKey({ type: "keyframe", ref }), bytes);
  }
}
