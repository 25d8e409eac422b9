import type { Presence } from "../../board/presence.js";
import type { MemberId, PageId, Seq } from "../../signal/ids.js";
import { LIMITS } from "../../signal/limits.js";
import type { PresenceSignal } from "../../signal/signal.js";
import type { ByteReader } from "../../signal/wire/bytes.js";
import { readCamera, readSizedCamera } from "../../signal/wire/camera.js";
import { readPageId, readShapeId } from "../../signal/wire/shapes.js";
import { readBody, readEnvelope, unknownCodec } from "../envelope.js";
import { readList } from "../forms.js";
import { readMemberId, readPresence } from "../presence-form.js";
import { readSection } from "../section.js";
import { SEALED_LIMITS } from "./limits.js";

/** Codec 1: columns in one deflated section. Codec 2: the same, with cameras that say how large their view is. */
export const PLAIN = 1;

export const SIZED = 2;

/** Places are told in sixteenths of a board unit, which is what clients round them to. */
export const UNITS = 16;

/** What a presence entry is. The numbers stand in the format: never change one. */
export const KIND = {
  /** A cursor on the page of the author's last one, told by its difference from that. */
  cursorBy: 0,
  cursorAt: 1,
  cursorGone: 2,
  camera: 3,
  selection: 4,
  /** A camera that says how large its view is. */
  sizedCamera: 5,
} as const;

/** The presence entries of a sealed block. The place of entry `n` in the log follows from the document part. */
export interface PresenceTrack {
  /** Who was in the room right before the block's first entry, and what each was doing. */
  readonly before: ReadonlyMap<MemberId, Presence>;
  readonly authors: Uint32Array;
  readonly clientSeqs: Float64Array;
  readonly times: Float64Array;
  readonly signals: readonly PresenceSignal[];
}

export type Place = { readonly page: PageId; readonly x: number; readonly y: number };

/** The presence of a block in which nobody was and came. */
export const NO_PRESENCE: PresenceTrack = {
  before: new Map(),
  authors: new Uint32Array(0),
  clientSeqs: new Float64Array(0),
  times: new Float64Array(0),
  signals: [],
};

/** Reads a presence part. Throws `tape-damaged` or `unsupported-version`. */
export function decodePresence(bytes: Uint8Array): PresenceTrack {
  if (bytes.length === 0) return NO_PRESENCE;
  const envelope = readEnvelope("presence", bytes);
  if (envelope.codec !== PLAIN && envelope.codec !== SIZED) throw unknownCodec(envelope);
  return readBody(envelope, (reader) => {
    const length = reader.varint(SEALED_LIMITS.entries);
    const at = reader.varint();
    const section = readSection(reader, "presence", SEALED_LIMITS.sectionBytes);
    const track = readTrack(section, length, at);
    section.end();
    return track;
  });
}

function readTrack(r: ByteReader, length: number, at: number): PresenceTrack {
  const kinds = r.view(length);
  const authors = new Uint32Array(length);
  for (let place = 0; place < length; place++) authors[place] = readMemberId(r);
  const times = new Float64Array(length);
  let last = at;
  for (let place = 0; place < length; place++) times[place] = last += r.varint();
  if (!Number.isSafeInteger(last)) r.fail("holds an entry beyond all time");
  const counts = new Map<number, number>();
  const clientSeqs = new Float64Array(length);
  for (let place = 0; place < length; place++) {
    const by = authors[place] as number;
    const clientSeq = (counts.get(by) ?? 0) + r.zigzag() + 1;
    if (!Number.isSafeInteger(clientSeq) || clientSeq < 0) r.fail("holds an entry with an impossible count");
    counts.set(by, clientSeq);
    clientSeqs[place] = clientSeq;
  }
  const steps = kinds.filter((kind) => kind === KIND.cursorBy).length;
  const [xs, ys] = [new Float64Array(steps), new Float64Array(steps)];
  for (let step = 0; step < steps; step++) xs[step] = r.zigzag();
  for (let step = 0; step < steps; step++) ys[step] = r.zigzag();
  const before = new Map(readList(r, readPresence));
  const cursors = new Map<number, Place>();
  let step = 0;
  const signals = Array.from(kinds, (kind, place): PresenceSignal => {
    const by = authors[place] as number;
    switch (kind) {
      case KIND.cursorBy: {
        const from = cursors.get(by) ?? r.fail("moves a cursor that is nowhere");
        const [x, y] = [from.x + (xs[step] as number) / UNITS, from.y + (ys[step] as number) / UNITS];
        step += 1;
        if (!(Math.max(Math.abs(x), Math.abs(y)) <= LIMITS.coordinate)) r.fail("holds a cursor that is too far away");
        return cursorAt(cursors, by, { page: from.page, x, y });
      }
      case KIND.cursorAt:
        return cursorAt(cursors, by, readPlace(r));
      case KIND.cursorGone:
        return { type: "cursor", cursor: null };
      case KIND.camera:
        return { type: "camera", camera: readCamera(r) };
      case KIND.sizedCamera:
        return { type: "camera", camera: readSizedCamera(r) };
      case KIND.selection:
        return { type: "selection", ids: readList(r, readShapeId) };
      default:
        return r.fail("holds an entry of no kind");
    }
  });
  return { before, authors, clientSeqs, times, signals };
}

function cursorAt(cursors: Map<number, Place>, by: number, cursor: ReturnType<typeof readPlace>): PresenceSignal {
  cursors.set(by, cursor);
  return { type: "cursor", cursor };
}

function readPlace(r: ByteReader) {
  return { page: readPageId(r), x: r.number(LIMITS.coordinate), y: r.number(LIMITS.coordinate) };
}

/** Seq of each presence entry, from the runs of the document part. */
export function presenceSeqs(runs: readonly number[], first: Seq, length: number): Float64Array {
  const seqs = new Float64Array(length);
  let [place, seq] = [0, first as number];
  runs.forEach((run, index) => {
    if (index % 2 === 1) for (let step = 0; step < run && place < length; step++) seqs[place++] = seq + step;
    seq += run;
  });
  return seqs;
}
