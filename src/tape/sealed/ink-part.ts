import type { MemberId, Seq, ShapeId } from "../../signal/ids.js";
import { pointCount, type InkPoints } from "../../signal/ink.js";
import type { ByteReader } from "../../signal/wire/bytes.js";
import { readShapeId } from "../../signal/wire/shapes.js";
import { codecOf, readBody, readEnvelope, unknownCodec } from "../envelope.js";
import { decodeInk } from "../ink/ink-codec.js";
import type { InkItem, InkLimits } from "../ink/ink-item.js";
import { decodePlainInk } from "../ink/plain-ink.js";
import { SEALED_LIMITS } from "./limits.js";

/**
 * How ink is written. "fine" takes the fewest bytes, and long to make and to read; "plain" is made and read at once. One
 * reads as the same ink as the other.
 */
export type InkForm = keyof typeof INK_CODECS;

/** The number of each form in a part's envelope. */
export const INK_CODECS = { fine: 1, plain: 2 } as const;

/** Each a section for each writer, then ink that is only kept here; the sections are as ink/README.md says. */
const DECODERS: Readonly<Record<number, typeof decodeInk>> = {
  [INK_CODECS.fine]: decodeInk,
  [INK_CODECS.plain]: decodePlainInk,
};
const MAX_MEMBER = 2 ** 21 - 1;

/** Ink of a shape that stands on the board after the entry `seq`, and that no entry of the block brought as it is. */
export interface HousedInk {
  readonly id: ShapeId;
  readonly seq: Seq;
  readonly points: InkPoints;
}

/** The ink of a block, decoded. */
export interface InkTrack {
  /** Of each author: its live strokes in the order in which they begin, then its added shapes. */
  readonly authors: ReadonlyMap<MemberId, readonly InkItem[]>;
  readonly housed: readonly HousedInk[];
}

/** The ink of a block that has none. */
export const NO_INK: InkTrack = { authors: new Map(), housed: [] };

/** True for an ink part that says it has the plain form. */
export function isPlainInk(bytes: Uint8Array): boolean {
  return codecOf(bytes) === INK_CODECS.plain;
}

/** Reads an ink part of either form. Throws `tape-damaged` or `unsupported-version`. */
export function decodeInkPart(bytes: Uint8Array): InkTrack {
  if (bytes.length === 0) return NO_INK;
  const envelope = readEnvelope("ink", bytes);
  const decode = DECODERS[envelope.codec];
  if (!decode) throw unknownCodec(envelope);
  return readBody(envelope, (reader) => {
    const authors = new Map<MemberId, readonly InkItem[]>();
    const readItems = itemReader(decode);
    for (let left = reader.varint(reader.left); left > 0; left--) {
      const member = reader.varint(MAX_MEMBER) as MemberId;
      if (authors.has(member)) reader.fail("holds two sections of one author");
      authors.set(member, readItems(reader));
    }
    return { authors, housed: readHoused(reader, readItems) };
  });
}

function readHoused(reader: ByteReader, readItems: (reader: ByteReader) => InkItem[]): HousedInk[] {
  const count = reader.varint(Math.min(SEALED_LIMITS.items, reader.left));
  const keys = Array.from({ length: count }, () => ({ id: readShapeId(reader), seq: reader.varint() as Seq }));
  if (count === 0) return [];
  const items = readItems(reader);
  if (items.length !== count) reader.fail(`holds ${items.length} inks under ${count} names`);
  return keys.map((key, index) => ({ ...key, points: (items[index] as InkItem).points }));
}

/** Reads section after section; the limits hold for all of them together. */
function itemReader(decode: (bytes: Uint8Array, limits: InkLimits) => InkItem[]): (reader: ByteReader) => InkItem[] {
  const left = { items: SEALED_LIMITS.items, points: SEALED_LIMITS.points };
  return (reader) => {
    const items = decode(reader.bytes(reader.left), left);
    left.items -= items.length;
    for (const { points } of items) left.points -= pointCount(points);
    return items;
  };
}
