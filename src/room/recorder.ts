import type { Cancel, Clock } from "../clock/clock.js";
import type { Entry } from "../signal/entry.js";
import type { Board } from "../board/board.js";
import type { SealedBlock } from "../tape/block-info.js";
import type { Homeless, InkHomes } from "../tape/ink-homes.js";
import { encodeKeyframe } from "../tape/encode-keyframe.js";
import type { InkForm } from "../tape/sealed/ink-part.js";
import { SEALED_HERE, type Sealer } from "../tape/seal.js";
import { InktapeError } from "../signal/errors.js";
import { TapeWriter, type TapeOrder } from "../tape/writer.js";
import type { Head } from "./head.js";
import { UNOBSERVED, type RoomObserver } from "./observer.js";
import { refinePlainBlocks } from "./refining.js";
import type { EntryRange } from "../tape/tape-source.js";
import type { Seq } from "../signal/ids.js";
import type { Recovery, RoomLog } from "./room-log.js";

/** What a recorder works with. */
export interface RecorderOptions {
  readonly log: RoomLog;
  readonly clock: Clock;
  /** The end of the log, at the keyframe of `recovery`; the recorder leads it on. */
  readonly head: Head;
  /** Where the tape keeps the ink of the head's board. */
  readonly homes: InkHomes;
  readonly recovery: Recovery;
  /** A quiet time longer than this, in milliseconds, closes the activity span. */
  readonly quietMs: number;
  readonly observer?: RoomObserver | undefined;
  /** Default here and now. */
  readonly sealer?: Sealer | undefined;
  /** The span is closed, and all that it left to be written is. */
  readonly quiet: () => void;
  /** A block could not be sealed: its entries stay as they came, and play all the same. */
  readonly unsealed: (error: InktapeError) => void;
  /** The log could not take what it had to. */
  readonly failed: (error: unknown) => void;
}

/**
 * Makes the tape while the room lives: leads the head through the entries, has blocks sealed and keyframes kept as
 * tape/writer.ts orders, and closes the activity span after the quiet time. Fine ink takes long to make, so that blocks
 * which are full while the span is open are sealed with plain ink, and refined when it is closed. After that, up to the
 * next span, it runs no timer and writes nothing.
 */
export class Recorder {
  readonly #options: RecorderOptions;
  readonly #writer: TapeWriter;
  readonly #observer: RoomObserver;
  #span: { cancel: Cancel; readonly from: number; lastAt: number } | null = null;
  #written: Promise<unknown> = Promise.resolve();
  /** The last order, while a block before it or of it is being sealed elsewhere. */
  #stage: Promise<void> | null = null;
  #refining: Promise<void> | null = null;
  #isStopped = false;
  /** The board right before the block under way. */
  #before: Board;

  constructor(options: RecorderOptions) {
    this.#options = options;
    this.#observer = options.observer ?? UNOBSERVED;
    const { keyframe, sealed, passedBytes, tail, head } = options.recovery;
    const { board } = options.head;
    this.#before = board;
    this.#writer = new TapeWriter({ board, keyframeBytes: keyframe?.bytes.length ?? 0, sealed, passedBytes });
    // What was left undone when the log was last open is ordered again, or at the end of the span that begins here.
    const raw = this.#takeSealed(tail, options.recovery.blocks);
    if (raw.length > 0) this.take(raw);
    options.head.skipTo(head);
  }

  /** True while an activity span is open. */
  get isActive(): boolean {
    return this.#span !== null;
  }

  /** Takes durable entries, in order: the head goes on by them, the tape grows. */
  take(entries: readonly Entry[]): void {
    const { head, clock } = this.#options;
    let rest = entries;
    for (const order of this.#writer.add(entries)) {
      const due = order.type === "seal" ? (order.entries.at(-1)?.seq ?? head.board.seq) : order.seq;
      const before = rest.filter((entry) => entry.seq <= due);
      head.advance(before);
      rest = rest.slice(before.length);
      this.#carryOut(order, "plain");
    }
    head.advance(rest);
    const now = clock.now();
    if (this.#span) this.#span.lastAt = now;
    else this.#openSpan(now);
  }

  /** Waits for nothing any more; what is not sealed is found again when the log is next opened. */
  stop(): void {
    this.#isStopped = true;
    this.#span?.cancel();
    this.#closeSpan();
  }

  #openSpan(now: number): void {
    this.#span = { from: now, lastAt: now, cancel: this.#wait(this.#options.quietMs) };
    this.#observer.spanOpened(this.#options.log.room, this.#options.head.board.isRecording);
  }

  #closeSpan(): void {
    if (this.#span) this.#observer.spanClosed(this.#options.log.room, this.#options.clock.now() - this.#span.from);
    this.#span = null;
  }

  #wait(ms: number): Cancel {
    return this.#options.clock.after(ms, () => this.#lookForQuiet());
  }

  /** One timer for the whole span, set anew when it rings too early, instead of one for every batch. */
  #lookForQuiet(): void {
    const { clock, quietMs, quiet } = this.#options;
    if (!this.#span) return;
    const left = this.#span.lastAt + quietMs - clock.now();
    if (left > 0) {
      this.#span.cancel = this.#wait(left);
      return;
    }
    this.#closeSpan();
    for (const order of this.#writer.endSpan()) this.#carryOut(order, "fine");
    void this.#done()
      .then(() => this.#refine())
      .then(() => {
        if (!this.#span) quiet();
      });
  }

  /** Refines what the span left plain, until the next one opens. */
  #refine(): Promise<void> {
    const { log, sealer = SEALED_HERE, unsealed, failed } = this.#options;
    const isWanted = () => !this.#span && !this.#isStopped;
    return (this.#refining ??= refinePlainBlocks({ log, sealer, observer: this.#observer, isWanted, unsealed })
      .catch((error: unknown) => {
        if (!this.#isStopped) failed(error);
      })
      .finally(() => (this.#refining = null)));
  }

  /** Takes what is sealed already, and notes where the ink of it is kept. Gives back the rest. */
  #takeSealed(tail: readonly Entry[], blocks: readonly EntryRange[]): readonly Entry[] {
    const { head, homes } = this.#options;
    let rest = tail;
    const takeTo = (seq: Seq) => {
      const due = rest.filter((entry) => entry.seq <= seq);
      rest = rest.slice(due.length);
      if (due.length > 0) this.take(due);
      return head.board;
    };
    for (const { first, last } of blocks) {
      const before = takeTo((first - 1) as Seq);
      for (const { points } of homes.homeless(before, takeTo(last), first)) homes.settle(points, last);
    }
    return rest;
  }

  /**
   * Orders are carried out one after another: at once, unless a block before them is still being sealed elsewhere. Boards
   * are taken as they are now.
   */
  #carryOut(order: TapeOrder, form: InkForm): void {
    const { board } = this.#options.head;
    if (order.type === "open") {
      this.#before = board;
      return;
    }
    const work = order.type === "seal" ? this.#sealing(order.entries, board, form) : this.#keeping(order.type, board);
    const stage = this.#stage ? this.#stage.then(work) : work();
    if (!stage) return;
    const own: Promise<void> = stage
      .catch((error: unknown) => this.#options.failed(error))
      .then(() => {
        if (this.#stage === own) this.#stage = null;
      });
    this.#stage = own;
  }

  #keeping(type: "keep" | "forget", board: Board): () => void {
    const { log, head, homes } = this.#options;
    // What is forgotten is no part of a tape: its keyframe brings all of its ink.
    const whole = type === "forget" ? head.keyframe() : null;
    return () => {
      const { seq, at } = board;
      const keyframe = whole ?? { seq, at, bytes: encodeKeyframe(board, homes.of) };
      this.#writer.keyframeStored(keyframe.bytes.length);
      if (whole) return this.#write(() => log.forget(keyframe));
      this.#observer.partRecorded(log.room, keyframe.bytes.length);
      this.#write(() => log.keep(keyframe));
    };
  }

  #sealing(entries: readonly Entry[], after: Board, form: InkForm): () => void | Promise<void> {
    const { homes, unsealed, sealer = SEALED_HERE } = this.#options;
    const [first, last] = [entries[0], entries.at(-1)];
    const before = this.#before;
    return () => {
      if (!first || !last) return undefined;
      const inks = homes.homeless(before, after, first.seq);
      const stored = (block: SealedBlock) => this.#store(block, inks);
      const refused = (error: unknown) => {
        if (!(error instanceof InktapeError)) throw error;
        unsealed(error);
      };
      try {
        const block = sealer.seal(entries, { before, inks, form });
        if (block instanceof Promise) return block.then(stored).catch(refused);
        stored(block);
      } catch (error) {
        refused(error);
      }
      return undefined;
    };
  }

  #store(block: SealedBlock, inks: readonly Homeless[]): void {
    const { log, homes } = this.#options;
    const { first, last, parts, bytes, isPlain } = block.info;
    for (const { points } of inks) homes.settle(points, last);
    if (parts) this.#writer.blockStored(first, parts);
    // Plain ink is told of when it is refined: that is what stays.
    this.#observer.partRecorded(log.room, isPlain ? bytes - block.parts.ink.length : bytes);
    this.#write(() => log.seal(block));
  }

  #write(write: () => Promise<void>): void {
    if (this.#isStopped) return;
    this.#written = write().catch((error: unknown) => this.#options.failed(error));
  }

  /** Resolves when everything that was ordered is written. */
  async #done(): Promise<void> {
    while (this.#stage) await this.#stage;
    await this.#written;
  }
}
