import type { Cancel, Clock } from "../clock/clock.js";
import { InktapeError, type ErrorCode } from "../signal/errors.js";
import type { InkDecoder } from "./player.js";
import { blockKey, fetchPart, partKey, type TapePart } from "../tape/parts.js";
import type { DecodedPart } from "../tape/decode.js";
import type { TapeFetcher } from "../tape/tape-source.js";

/** Fetches at the same time. */
const PARALLEL = 4;
/** The wait after the first failure; it doubles with each further one. */
const RETRY_MS = 1000;
const MAX_RETRY_MS = 10_000;

/** Failures that trying again does not mend: the part is passed over. */
const FINAL: readonly ErrorCode[] = ["tape-damaged", "unsupported-version", "not-found", "bad-bytes", "too-large"];

/** Where parts come from, and who reads their ink when not the reader of the tape itself. */
export interface PartSupply {
  readonly fetcher: TapeFetcher;
  readonly inkDecoder?: InkDecoder | undefined;
}

/** What a loader tells. */
export interface LoaderEvents {
  loaded(part: TapePart, content: Uint8Array | DecodedPart): void;
  /** The part is there for nobody to have. */
  unreadable(part: TapePart, reason: InktapeError): void;
  /** Fetching failed and is tried again later; null once it works again. */
  trouble(reason: InktapeError | null): void;
  /** Fetching is refused for good. */
  denied(reason: InktapeError): void;
}

/**
 * Fetches what is wanted, a few parts at a time, in the order of the wish. Each new wish replaces the one before: what
 * is not in it is aborted. After a failure all fetching waits, longer each time.
 */
export class TapeLoader {
  readonly #fetcher: TapeFetcher;
  readonly #inkDecoder: InkDecoder | undefined;
  readonly #clock: Clock;
  readonly #events: LoaderEvents;
  readonly #running = new Map<string, AbortController>();
  /** Blocks that are not sealed as the index says any more: they have become longer, and their entries come whole. */
  readonly #whole = new Set<string>();
  #wanted: readonly TapePart[] = [];
  #failures = 0;
  #waiting: Cancel | null = null;

  constructor({ fetcher, inkDecoder }: PartSupply, clock: Clock, events: LoaderEvents) {
    this.#fetcher = fetcher;
    this.#inkDecoder = inkDecoder;
    this.#clock = clock;
    this.#events = events;
  }

  /** Wants these parts, the most urgent first, and no others. */
  want(parts: readonly TapePart[]): void {
    const byKey = new Map(parts.map((part) => this.#asThereIs(part)).map((part) => [partKey(part), part]));
    this.#wanted = [...byKey.values()];
    const keys = new Set(byKey.keys());
    for (const [key, running] of this.#running) {
      if (keys.has(key)) continue;
      this.#running.delete(key);
      running.abort();
    }
    this.#pump();
  }

  /** Wants nothing any more. */
  stop(): void {
    this.want([]);
    this.#waiting?.();
    this.#waiting = null;
  }

  /** Lets go of everything. */
  close(): void {
    this.stop();
    this.#inkDecoder?.close();
  }

  #pump(): void {
    if (this.#waiting) return;
    for (const part of this.#wanted) {
      if (this.#running.size >= PARALLEL) return;
      if (!this.#running.has(partKey(part))) void this.#fetch(part);
    }
  }

  async #fetch(part: TapePart): Promise<void> {
    const key = partKey(part);
    const running = new AbortController();
    this.#running.set(key, running);
    const isWanted = () => this.#running.get(key) === running;
    try {
      const content = await this.#read(part, await fetchPart(this.#fetcher, part, running.signal));
      if (!isWanted()) return;
      this.#done(part);
      if (this.#failures > 0) this.#events.trouble(null);
      this.#failures = 0;
      this.#events.loaded(part, content);
    } catch (cause) {
      if (!isWanted()) return;
      this.#failed(part, cause);
    }
    this.#pump();
  }

  #failed(part: TapePart, cause: unknown): void {
    const reason = asInktapeError(part, cause);
    if (reason.code === "not-found" && part.type !== "keyframe" && part.type !== "block") {
      this.#running.delete(partKey(part));
      this.#whole.add(blockKey(part.ref));
      this.want(this.#wanted);
    } else if (FINAL.includes(reason.code)) {
      this.#done(part);
      this.#events.unreadable(part, reason);
    } else if (reason.code === "denied") {
      this.stop();
      this.#events.denied(reason);
    } else {
      this.#running.delete(partKey(part));
      this.#waitAfter(reason);
    }
  }

  /** Ink may be read elsewhere; all else is read where it is put, in no time. */
  async #read(part: TapePart, bytes: Uint8Array): Promise<Uint8Array | DecodedPart> {
    if (part.type !== "ink" || !this.#inkDecoder) return bytes;
    return { type: "ink", ink: await this.#inkDecoder.decode(bytes) };
  }

  #asThereIs(part: TapePart): TapePart {
    if (part.type === "keyframe" || !this.#whole.has(blockKey(part.ref))) return part;
    return { type: "block", ref: part.ref };
  }

  #done(part: TapePart): void {
    this.#running.delete(partKey(part));
    this.#wanted = this.#wanted.filter((other) => partKey(other) !== partKey(part));
  }

  #waitAfter(reason: InktapeError): void {
    if (this.#waiting) return;
    const wait = Math.min(MAX_RETRY_MS, RETRY_MS * 2 ** this.#failures);
    this.#failures += 1;
    this.#waiting = this.#clock.after(wait, () => {
      this.#waiting = null;
      this.#pump();
    });
    this.#events.trouble(reason);
  }
}

function asInktapeError(part: TapePart, cause: unknown): InktapeError {
  if (cause instanceof InktapeError) return cause;
  return new InktapeError("offline", `The ${partKey(part)} of the tape did not come; it is tried again.`, { cause });
}
