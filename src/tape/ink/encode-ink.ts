import { InktapeError } from "../../signal/errors.js";
import { pointCount } from "../../signal/ink.js";
import { ByteWriter } from "../../signal/wire/byte-writer.js";
import { ArithmeticEncoder } from "../coding/arithmetic-encoder.js";
import { problemOf, type InkItem } from "./ink-item.js";
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
