import { INK_STRIDE, type InkPoints } from "../../../src/signal/ink.js";
import type { ByteWriter } from "../../../src/signal/wire/byte-writer.js";

const MAX_SHIFT = 3;

/** Writes numbers in half bytes, two to a byte, the high one first: for many numbers that are nearly always small. */
export class NibbleWriter {
  /** The high half of the byte under way; null between bytes. */
  #high: number | null = null;

  constructor(private readonly bytes: ByteWriter) {}

  /** Half a byte, 0 to 15. */
  nibble(value: number): void {
    if (this.#high === null) this.#high = value;
    else {
      this.bytes.byte(this.#high * 16 + value);
      this.#high = null;
    }
  }

  /** Eight bits, 0 to 255. */
  byte(value: number): void {
    this.nibble(value >> 4);
    this.nibble(value & 15);
  }

  /** A whole number from 0 to 2⁴⁰ in groups of three bits, low ones first, each with a bit that says whether more follow. */
  number(value: number): void {
    let rest = value;
    for (; rest > 7; rest = Math.floor(rest / 8)) this.nibble((rest % 8) + 8);
    this.nibble(rest);
  }

  /** A whole number of either sign, the sign lowest. */
  zigzag(value: number): void {
    this.number(value < 0 ? -2 * value - 1 : 2 * value);
  }

  /** Fills up the last byte. */
  finish(): void {
    if (this.#high !== null) this.nibble(0);
  }
}

/** The points of an `ink.append` as earlier versions wrote them: what ink-nibbles.ts reads. */
export function writeNibbleBatch(writer: ByteWriter, points: InkPoints): void {
  if (points.length === 0) return;
  const nibbles = new NibbleWriter(writer);
  const shift = sharedZeros(points);
  const unit = 2 ** shift;
  let [x, y, t, p, stepX, stepY] = [points[0]!, points[1]!, points[2]!, points[3]!, 0, 0];
  nibbles.zigzag(x);
  nibbles.zigzag(y);
  nibbles.number(t);
  nibbles.byte(p * 4 + shift);
  for (let at = INK_STRIDE; at < points.length; at += INK_STRIDE) {
    const [nextX, nextY, nextT, nextP] = [points[at]!, points[at + 1]!, points[at + 2]!, points[at + 3]!];
    nibbles.zigzag((nextX - x) / unit - stepX);
    nibbles.zigzag((nextY - y) / unit - stepY);
    nibbles.number(2 * (nextT - t) + (nextP === p ? 0 : 1));
    if (nextP !== p) nibbles.zigzag(nextP > p ? nextP - p - 1 : nextP - p);
    stepX = (nextX - x) / unit;
    stepY = (nextY - y) / unit;
    [x, y, t, p] = [nextX, nextY, nextT, nextP];
  }
  nibbles.finish();
}

/** How many low bits are 0 in the steps from the first point to all others, {@link MAX_SHIFT} at most. */
function sharedZeros(points: InkPoints): number {
  let bits = 2 ** MAX_SHIFT;
  for (let at = INK_STRIDE; at < points.length; at += INK_STRIDE) {
    bits |= (points[at]! - points[0]!) | (points[at + 1]! - points[1]!);
  }
  return Math.log2(bits & -bits);
}
