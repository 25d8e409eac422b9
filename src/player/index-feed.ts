import type { Cancel, Clock } from "../clock/clock.js";
import { InktapeError } from "../signal/errors.js";
import type { TapeSource } from "../tape/tape-source.js";
import type { Timeline } from "../tape/timeline.js";

/** How long after one look at the live edge the next one comes. */
export const POLL_MS = 1000;

/** Where an index goes to, or why it did not come. */
export interface IndexEvents {
  came(timeline: Timeline): void;
  failed(error: InktapeError): void;
}

/** Fetches the index of a tape, now or later. An answer to an older question than the newest is dropped. */
export class IndexFeed {
  readonly #source: TapeSource;
  readonly #clock: Clock;
  readonly #events: IndexEvents;
  #turn = 0;
  #cancelPoll: Cancel | null = null;

  constructor(source: TapeSource, clock: Clock, events: IndexEvents) {
    this.#source = source;
    this.#clock = clock;
    this.#events = events;
  }

  async fetch(): Promise<void> {
    const turn = ++this.#turn;
    const tell = await this.#source.timeline().then(
      (timeline) => () => this.#events.came(timeline),
      (cause: unknown) => () => this.#events.failed(asIndexError(cause)),
    );
    if (turn === this.#turn) tell();
  }

  /** Fetches it after {@link POLL_MS}, unless that is stopped before. */
  poll(): void {
    this.stopPolling();
    this.#cancelPoll = this.#clock.after(POLL_MS, () => void this.fetch());
  }

  stopPolling(): void {
    this.#cancelPoll?.();
    this.#cancelPoll = null;
  }

  /** Drops what is on its way. */
  close(): void {
    this.stopPolling();
    this.#turn += 1;
  }
}

function asIndexError(cause: unknown): InktapeError {
  if (cause instanceof InktapeError) return cause;
  return new InktapeError("offline", "The tape's index did not come: check the connection and play again.", { cause });
}
