const BUCKETS_A_MS = 10;
const LONGEST_MS = 60_000;

/** Counts many times, in tenths of a millisecond. */
export class Histogram {
  readonly #counts = new Uint32Array(LONGEST_MS * BUCKETS_A_MS);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(ms: number): void {
    const bucket = Math.min(this.#counts.length - 1, Math.floor(ms * BUCKETS_A_MS));
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1;
    this.#count += 1;
  }

  /** The time below which a share of all lies. */
  quantile(share: number): number {
    let left = this.#count * share;
    const bucket = this.#counts.findIndex((count) => (left -= count) <= 0);
    return (bucket + 1) / BUCKETS_A_MS;
  }
}
