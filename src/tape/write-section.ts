import { deflateSync } from "fflate";
import { InktapeError } from "../signal/errors.js";
import type { ByteWriter } from "../signal/wire/byte-writer.js";

/** How thoroughly deflate looks for repeats: 1 is fast, 9 is small. */
type Level = 1 | 9;

/** Ink is near to noise for deflate: the thorough levels take three times as long and save three bytes in a hundred. */
const LEVEL: Level = 1;

/**
 * Writes a section: how long it is, how long it is deflated (RFC 1951), and its deflated bytes. Throws `too-large` for
 * more than `max` bytes, which no reader would take.
 */
export function writeSection(writer: ByteWriter, content: Uint8Array, max: number, level: Level = LEVEL): void {
  if (content.length > max) {
    throw new InktapeError(
      "too-large",
      `A section of a tape has ${content.length} bytes; at most ${max} are allowed: cut it into more blocks.`,
    );
  }
  writer.varint(content.length);
  writer.bytes(deflateSync(content, { level }));
}
