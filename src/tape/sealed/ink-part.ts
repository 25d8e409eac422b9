import type { MemberId, Seq, ShapeId } from "../../signal/ids.js";
import { pointCount, type InkPoints } from "../../signal/ink.js";
import { pointsOf, type InkShape } from "../../signal/shape.js";
import type { SignalOf } from "../../signal/signal.js";
import { ByteWriter, type ByteReader } from "../../signal/wire/bytes.js";
import { readShapeId, writeShapeId } from "../../signal/wire/shapes.js";
import { readBody, readEnvelope, unknownCodec, writeEnvelope } from "../envelope.js";
import { decodeInk, encodeInk } from "../ink/ink-codec.js";
import type { Batch, InkItem } from "../ink/ink-item.js";
import { SEALED_LIMITS } from "./limits.js";
import { pointsOfStroke, type LiveStroke, type Plan } from "./plan.js";

/** Codec 1: a section for each writer as ink/README.md says, then ink that is only kept here. */
const CODEC = 1;
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

/**
 * Encodes the ink part of a block.
 *
 * Body: number of authors; of each its member number and its section with the length in front; number of housed inks,
 * of each its shape and its seq, and their section when there are any. A block without ink has an empty ink part.
 */
export function encodeInkPart(plan: Plan, housed: readonly HousedInk[]): Uint8Array {
  const authors = itemsOf(plan);
  if (authors.size === 0 && housed.length === 0) return new Uint8Array(0);
  const body = new ByteWriter();
  body.varint(authors.size);
  for (const [member, items] of authors) {
    body.varint(member);
    body.bytes(encodeInk(items));
  }
  body.varint(housed.length);
  for (const { id, seq } of housed) {
    writeShapeId(body, id);
    body.varint(seq);
  }
  if (housed.length > 0) body.bytes(encodeInk(housed.map(({ points }) => ({ points, batches: null }))));
  return writeEnvelope({ kind: "ink", codec: CODEC, body: body.finish() });
}

/** The ink of a block that has none. */
export const NO_INK: InkTrack = { authors: new Map(), housed: [] };

/** Reads an ink part. Throws `tape-damaged` or `unsupported-version`. */
export function decodeInkPart(bytes: Uint8Array): InkTrack {
  if (bytes.length === 0) return NO_INK;
  const envelope = readEnvelope("ink", bytes);
  if (envelope.codec !== CODEC) throw unknownCodec(envelope);
  return readBody(envelope, (reader) => {
    const authors = new Map<MemberId, readonly InkItem[]>();
    const limits = { items: SEALED_LIMITS.items, points: SEALED_LIMITS.points };
    for (let left = reader.varint(reader.left); left > 0; left--) {
      const member = reader.varint(MAX_MEMBER) as MemberId;
      if (authors.has(member)) reader.fail("holds two sections of one author");
      authors.set(member, readItems(reader, limits));
    }
    return { authors, housed: readHoused(reader, limits) };
  });
}

function readHoused(reader: ByteReader, limits: { items: number; points: number }): HousedInk[] {
  const count = reader.varint(Math.min(limits.items, reader.left));
  const keys = Array.from({ length: count }, () => ({ id: readShapeId(reader), seq: reader.varint() as Seq }));
  if (count === 0) return [];
  const items = readItems(reader, limits);
  if (items.length !== count) reader.fail(`holds ${items.length} inks under ${count} names`);
  return keys.map((key, index) => ({ ...key, points: (items[index] as InkItem).points }));
}

/** Takes what it reads off the limits: they hold for the whole part. */
function readItems(reader: ByteReader, limits: { items: number; points: number }): InkItem[] {
  const items = decodeInk(reader.bytes(reader.left), limits);
  limits.items -= items.length;
  for (const { points } of items) limits.points -= pointCount(points);
  return items;
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
