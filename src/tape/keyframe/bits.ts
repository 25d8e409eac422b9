/** Whole numbers from 0 in as few bits as the largest of them needs, low bits first. */

/** The most bits a packed number may have. */
export const MOST_BITS = 31;

/** How many bytes `count` numbers of `width` bits take. */
export function packedLength(count: number, width: number): number {
  return Math.ceil((count * width) / 8);
}

/** Numbers of up to so many bits are taken out of one word. */
const WORD_BITS = 24;

/** Unpacks as many numbers as `into` has room for, from the byte `start` on. */
export function unpack(bytes: Uint8Array, start: number, width: number, into: Uint32Array): void {
  if (width > WORD_BITS) return unpackWide(bytes, start, width, into);
  const mask = (1 << width) - 1;
  let [word, held, at] = [0, 0, start];
  for (let index = 0; index < into.length; index++) {
    for (; held < width; held += 8) word |= bytes[at++]! << held;
    into[index] = word & mask;
    word >>>= width;
    held -= width;
  }
}

function unpackWide(bytes: Uint8Array, start: number, width: number, into: Uint32Array): void {
  let at = start * 8;
  for (let index = 0; index < into.length; index++) {
    let number = 0;
    for (let bit = 0; bit < width;) {
      const take = Math.min(8 - (at & 7), width - bit);
      number |= ((bytes[at >> 3]! >> (at & 7)) & ((1 << take) - 1)) << bit;
      bit += take;
      at += take;
    }
    into[index] = number;
  }
}
