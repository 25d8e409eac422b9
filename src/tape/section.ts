import { inflateSync } from "fflate";
import { InktapeError } from "../signal/errors.js";
import { ByteReader } from "../signal/wire/bytes.js";

/** The most that deflate can make of one byte (RFC 1951: 258 bytes out of two codes of one bit). */
const MAX_RATIO = 1032;

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
