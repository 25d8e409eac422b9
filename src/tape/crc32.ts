/** The reversed polynomial of CRC-32 as ISO 3309, gzip and PNG use it. */
const POLYNOMIAL = 0xedb88320;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1;
  return rest;
});

/** Bytes are taken in pieces: a loop that is called often is made fast sooner than one that goes on for long. */
const PIECE = 4096;

/**
 * The CRC-32 of bytes. It finds every damage of up to 32 bits in a row; it is no guard against someone who means harm.
 *
 * @param before the checksum of what stands before these bytes, to go on from it.
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let rest = ~before;
  for (let from = 0; from < bytes.length; from += PIECE) {
    rest = goOn(rest, bytes, from, Math.min(from + PIECE, bytes.length));
  }
  return ~rest >>> 0;
}

function goOn(before: number, bytes: Uint8Array, from: number, to: number): number {
  let rest = before;
  for (let at = from; at < to; at++) rest = (rest >>> 8) ^ TABLE[(rest ^ bytes[at]!) & 0xff]!;
  return rest;
}
