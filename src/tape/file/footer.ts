import { InktapeError } from "../../signal/errors.js";
import { ByteWriter } from "../../signal/wire/byte-writer.js";
import { crc32 } from "../crc32.js";
import { damaged, TAPE_VERSION } from "../envelope.js";
import { FILE_MAGIC, HEADER_SIZE } from "./layout.js";

/** Bytes of the footer, the last of the file. */
export const FOOTER_SIZE = 28;

/**
 * Where the index is. The footer's bytes, numbers with their low byte first:
 *
 * | bytes | what |
 * |---|---|
 * | 8 | where the asset table begins, from the file's first byte |
 * | 4 | length of the asset table |
 * | 4 | length of the index, which follows on it |
 * | 4 | CRC-32 of the 16 bytes before |
 * | 8 | the same as the header |
 */
export interface Footer {
  readonly tableAt: number;
  readonly tableLength: number;
  readonly indexLength: number;
}

/** The file's first bytes: "INKTAPE" and the version of the format. */
export function writeHeader(): Uint8Array {
  const writer = new ByteWriter();
  for (const letter of FILE_MAGIC) writer.byte(letter.charCodeAt(0));
  writer.byte(TAPE_VERSION);
  return writer.finish();
}

export function writeFooter({ tableAt, tableLength, indexLength }: Footer): Uint8Array {
  const bytes = new Uint8Array(FOOTER_SIZE);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(tableAt), true);
  view.setUint32(8, tableLength, true);
  view.setUint32(12, indexLength, true);
  view.setUint32(16, crc32(bytes.subarray(0, 16)), true);
  bytes.set(writeHeader(), FOOTER_SIZE - HEADER_SIZE);
  return bytes;
}

/**
 * Reads the footer at the end of a file's last bytes. Throws `tape-damaged` for a file that does not end as one of
 * inktape does, and `unsupported-version`.
 */
export function readFooter(end: Uint8Array): Footer {
  const bytes = end.subarray(Math.max(0, end.length - FOOTER_SIZE));
  checkHeader(bytes.subarray(Math.max(0, bytes.length - HEADER_SIZE)), "end");
  if (bytes.length < FOOTER_SIZE) throw damaged("file", `has ${bytes.length} bytes, too few for a tape`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(16, true) !== crc32(bytes.subarray(0, 16))) {
    throw damaged("file", "has a footer that does not match its checksum; take it from a copy");
  }
  const tableAt = Number(view.getBigUint64(0, true));
  if (tableAt < HEADER_SIZE || !Number.isSafeInteger(tableAt)) throw damaged("file", "has a footer that cannot be");
  return { tableAt, tableLength: view.getUint32(8, true), indexLength: view.getUint32(12, true) };
}

/** Checks the bytes that stand at both ends of a file. */
export function checkHeader(bytes: Uint8Array, place: "beginning" | "end"): void {
  const magic = String.fromCharCode(...bytes.subarray(0, FILE_MAGIC.length));
  if (bytes.length !== HEADER_SIZE || magic !== FILE_MAGIC) {
    throw damaged(
      "file",
      `does not ${place === "end" ? "end" : "begin"} with "${FILE_MAGIC}": it is no tape, or was cut off`,
    );
  }
  const version = bytes[FILE_MAGIC.length] as number;
  if (version > 0 && version <= TAPE_VERSION) return;
  throw new InktapeError(
    "unsupported-version",
    `The file is written in tape format ${version}; this inktape reads formats up to ${TAPE_VERSION}: update inktape.`,
  );
}
