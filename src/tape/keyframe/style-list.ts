import type { ByteWriter } from "../../signal/wire/byte-writer.js";
import { writePageId } from "../../signal/wire/write-shapes.js";
import type { Style } from "./styles.js";

/** The styles of a board's strokes, in the order in which they were met. */
export class StyleList {
  readonly list: Style[] = [];
  readonly #places = new Map<string, number>();

  placeOf({ page, color, size, step }: Style): number {
    const key = JSON.stringify([page, color, size, step]);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.list.length);
    return this.list.push({ page, color, size, step }) - 1;
  }
}

export function writeStyle(w: ByteWriter, { page, color, size, step }: Style): void {
  writePageId(w, page);
  w.text(color);
  w.number(size);
  w.number(step);
}
