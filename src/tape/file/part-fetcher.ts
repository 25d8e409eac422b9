import { damaged } from "../envelope.js";
import { Lru } from "../lru.js";
import type { FileLayout, PlacedPart } from "./layout.js";
import type { RangeReader } from "./ranges.js";

/** With the part that was asked for, so much more of what a seek may need next comes along. */
const AHEAD_BYTES = 32 * 1024;
/** Parts with no more than this between them are read at once: another request would cost more. */
const BRIDGED_BYTES = 8 * 1024;
/** What came along without being asked for is kept up to so many bytes. */
const KEPT_BYTES = 1 << 20;

interface Asked {
  readonly place: number;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (reason: unknown) => void;
}

/** One read under way. */
interface Run {
  /** Places of the parts that it brings, both ends included. */
  readonly first: number;
  readonly last: number;
  readonly abort: AbortController;
  readonly bytes: Promise<Uint8Array>;
  waiting: number;
}

/**
 * Fetches parts of a file with few reads: parts that are asked for at the same moment and stand near each other come
 * with one, and what a seek is about to ask for comes along.
 */
export class PartFetcher {
  readonly #reader: RangeReader;
  readonly #layout: FileLayout;
  readonly #kept = new Lru<number, Uint8Array>(KEPT_BYTES);
  readonly #runs = new Set<Run>();
  #asked: Asked[] = [];

  constructor(reader: RangeReader, layout: FileLayout) {
    this.#reader = reader;
    this.#layout = layout;
  }

  /** Takes bytes of the file that came otherwise, from the place `from` on. */
  keep(bytes: Uint8Array, from: number): void {
    this.#layout.parts.forEach((placed, place) => {
      if (placed.from >= from && placed.to <= from + bytes.length) this.#keep(place, slice(bytes, from, placed));
    });
  }

  /** The bytes of a part; undefined when the file has none of that name. */
  fetch(key: string, signal?: AbortSignal): Promise<Uint8Array> | undefined {
    const place = this.#layout.byKey.get(key);
    if (place === undefined) return undefined;
    const kept = this.#kept.get(place);
    if (kept) return Promise.resolve(kept);
    return new Promise((resolve, reject) => {
      if (this.#asked.length === 0) void Promise.resolve().then(() => this.#flush());
      this.#asked.push({ place, signal, resolve, reject });
    });
  }

  #flush(): void {
    const asked = this.#asked.filter(({ signal, reject }) => {
      if (signal?.aborted) reject(signal.reason);
      return !signal?.aborted;
    });
    this.#asked = [];
    const inOrder = asked.sort((a, b) => a.place - b.place);
    const fresh = inOrder.filter((ask) => {
      const run = [...this.#runs].find(({ first, last }) => first <= ask.place && ask.place <= last);
      if (run) this.#await(run, ask);
      return !run;
    });
    for (const group of this.#near(fresh)) {
      const run = this.#start(group.map(({ place }) => place));
      for (const ask of group) this.#await(run, ask);
    }
  }

  /** Asks that one read serves together. */
  #near(asked: readonly Asked[]): Asked[][] {
    const groups: Asked[][] = [];
    let reach = -Infinity;
    for (const ask of asked) {
      const { from, to } = this.#at(ask.place);
      if (from - reach <= BRIDGED_BYTES) groups.at(-1)?.push(ask);
      else groups.push([ask]);
      reach = to;
    }
    return groups;
  }

  #start(places: readonly number[]): Run {
    const first = places[0] as number;
    const last = this.#ahead(places.at(-1) as number);
    const [{ from }, { to }] = [this.#at(first), this.#at(last)];
    const abort = new AbortController();
    const run: Run = { first, last, abort, waiting: 0, bytes: this.#read(from, to, abort.signal) };
    this.#runs.add(run);
    const asked = new Set(places);
    run.bytes.then(
      (bytes) => {
        this.#runs.delete(run);
        for (let place = first; place <= last; place++) {
          if (!asked.has(place)) this.#keep(place, slice(bytes, from, this.#at(place)));
        }
      },
      () => this.#runs.delete(run),
    );
    return run;
  }

  /** The last place that comes along with this one: what stands behind it in its run, as far as the budget goes. */
  #ahead(place: number): number {
    const { to, headTo } = this.#at(place);
    const { parts } = this.#layout;
    let last = place;
    while (last + 1 < parts.length && this.#at(last + 1).to <= Math.min(headTo, to + AHEAD_BYTES)) last += 1;
    return last;
  }

  async #read(from: number, to: number, signal: AbortSignal): Promise<Uint8Array> {
    const bytes = await this.#reader.read({ from, to }, signal);
    if (bytes.length === to - from) return bytes;
    throw damaged(
      "file",
      `ends after byte ${from + bytes.length}, where its index says that byte ${to - 1} is: it was cut off`,
    );
  }

  /** A read that nobody waits for any more is given up. */
  #await(run: Run, { place, signal, resolve, reject }: Asked): void {
    run.waiting += 1;
    const { from } = this.#at(run.first);
    const gone = () => {
      run.waiting -= 1;
      this.#leave(run);
      reject(signal?.reason);
    };
    signal?.addEventListener("abort", gone, { once: true });
    run.bytes
      .then((bytes) => resolve(slice(bytes, from, this.#at(place))), reject)
      .finally(() => signal?.removeEventListener("abort", gone));
  }

  #leave(run: Run): void {
    if (run.waiting > 0 || !this.#runs.has(run)) return;
    this.#runs.delete(run);
    run.abort.abort();
  }

  #keep(place: number, bytes: Uint8Array): void {
    this.#kept.set(place, bytes, bytes.length);
  }

  #at(place: number): PlacedPart {
    return this.#layout.parts[place] as PlacedPart;
  }
}

/** A copy, so that one part does not keep all the bytes of a read in memory. */
function slice(bytes: Uint8Array, start: number, { from, to }: PlacedPart): Uint8Array {
  return bytes.slice(from - start, to - start);
}
