import type { Clock } from "../clock/clock.js";
import type { Draft, Entry } from "../signal/entry.js";
import { InktapeError, isInktapeError } from "../signal/errors.js";
import type { ClientId } from "../signal/ids.js";
import type { Enrolment, RoomLog } from "./room-log.js";
import { Suspension } from "./suspension.js";

/** What a scribe works with. */
export interface ScribeOptions {
  readonly log: RoomLog;
  readonly clock: Clock;
  /** The log can store nothing. */
  readonly suspended: (error: InktapeError) => void;
  /** It can again. */
  readonly resumed: () => void;
  /** The log has failed in another way. */
  readonly failed: (error: unknown) => void;
}

/**
 * Writes a room's words into its log. When the log can store nothing, writes nothing more, and asks again and again
 * until it can; what was not written then is for the room, opened anew, to be said again.
 */
export class Scribe {
  readonly #options: ScribeOptions;
  #suspension: Suspension | null = null;
  #isStopped = false;
  /** The last that was asked for. */
  #written: Promise<unknown> = Promise.resolve();

  constructor(options: ScribeOptions) {
    this.#options = options;
  }

  /** Why nothing is written; null while all is. */
  get suspendedBy(): InktapeError | null {
    return this.#suspension?.error ?? null;
  }

  /** Resolves when all that was asked for so far is in the log, or never will be. */
  get written(): Promise<unknown> {
    return this.#written;
  }

  /** The client's number in the room. */
  enrol(client: ClientId): Promise<Enrolment> {
    return this.#ask(this.#options.log.enrol(client));
  }

  append(drafts: readonly Draft[]): Promise<readonly Entry[]> {
    if (this.#suspension) return Promise.reject(this.#suspension.error);
    const appended = this.#ask(this.#options.log.append(drafts));
    this.#written = appended.catch(() => undefined);
    return appended;
  }

  /** Hears that the log could not do what somebody else asked of it. */
  logFailed(error: unknown): void {
    const { log, clock, suspended, resumed, failed } = this.#options;
    if (this.#isStopped || this.#suspension) return;
    if (!isInktapeError(error, "log-failed")) return failed(error);
    this.#suspension = new Suspension({ clock, error, check: () => log.check(), over: resumed });
    suspended(error);
  }

  /** Writes no more, and waits for nothing. */
  stop(): void {
    this.#isStopped = true;
    this.#suspension?.stop();
  }

  async #ask<T>(answer: Promise<T>): Promise<T> {
    try {
      const value = await answer;
      if (!this.#isStopped) return value;
    } catch (error) {
      this.logFailed(error);
      throw error;
    }
    const { room } = this.#options.log;
    throw new InktapeError("offline", `The room "${room}" was closed. Connect again in a moment.`);
  }
}
