import { callAll } from "../store/call-all.js";
import { eventsBetween, TIME_UPDATE_MS, type Glimpse } from "./events-between.js";
import type { PlayerEvent, PlayerEventType } from "./player-events.js";

type Listener = (event: PlayerEvent) => void;

/**
 * Tells listeners what happened from one glimpse to the next. What a listener does may lead to further events: they are
 * told after those that are being told.
 */
export class Teller {
  readonly #listeners = new Map<PlayerEventType, Set<Listener>>();
  readonly #untold: PlayerEvent[] = [];
  #last: Glimpse;
  #timeToldAt = Number.NEGATIVE_INFINITY;
  #isTelling = false;

  constructor(first: Glimpse) {
    this.#last = first;
  }

  on(type: PlayerEventType, listener: Listener): () => void {
    const own: Listener = (event) => listener(event);
    const listeners = this.#listeners.get(type) ?? new Set();
    this.#listeners.set(type, listeners.add(own));
    return () => void listeners.delete(own);
  }

  /** Takes the newest glimpse, at the clock's time `now`. */
  see(glimpse: Glimpse, now: number): void {
    const types = eventsBetween(this.#last, glimpse, now - this.#timeToldAt >= TIME_UPDATE_MS);
    this.#last = glimpse;
    if (types.includes("timeupdate")) this.#timeToldAt = now;
    const { position, wall } = glimpse.frame;
    this.#untold.push(...types.map((type) => ({ type, position, wall })));
    if (!this.#isTelling) this.#tellNext();
  }

  /** Tells nobody any more. */
  close(): void {
    this.#listeners.clear();
  }

  #tellNext(): void {
    const event = this.#untold.shift();
    if (!event) return;
    this.#isTelling = true;
    try {
      callAll([...(this.#listeners.get(event.type) ?? [])].map((listener) => () => listener(event)));
    } finally {
      this.#isTelling = false;
      this.#tellNext();
    }
  }
}
