import type { Cancel, Clock } from "../clock/clock.js";
import type { Entry } from "../signal/entry.js";
import { TapeWriter, type TapeOrder } from "../tape/writer.js";
import type { Head } from "./head.js";
import type { Recovery, RoomLog } from "./room-log.js";

/** What a recorder works with. */
export interface RecorderOptions {
  readonly log: RoomLog;
  readonly clock: Clock;
  /** The end of the log, at the keyframe of `recovery`; the recorder leads it on. */
  readonly head: Head;
  readonly recovery: Recovery;
  /** A quiet time longer than this, in milliseconds, closes the activity span. */
  readonly quietMs: number;
  /** The span is closed, and all that it left to be written is. */
  readonly quiet: () => void;
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

  constructor(options: RecorderOptions) {
    this.#options = options;
    const { keyframe, sealed, tail, head } = options.recovery;
    this.#writer = new TapeWriter({ board: options.head.board, keyframeBytes: keyframe?.bytes.length ?? 0, sealed });
    // What was left undone when the log was last open is ordered again, or at the end of the span that begins here.
    if (tail.length > 0) this.take(tail);
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
      if (order.type === "seal") {
        this.#carryOut(order);
        continue;
      }
      const before = rest.filter((entry) => entry.seq <= order.seq);
      head.advance(before);
      rest = rest.slice(before.length);
      this.#carryOut(order);
    }
    head.advance(rest);
    if (this.#span) this.#span.lastAt = clock.now();
    else this.#span = { lastAt: clock.now(), cancel: this.#wait(this.#options.quietMs) };
  }

  /** Waits for nothing any more; what is not sealed is found again when the log is next opened. */
  stop(): void {
    this.#span?.cancel();
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
    this.#span = null;
    for (const order of this.#writer.endSpan()) this.#carryOut(order);
    void this.#written.then(() => {
      if (!this.#span) quiet();
    });
  }

  #carryOut(order: TapeOrder): void {
    const written = this.#write(order);
    this.#written = written.catch((error: unknown) => this.#options.failed(error));
  }

  #write(order: TapeOrder): Promise<void> {
    const { log, head } = this.#options;
    if (order.type === "seal") return log.seal(order.block);
    const keyframe = head.keyframe();
    this.#writer.keyframeStored(keyframe.bytes.length);
    return order.type === "keep" ? log.keep(keyframe) : log.forget(keyframe);
  }
}
