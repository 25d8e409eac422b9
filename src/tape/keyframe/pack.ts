import { packedLength } from "./bits.js";

/** How many bits the largest of the numbers has. */
export function widthOf(numbers: readonly number[]): number {
  return numbers.reduce((width, number) => Math.max(width, 32 - Math.clz32(number)), 0);
}

/** Packs numbers below 2 to the power of `width` into bytes of their own. */
export function pack(numbers: readonly number[], width: number): Uint8Array {
  const bytes = new Uint8Array(packedLength(numbers.length, width));
  let at = 0;
  for (const number of numbers) {
    for (let bit = 0; bit < width;) {
      const free = 8 - (at & 7);
      const take = Math.min(free, width - bit);
      bytes[at >> 3]! |= ((number >>> bit) & ((1 << take) - 1)) << (at & 7);
      bit += take;
      at += take;
    }
  }
  return bytes;
}
