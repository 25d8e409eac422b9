import type { MemberId, Seq, ShapeId } from "../../signal/ids.js";
import { pointCount, type InkPoints } from "../../signal/ink.js";
import { pointsOf, type InkShape } from "../../signal/shape.js";
import type { SignalOf } from "../../signal/signal.js";
import { ByteWriter, type ByteReader } from "../../signal/wire/bytes.js";
import { readShapeId, writeShapeId } from "../../signal/wire/shapes.js";
import { codecOf, readBody, readEnvelope, unknownCodec, writeEnvelope } from "../envelope.js";
import { decodeInk, encodeInk } from "../ink/ink-codec.js";
import type { Batch, InkItem, InkLimits } from "../ink/ink-item.js";
import { decodePlainInk, encodePlainInk } from "../ink/plain-ink.js";
import { SEALED_LIMITS } from "./limits.js";
import { pointsOfStroke, type LiveStroke, type Plan } from "./plan.js";

/**
 * How ink is written. "fine" takes the fewest bytes, and long to make and to read; "plain" is made and read at once. One
 * reads as the same ink as the other.
 */
export type InkForm = keyof typeof CODECS;

/** Each a section for each writer, then ink that is only kept here; the sections are as ink/README.md says. */
const CODECS = {
  fine: { codec: 1, encode: encodeInk, decode: decodeInk },
  plain: { codec: 2, encode: encodePlainInk, decode: decodePlainInk },
} as const;
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

/** The ink of a block, as its entries have it. */
export function inkTrackOf(plan: Plan, housed: readonly HousedInk[]): InkTrack {
  return { authors: itemsOf(plan), housed };
}

/**
 * Encodes the ink part of a block.
 *
 * Body: number of authors; of each its member number and its section with the length in front; number of housed inks,
 * of each its shape and its seq, and their section when there are any. A block without ink has an empty ink part.
 */
export function encodeInkPart({ authors, housed }: InkTrack, form: InkForm): Uint8Array {
  if (authors.size === 0 && housed.length === 0) return new Uint8Array(0);
  const { codec, encode } = CODECS[form];
  const body = new ByteWriter();
  body.varint(authors.size);
  for (const [member, items] of authors) {
    body.varint(member);
    body.bytes(encode(items));
  }
  body.varint(housed.length);
  for (const { id, seq } of housed) {
    writeShapeId(body, id);
    body.varint(seq);
  }
  if (housed.length > 0) body.bytes(encode(housed.map(({ points }) => ({ points, batches: null }))));
  return writeEnvelope({ kind: "ink", codec, body: body.finish() });
}

/** The ink of a block that has none. */
export const NO_INK: InkTrack = { authors: new Map(), housed: [] };

/** True for an ink part that says it has the plain form. */
export function isPlainInk(bytes: Uint8Array): boolean {
  return codecOf(bytes) === CODECS.plain.codec;
}

/** Reads an ink part of either form. Throws `tape-damaged` or `unsupported-version`. */
export function decodeInkPart(bytes: Uint8Array): InkTrack {
  if (bytes.length === 0) return NO_INK;
  const envelope = readEnvelope("ink", bytes);
  const form = Object.values(CODECS).find(({ codec }) => codec === envelope.codec);
  if (!form) throw unknownCodec(envelope);
  return readBody(envelope, (reader) => {
    const authors = new Map<MemberId, readonly InkItem[]>();
    const readItems = itemReader(form.decode);
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

function itemsOf({ strokes, adds }: Plan): Map<MemberId, InkItem[]> {
  const authors = new Map<MemberId, InkItem[]>();
  const put = (by: MemberId, item: InkItem) => {
    const items = authors.get(by) ?? [];
    authors.set(by, items);
    items.push(item);
  };
  for (const stroke of strokes) put(stroke.by, { points: pointsOfStroke(stroke), batches: batchesOf(stroke) });
  for (const { by, signal } of adds) {
    const { shape } = signal as SignalOf<"shape.add">;
    put(by, { points: pointsOf(shape as InkShape), batches: null });
  }
  return authors;
}

function batchesOf({ begin, appends }: LiveStroke): Batch[] {
  return appends.map(({ at, signal }) => ({ count: pointCount(signal.points), at: at - begin.at }));
}
