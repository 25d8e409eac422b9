import { InktapeError } from "../signal/errors.js";
import { ByteReader } from "../signal/wire/bytes.js";
import { crc32 } from "./crc32.js";

/**
 * What every stored part of a tape begins with:
 *
 * | bytes | what |
 * |---|---|
 * | 4 | magic: which part this is |
 * | 1 | format version |
 * | 1 | codec: how the body is written |
 * | 4 | CRC-32 of everything else, low byte first |
 */
export interface Envelope {
  readonly kind: keyof typeof MAGIC;
  readonly codec: number;
  readonly body: Uint8Array;
}

/** The version of the tape format. It changes when a reader of the one before could not read on. */
export const TAPE_VERSION = 2;

export const MAGIC = {
  block: "iTBk",
  document: "iTDo",
  ink: "iTIn",
  presence: "iTPr",
  keyframe: "iTKf",
  index: "iTIx",
  assets: "iTAs",
} as const;

const CODEC_AT = 5;

export const CHECKSUM_AT = 6;

export const BODY_AT = 10;

/**
 * Takes a body out of its envelope. Throws `tape-damaged` for bytes that are something else, cut off or changed, and
 * `unsupported-version` for a format newer than this version of inktape knows.
 */
export function readEnvelope(kind: Envelope["kind"], bytes: Uint8Array): Envelope {
  const magic = String.fromCharCode(...bytes.subarray(0, MAGIC[kind].length));
  if (magic !== MAGIC[kind]) {
    throw damaged(kind, `does not begin with "${MAGIC[kind]}": this is no ${kind} of an inktape tape`);
  }
  if (bytes.length < BODY_AT) throw damaged(kind, `ends after ${bytes.length} bytes, inside its header`);
  const [version, codec] = [bytes[4] as number, bytes[CODEC_AT] as number];
  if (version === 0 || version > TAPE_VERSION) {
    throw new InktapeError(
      "unsupported-version",
      `The ${kind} is written in tape format ${version}; this inktape reads formats up to ${TAPE_VERSION}: update inktape.`,
    );
  }
  const stored = new DataView(bytes.buffer, bytes.byteOffset).getUint32(CHECKSUM_AT, true);
  if (stored !== checksum(bytes)) {
    throw damaged(kind, `does not match its checksum: it was changed or cut off; take it from a copy of the tape`);
  }
  return { kind, codec, body: bytes.subarray(BODY_AT) };
}

/** The codec that a part says it is written with, which is not checked; undefined for an empty part. */
export function codecOf(bytes: Uint8Array): number | undefined {
  return bytes[CODEC_AT];
}

/** Says that a codec's number means nothing to this version. */
export function unknownCodec({ kind, codec }: Envelope): InktapeError {
  return new InktapeError(
    "unsupported-version",
    `The ${kind} is written with codec ${codec}, which this inktape does not know: update inktape.`,
  );
}

/** Runs `read` over the body; whatever is wrong with it comes out as `tape-damaged`. */
export function readBody<T>({ kind, body }: Envelope, read: (reader: ByteReader) => T): T {
  const reader = new ByteReader(body, kind);
  try {
    const value = read(reader);
    reader.end();
    return value;
  } catch (cause) {
    if (cause instanceof InktapeError && cause.code === "tape-damaged") throw cause;
    throw damaged(kind, `cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
  }
}

/** A `tape-damaged` error about one part of a tape. */
export function damaged(kind: string, problem: string, cause?: unknown): InktapeError {
  return new InktapeError("tape-damaged", `The ${kind} ${problem}.`, { cause });
}

export function checksum(bytes: Uint8Array): number {
  return crc32(bytes.subarray(BODY_AT), crc32(bytes.subarray(0, CHECKSUM_AT)));
}
