import type { Cancel, Clock } from "../clock/clock.js";
import type { InktapeError } from "../signal/errors.js";

/** How often a room asks whether its log can store again, in milliseconds. */
const RETRY_MS = 2000;

/** What a suspension is made of. */
export interface SuspensionOptions {
  readonly clock: Clock;
  /** Why nothing can be stored. */
  readonly error: InktapeError;
  /** Resolves once something was stored, and rejects while nothing can be. */
  readonly check: () => Promise<void>;
  /** Is told that the log can store again. */
  readonly over: () => void;
}

/** The time in which a room's log can store nothing: asks again and again whether it is over. */
export class Suspension {
  readonly error: InktapeError;
  readonly #options: SuspensionOptions;
  #cancel: Cancel;
  #isStopped = false;

  constructor(options: SuspensionOptions) {
    this.error = options.error;
    this.#options = options;
    this.#cancel = this.#wait();
  }

  /** Asks no more. */
  stop(): void {
    this.#isStopped = true;
    this.#cancel();
  }

  #wait(): Cancel {
    const { clock, check, over } = this.#options;
    return clock.after(RETRY_MS, () => {
      check().then(
        () => {
          if (!this.#isStopped) over();
        },
        () => {
          if (!this.#isStopped) this.#cancel = this.#wait();
        },
      );
    });
  }
}
