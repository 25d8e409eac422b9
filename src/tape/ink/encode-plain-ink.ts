import { InktapeError } from "../../signal/errors.js";
import { INK_STRIDE, pointCount } from "../../signal/ink.js";
import { ByteWriter } from "../../signal/wire/byte-writer.js";
import { writeSection } from "../write-section.js";
import { problemOf, type Batch, type InkItem } from "./ink-item.js";
import { MOST_BYTES } from "./plain-ink.js";

/**
 * Encodes the ink of one writer in the form that is quickly made: of each stroke how many points and batches it has, and
 * its batches; then all x, all y, all times and all pressures, each as its difference from the one before in its stroke;
 * the whole deflated. It takes up to twice the bytes of what `encodeInk` makes, and a fifth of the time.
 *
 * Throws `bad-argument` for ink that is not as {@link InkItem} says, `too-large` for more than a reader would take.
 */
export function encodePlainInk(items: readonly InkItem[]): Uint8Array {
  const content = new ByteWriter();
  content.varint(items.length);
  for (const [index, item] of items.entries()) {
    const problem = problemOf(item);
    if (problem) throw new InktapeError("bad-argument", `Ink cannot be encoded: stroke ${index} has ${problem}.`);
    content.varint(pointCount(item.points));
    writeBatches(content, item.batches ?? []);
  }
  for (let column = 0; column < INK_STRIDE; column++) {
    for (const { points } of items) {
      let last = 0;
      for (let at = column; at < points.length; at += INK_STRIDE) {
        const value = points[at] as number;
        content.zigzag(value - last);
        last = value;
      }
    }
  }
  const writer = new ByteWriter();
  writeSection(writer, content.finish(), MOST_BYTES);
  return writer.finish();
}

/** A stroke that was drawn live has a batch at least; ink that came whole has none. */
function writeBatches(writer: ByteWriter, batches: readonly Batch[]): void {
  writer.varint(batches.length);
  let last = 0;
  for (const { count, at } of batches) {
    writer.varint(count);
    writer.varint(at - last);
    last = at;
  }
}
