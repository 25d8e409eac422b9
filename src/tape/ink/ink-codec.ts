import { InktapeError } from "../../signal/errors.js";
import { pointCount } from "../../signal/ink.js";
import { ByteReader, ByteWriter } from "../../signal/wire/bytes.js";
import { ArithmeticDecoder, ArithmeticEncoder } from "../coding/arithmetic-coder.js";
import { damaged, problemOf, type InkItem, type InkLimits } from "./ink-item.js";
import { StrokeCoder } from "./stroke-coder.js";

/**
 * Encodes the ink of one writer as a section of a tape: how many strokes and points there are, and the strokes,
 * arithmetic coded by a model that starts empty. README.md says it bit by bit.
 *
 * Throws `bad-argument` for ink that is not as {@link InkItem} says.
 */
export function encodeInk(items: readonly InkItem[]): Uint8Array {
  items.forEach((item, index) => {
    const problem = problemOf(item);
    if (problem) throw new InktapeError("bad-argument", `Ink cannot be encoded: stroke ${index} has ${problem}.`);
  });
  const points = items.reduce((sum, item) => sum + pointCount(item.points), 0);
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
