/** A map that forgets what was not asked for the longest, once all it holds weighs too much. */
export class Lru<K, V> {
  readonly #items = new Map<K, { readonly value: V; readonly weight: number }>();
  #weight = 0;

  /** @param capacity what it may hold; it may grow later. */
  constructor(public capacity: number) {}

  /** The item, which is not asked for by that. */
  peek(key: K): V | undefined {
    return this.#items.get(key)?.value;
  }

  has(key: K): boolean {
    return this.#items.has(key);
  }

  /** The item, which is now the last to be forgotten. */
  get(key: K): V | undefined {
    const item = this.#items.get(key);
    if (item === undefined) return undefined;
    this.#items.delete(key);
    this.#items.set(key, item);
    return item.value;
  }

  /** @param weight what the item counts for, 1 unless told. The newest item stays whatever it weighs. */
  set(key: K, value: V, weight = 1): void {
    this.delete(key);
    this.#items.set(key, { value, weight });
    this.#weight += weight;
    for (const oldest of this.#items.keys()) {
      if (this.#weight <= this.capacity || oldest === key) return;
      this.delete(oldest);
    }
  }

  delete(key: K): void {
    const item = this.#items.get(key);
    if (!item) return;
    this.#items.delete(key);
    this.#weight -= item.weight;
  }

  *values(): Iterable<V> {
    for (const { value } of this.#items.values()) yield value;
  }
}
