import { deflateSync, inflateSync } from "fflate";
import { InktapeError } from "../signal/errors.js";
import { ByteReader, type ByteWriter } from "../signal/wire/bytes.js";

/** The most that deflate can make of one byte (RFC 1951: 258 bytes out of two codes of one bit). */
const MAX_RATIO = 1032;

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

/**
 * Reads a section into a reader of its own. It never makes more than the section says, and a section may not say more
 * than `max` bytes or than deflate could have made of it. Throws `too-large` or `bad-bytes`.
 */
export function readSection(reader: ByteReader, what: string, max: number): ByteReader {
  const length = reader.varint(max);
  const packed = reader.view(reader.varint(reader.left));
  if (length > packed.length * MAX_RATIO) {
    reader.fail(`holds a section (${what}) of ${packed.length} bytes that claims to unfold to ${length}`);
  }
  // One byte of room too much: inflate stops at the end of its room, and a section that fills it was too long.
  const content = inflate(packed, new Uint8Array(length + 1), what);
  if (content.length !== length) reader.fail(`holds a section (${what}) that is not ${length} bytes long as it says`);
  return new ByteReader(content, what);
}

function inflate(packed: Uint8Array, out: Uint8Array, what: string): Uint8Array {
  try {
    return inflateSync(packed, { out });
  } catch (cause) {
    throw new InktapeError("bad-bytes", `The section (${what}) is not deflated data.`, { cause });
  }
}
