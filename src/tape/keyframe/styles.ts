import { LIMITS } from "../../signal/limits.js";
import type { InkShape } from "../../signal/shape.js";
import type { ByteReader, ByteWriter } from "../../signal/wire/bytes.js";
import { readPageId, writePageId } from "../../signal/wire/shapes.js";

/** What the strokes of one pen have in common. */
export type Style = Pick<InkShape, "page" | "color" | "size" | "step">;

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

export function readStyle(r: ByteReader): Style {
  const [page, color] = [readPageId(r), r.text(LIMITS.nameBytes)];
  const [size, step] = [r.number(LIMITS.coordinate), r.number(LIMITS.coordinate)];
  return step > 0 ? { page, color, size, step } : r.fail("holds a step that is not above 0");
}
