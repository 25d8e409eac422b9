/** A map that forgets what was not asked for the longest. */
export class Lru<K, V> {
  readonly #items = new Map<K, V>();

  /** @param capacity how many items it keeps; it may grow later. */
  constructor(public capacity: number) {}

  has(key: K): boolean {
    return this.#items.has(key);
  }

  /** The item, which is now the last to be forgotten. */
  get(key: K): V | undefined {
    const value = this.#items.get(key);
    if (value === undefined) return undefined;
    this.#items.delete(key);
    this.#items.set(key, value);
    return value;
  }

  set(key: K, value: V): void {
    this.#items.delete(key);
    this.#items.set(key, value);
    for (const oldest of this.#items.keys()) {
      if (this.#items.size <= this.capacity) return;
      this.#items.delete(oldest);
    }
  }

  values(): Iterable<V> {
    return this.#items.values();
  }
}
