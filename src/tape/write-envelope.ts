import { ByteWriter } from "../signal/wire/byte-writer.js";
import { type Envelope, TAPE_VERSION, MAGIC, CHECKSUM_AT, BODY_AT, checksum } from "./envelope.js";

/** Puts a body into its envelope. */
export function writeEnvelope({ kind, codec, body }: Envelope): Uint8Array {
  const writer = new ByteWriter();
  for (const letter of MAGIC[kind]) writer.byte(letter.charCodeAt(0));
  writer.byte(TAPE_VERSION);
  writer.byte(codec);
  writer.raw(new Uint8Array(BODY_AT - CHECKSUM_AT));
  writer.raw(body);
  const bytes = writer.finish();
  new DataView(bytes.buffer).setUint32(CHECKSUM_AT, checksum(bytes), true);
  return bytes;
}
