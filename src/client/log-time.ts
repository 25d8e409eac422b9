/** How long a good sample counts for at least; twice as long at most. */
const WINDOW_MS = 30_000;
/** How much slower than the local clock the estimate may run while it gives way to a smaller offset. */
const SLEW = 0.02;

/**
 * Estimates the authority's time from the time stamps of what arrives. A stamp is older on arrival by the time it
 * took to come, so the largest (stamp − local time of arrival) seen of late is the nearest to the truth, and by it no
 * entry is in the future when it comes. Larger offsets are taken over at once, smaller ones slowly, so that the
 * estimate never runs backwards. All times are milliseconds; `local` is the local clock's.
 */
export class LogTime {
  #offset = 0;
  #recent = 0;
  #earlier = Number.NEGATIVE_INFINITY;
  #windowFrom = 0;
  #slewedAt = 0;
  #told = Number.NEGATIVE_INFINITY;

  /** Starts again from one sample: what was learnt on another connection may be of another machine. */
  reset(stamp: number, local: number): void {
    this.#offset = this.#recent = stamp - local;
    this.#earlier = Number.NEGATIVE_INFINITY;
    this.#windowFrom = this.#slewedAt = local;
    this.#told = Number.NEGATIVE_INFINITY;
  }

  /** Learns from a stamp that came in at `local`. */
  sample(stamp: number, local: number): void {
    const offset = stamp - local;
    if (local - this.#windowFrom >= WINDOW_MS) {
      this.#earlier = this.#recent;
      this.#recent = offset;
      this.#windowFrom = local;
    } else this.#recent = Math.max(this.#recent, offset);
    this.#offset = Math.max(this.#slewed(local), offset);
  }

  /** The authority's time at `local`; never less than it said before. */
  at(local: number): number {
    this.#offset = this.#slewed(local);
    this.#told = Math.max(this.#told, local + this.#offset);
    return this.#told;
  }

  #slewed(local: number): number {
    const step = SLEW * Math.max(0, local - this.#slewedAt);
    this.#slewedAt = Math.max(this.#slewedAt, local);
    return Math.max(this.#offset - step, this.#recent, this.#earlier);
  }
}
