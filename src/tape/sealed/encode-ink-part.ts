import type { MemberId } from "../../signal/ids.js";
import { pointCount } from "../../signal/ink.js";
import { pointsOf, type InkShape } from "../../signal/shape.js";
import type { SignalOf } from "../../signal/signal.js";
import { ByteWriter } from "../../signal/wire/byte-writer.js";
import { writeShapeId } from "../../signal/wire/write-shapes.js";
import { writeEnvelope } from "../write-envelope.js";
import { encodeInk } from "../ink/encode-ink.js";
import type { Batch, InkItem } from "../ink/ink-item.js";
import { encodePlainInk } from "../ink/encode-plain-ink.js";
import { INK_CODECS, type HousedInk, type InkForm, type InkTrack } from "./ink-part.js";
import { pointsOfStroke, type LiveStroke, type Plan } from "./plan.js";

/** What makes the sections of each form. */
const ENCODERS: Readonly<Record<InkForm, typeof encodeInk>> = { fine: encodeInk, plain: encodePlainInk };

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
  const encode = ENCODERS[form];
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
  return writeEnvelope({ kind: "ink", codec: INK_CODECS[form], body: body.finish() });
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
