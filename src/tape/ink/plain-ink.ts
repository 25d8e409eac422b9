import { INK_STRIDE } from "../../signal/ink.js";
import { ByteReader } from "../../signal/wire/bytes.js";
import { readSection } from "../section.js";
import { damaged, problemOf, type Batch, type InkItem, type InkLimits } from "./ink-item.js";

/** The most bytes that the numbers of a section take. */
export const MOST_BYTES = 64 << 20;

/**
 * Reads what {@link encodePlainInk} wrote. Throws `too-large` for a section that holds more than the limits, and
 * `bad-bytes` for one that does not hold just what it says; it never makes more than the limits, whatever the bytes.
 */
export function decodePlainInk(bytes: Uint8Array, limits: InkLimits): InkItem[] {
  const reader = new ByteReader(bytes, "ink section");
  const content = readSection(reader, "ink", MOST_BYTES);
  reader.end();
  let left = limits.points;
  const count = content.varint(Math.min(limits.items, content.left));
  const items = Array.from({ length: count }, () => {
    const points = content.varint(Math.min(left, content.left));
    left -= points;
    return { points: new Int32Array(points * INK_STRIDE), batches: readBatches(content, points) };
  });
  for (let column = 0; column < INK_STRIDE; column++) {
    for (const { points } of items) {
      let last = 0;
      for (let at = column; at < points.length; at += INK_STRIDE) {
        last += content.zigzag();
        if (last !== (last | 0)) throw damaged("a number that no point has");
        points[at] = last;
      }
    }
  }
  content.end();
  for (const item of items) {
    const problem = problemOf(item);
    if (problem) throw damaged(problem);
  }
  return items;
}

function readBatches(reader: ByteReader, most: number): Batch[] | null {
  const length = reader.varint(most);
  let last = 0;
  const batches = Array.from({ length }, () => {
    const count = reader.varint();
    last += reader.varint();
    return { count, at: last };
  });
  return length > 0 ? batches : null;
}
