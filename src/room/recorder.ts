import type { Cancel, Clock } from "../clock/clock.js";
import type { Entry } from "../signal/entry.js";
import type { Board } from "../board/board.js";
import type { InkHomes } from "../tape/ink-homes.js";
import { encodeKeyframe } from "../tape/keyframe.js";
import { sealBlock } from "../tape/seal.js";
import { InktapeError } from "../signal/errors.js";
import { TapeWriter, type TapeOrder } from "../tape/writer.js";
import type { Head } from "./head.js";
import type { EntryRange } from "../tape/tape-source.js";
import type { Seq } from "../signal/ids.js";
import type { Recovery, RoomLog, StoredKeyframe } from "./room-log.js";

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
  /** An activity span has opened, or closed. */
  readonly spanned?: ((isOpen: boolean) => void) | undefined;
  /** The span is closed, and all that it left to be written is. */
  readonly quiet: () => void;
  /** A block could not be sealed: its entries stay as they came, and play all the same. */
  readonly unsealed: (error: InktapeError) => void;
  /** The log could not take what it had to. */
  readonly failed: (error: unknown) => void;
}

/**
 * Makes the tape while the room lives: leads the head through the entries, has blocks sealed and keyframes kept as
 * tape/writer.ts orders, and closes the activity span after the quiet time. Between spans it runs no timer and writes
 * nothing.
 */
export class Recorder {
  readonly #options: RecorderOptions;
  readonly #writer: TapeWriter;
  #span: { cancel: Cancel; lastAt: number } | null = null;
  #written: Promise<unknown> = Promise.resolve();
  /** The board right before the block under way. */
  #before: Board;

  constructor(options: RecorderOptions) {
    this.#options = options;
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
      this.#carryOut(order);
    }
    head.advance(rest);
    if (this.#span) {
      this.#span.lastAt = clock.now();
    } else {
      this.#span = { lastAt: clock.now(), cancel: this.#wait(this.#options.quietMs) };
      this.#options.spanned?.(true);
    }
  }

  /** Waits for nothing any more; what is not sealed is found again when the log is next opened. */
  stop(): void {
    this.#span?.cancel();
    this.#endSpan();
  }

  #endSpan(): void {
    if (this.#span) this.#options.spanned?.(false);
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
    this.#endSpan();
    for (const order of this.#writer.endSpan()) this.#carryOut(order);
    void this.#written.then(() => {
      if (!this.#span) quiet();
    });
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

  #carryOut(order: TapeOrder): void {
    if (order.type === "open") {
      this.#before = this.#options.head.board;
      return;
    }
    const written = this.#write(order);
    this.#written = written.catch((error: unknown) => this.#options.failed(error));
  }

  #write(order: Exclude<TapeOrder, { type: "open" }>): Promise<void> {
    const { log, head } = this.#options;
    if (order.type === "seal") return this.#seal(order.entries);
    const keyframe = order.type === "keep" ? this.#keyframe() : head.keyframe();
    this.#writer.keyframeStored(keyframe.bytes.length);
    return order.type === "keep" ? log.keep(keyframe) : log.forget(keyframe);
  }

  #seal(entries: readonly Entry[]): Promise<void> {
    const { log, head, homes, unsealed } = this.#options;
    const [first, last] = [entries[0], entries.at(-1)];
    if (!first || !last) return Promise.resolve();
    const inks = homes.homeless(this.#before, head.board, first.seq);
    const block = attempt(() => sealBlock(entries, { before: this.#before, inks }), unsealed);
    if (!block) return Promise.resolve();
    for (const { points } of inks) homes.settle(points, last.seq);
    if (block.info.parts) this.#writer.blockStored(block.info.parts);
    return log.seal(block);
  }

  /** The board as the tape keeps it: ink is referred to. */
  #keyframe(): StoredKeyframe {
    const { head, homes } = this.#options;
    const { seq, at } = head.board;
    return { seq, at, bytes: encodeKeyframe(head.board, homes.of) };
  }
}

function attempt<T>(work: () => T, failed: (error: InktapeError) => void): T | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InktapeError)) throw error;
    failed(error);
    return null;
  }
}
