import type { Board } from "../board/board.js";
import { shapesOf } from "../board/leaves.js";
import type { Entry } from "../signal/entry.js";
import type { Json } from "../signal/signal.js";
import type { Head } from "./head.js";

/**
 * Knows how much there is on a room's board without counting it again for every signal: shapes are counted when there
 * might be as many as are allowed, and something was taken away since they were counted last.
 */
export class Census {
  /** Never less than there are. */
  #shapes: number | null = null;
  #isExact = false;
  #shared: Map<string, number> | null = null;
  #sharedBytes = 0;

  /** Takes notice of what has come onto the board. */
  take(entries: readonly Entry[]): void {
    for (const { signal } of entries) {
      if (signal.type === "ink.begin" || signal.type === "shape.add") {
        if (this.#shapes !== null) this.#shapes += 1;
        this.#isExact = false;
      } else if (signal.type === "shapes.remove" || signal.type === "page.remove") this.#isExact = false;
      else if (signal.type === "state.set" && this.#shared) this.#note(signal.key, signal.value);
    }
  }

  /** True when the board, finished and unfinished, has at least so many shapes. */
  hasShapes(head: Pick<Head, "board">, count: number): boolean {
    if (this.#shapes === null || (this.#shapes >= count && !this.#isExact)) {
      this.#shapes = countShapes(head.board);
      this.#isExact = true;
    }
    return this.#shapes >= count;
  }

  /** Bytes of the shared state, if the key got this value. */
  sharedBytesWith(board: Board, key: string, value: Json | undefined): number {
    if (!this.#shared) {
      this.#shared = new Map();
      for (const [known, there] of Object.entries(board.shared)) this.#note(known, there);
    }
    return this.#sharedBytes - (this.#shared.get(key) ?? 0) + sizeOf(key, value);
  }

  #note(key: string, value: Json | undefined): void {
    const shared = this.#shared;
    if (!shared) return;
    this.#sharedBytes -= shared.get(key) ?? 0;
    if (value === undefined) shared.delete(key);
    else {
      const size = sizeOf(key, value);
      shared.set(key, size);
      this.#sharedBytes += size;
    }
  }
}

function countShapes(board: Board): number {
  let count = Object.keys(board.active).length;
  for (const _ of shapesOf(board)) count += 1;
  return count;
}

/** About its bytes on the wire: characters of JSON. */
function sizeOf(key: string, value: Json | undefined): number {
  return value === undefined ? 0 : key.length + JSON.stringify(value).length;
}
