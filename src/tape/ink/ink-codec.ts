import { INK_STRIDE } from "../../signal/ink.js";
import { ByteReader, ByteWriter } from "../../signal/wire/bytes.js";
import { ArithmeticDecoder, ArithmeticEncoder } from "./arithmetic-coder.js";
import type { InkItem, InkLimits } from "./ink-item.js";
import { damaged, StrokeCoder } from "./stroke-coder.js";

/**
 * Encodes the ink of one writer as a section of a tape's block: how many strokes and points as varints, then the
 * strokes, arithmetic coded by a model that starts empty. README.md says it bit by bit.
 */
export function encodeInk(items: readonly InkItem[]): Uint8Array {
  const points = items.reduce((sum, item) => sum + item.points.length / INK_STRIDE, 0);
  const writer = new ByteWriter();
  writer.varint(items.length);
  writer.varint(points);
  const coder = new ArithmeticEncoder();
  const strokes = new StrokeCoder(coder);
  for (const item of items) strokes.code(item, points);
  writer.raw(coder.finish());
  return writer.finish();
}

/**
 * Reads what {@link encodeInk} wrote. Throws `bad-bytes` for damaged bytes and `too-large` for more than the limits
 * allow, before it has made more than that.
 */
export function decodeInk(bytes: Uint8Array, limits: InkLimits): InkItem[] {
  const reader = new ByteReader(bytes, "ink section");
  const count = reader.varint(limits.items);
  let left = reader.varint(limits.points);
  const coder = new ArithmeticDecoder(reader.raw(reader.left));
  const strokes = new StrokeCoder(coder);
  const items: InkItem[] = [];
  while (items.length < count) {
    const item = strokes.code(null, left);
    left -= item.points.length / INK_STRIDE;
    items.push(item);
    if (coder.isOverrun) throw damaged("fewer bytes than it says");
  }
  if (left > 0 || coder.hasMore) throw damaged("something else than it says");
  return items;
}
