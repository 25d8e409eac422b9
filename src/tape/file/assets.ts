import { ByteWriter } from "../../signal/wire/byte-writer.js";
import { damaged, readBody, readEnvelope, unknownCodec } from "../envelope.js";
import { writeEnvelope } from "../write-envelope.js";
import { readList } from "../forms.js";
import { writeList } from "../write-forms.js";

const CODEC = 1;
/** Bytes of a SHA-256. */
const HASH_BYTES = 32;
const MAX_MEDIA_TYPE_BYTES = 256;

/** A picture or another file that the board speaks of. */
export interface AssetRef {
  /** The SHA-256 of its bytes, as 64 hexadecimal digits: its name. */
  readonly hash: string;
  /** Like "image/png". */
  readonly mediaType: string;
  readonly bytes: number;
}

/** Encodes the table of a file's assets, in the order in which they stand in front of it. Body: of each hash, media type, length. */
export function encodeAssetTable(assets: readonly AssetRef[]): Uint8Array {
  const body = new ByteWriter();
  writeList(body, assets, (w, { hash, mediaType, bytes }) => {
    w.raw(fromHex(hash));
    w.text(mediaType);
    w.varint(bytes);
  });
  return writeEnvelope({ kind: "assets", codec: CODEC, body: body.finish() });
}

/** Reads what {@link encodeAssetTable} wrote. Throws `tape-damaged` or `unsupported-version`. */
export function decodeAssetTable(bytes: Uint8Array): AssetRef[] {
  const envelope = readEnvelope("assets", bytes);
  if (envelope.codec !== CODEC) throw unknownCodec(envelope);
  return readBody(envelope, (reader) =>
    readList(reader, (r) => ({
      hash: toHex(r.raw(HASH_BYTES)),
      mediaType: r.text(MAX_MEDIA_TYPE_BYTES),
      bytes: r.varint(),
    })),
  );
}

function fromHex(hash: string): Uint8Array {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw damaged("asset", `is named by "${hash}", which is no SHA-256`);
  return Uint8Array.from({ length: HASH_BYTES }, (_, index) => parseInt(hash.slice(2 * index, 2 * index + 2), 16));
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
