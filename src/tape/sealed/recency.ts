/** Things in the order in which they were last used: the newest first. */
export class Recency<T> {
  readonly #items: T[] = [];

  get size(): number {
    return this.#items.length;
  }

  at(place: number): T | undefined {
    return this.#items[place];
  }

  placeOf(is: (item: T) => boolean): number {
    return this.#items.findIndex(is);
  }

  /** The item at that place, or the one that is `made` when there is none; it is the newest now. */
  use(place: number, made: () => T): T {
    const [known] = this.#items.splice(place, 1);
    const item = known ?? made();
    this.#items.unshift(item);
    return item;
  }

  drop(item: T): void {
    const place = this.#items.indexOf(item);
    if (place >= 0) this.#items.splice(place, 1);
  }
}
