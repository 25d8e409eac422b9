import { pointCount } from "../../signal/ink.js";
import { ByteReader } from "../../signal/wire/bytes.js";
import { ArithmeticDecoder } from "../coding/arithmetic-coder.js";
import { damaged, problemOf, type InkItem, type InkLimits } from "./ink-item.js";
import { StrokeCoder } from "./stroke-coder.js";

/**
 * Reads what {@link encodeInk} wrote. Throws `too-large` for a section that says it holds more than the limits, and
 * `bad-bytes` for one that does not hold just what it says; it never makes more than the limits, whatever the bytes.
 */
export function decodeInk(bytes: Uint8Array, limits: InkLimits): InkItem[] {
  const reader = new ByteReader(bytes, "ink section");
  const count = reader.varint(limits.items);
  let left = reader.varint(limits.points);
  const coder = new ArithmeticDecoder(reader.view(reader.left));
  const strokes = new StrokeCoder(coder);
  const items: InkItem[] = [];
  while (items.length < count) {
    const item = strokes.code(null, left);
    if (coder.isOverrun) throw damaged("fewer bytes than it needs");
    const problem = problemOf(item);
    if (problem) throw damaged(problem);
    left -= pointCount(item.points);
    items.push(item);
  }
  if (left > 0) throw damaged("fewer points than it says");
  if (!coder.isAtEnd) throw damaged("other bytes than it needs");
  return items;
}
