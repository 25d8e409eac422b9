import type { Clock } from "../../../clock/clock.js";
import type { RoomId } from "../../../signal/ids.js";
import type { Tally } from "./metric-book.js";

/** More classes than these are counted as one: every class is a line of the metrics for ever. */
const MOST_CLASSES = 50;
/** The class of what has none. */
export const OTHER = "other";

interface Span {
  class: string;
  /** Up to when it is counted. */
  since: number;
}

/** Adds up how long rooms were active, by class of room, those that are right now included. */
export class ActiveTime {
  readonly #clock: Clock;
  readonly #classOf: (room: RoomId, isRecording: boolean) => string;
  readonly #spans = new Map<RoomId, Span>();
  readonly #seconds: Record<string, number> = {};

  constructor(clock: Clock, classOf: (room: RoomId, isRecording: boolean) => string) {
    this.#clock = clock;
    this.#classOf = classOf;
  }

  /** A span begins, or recording starts or stops in one that has begun. */
  begin(room: RoomId, isRecording: boolean): void {
    this.end(room);
    this.#spans.set(room, { class: this.#classNamed(this.#classOf(room, isRecording)), since: this.#clock.now() });
  }

  end(room: RoomId): void {
    const span = this.#spans.get(room);
    if (span) this.#count(span);
    this.#spans.delete(room);
  }

  /** Seconds up to now. */
  seconds(): Tally {
    for (const span of this.#spans.values()) this.#count(span);
    return this.#seconds;
  }

  #count(span: Span): void {
    const now = this.#clock.now();
    this.#seconds[span.class] = (this.#seconds[span.class] ?? 0) + (now - span.since) / 1000;
    span.since = now;
  }

  #classNamed(name: string): string {
    const isKnown = Object.hasOwn(this.#seconds, name);
    const chosen = isKnown || Object.keys(this.#seconds).length < MOST_CLASSES ? name : OTHER;
    this.#seconds[chosen] ??= 0;
    return chosen;
  }
}
