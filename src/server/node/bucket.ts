/** How much may come: so much a second, and so much at once. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/**
 * A token bucket: it fills at its rate up to its burst, and what comes is taken out of it, into debt if need be. So a
 * burst passes at once, and one who sends too much for long is slowed down to the rate.
 */
export class Bucket {
  readonly #rate: Rate;
  #level: number;
  #at: number;

  /** @param now milliseconds of any clock that does not run backwards, here and in {@link take}. */
  constructor(rate: Rate, now: number) {
    this.#rate = rate;
    this.#level = rate.burst;
    this.#at = now;
  }

  /** Takes an amount; says for how many milliseconds nothing more should come. */
  take(amount: number, now: number): number {
    const { perSecond, burst } = this.#rate;
    const filled = this.#level + (Math.max(0, now - this.#at) * perSecond) / 1000;
    this.#at = Math.max(this.#at, now);
    this.#level = Math.min(burst, filled) - amount;
    return this.#level >= 0 ? 0 : (-this.#level / perSecond) * 1000;
  }
}
