import type { Board, Page } from "../board/board.js";
import { branchesOf, hasPlace, shapesOf } from "../board/leaves.js";
import { Presence, type CursorSample } from "../board/presence.js";
import { InkRun } from "../board/run.js";
import { ActiveStroke } from "../board/stroke.js";
import type { MemberId, Millis, Seq } from "../signal/ids.js";
import { LIMITS } from "../signal/limits.js";
import type { Shape } from "../signal/shape.js";
import type { Cursor, Json, MemberCamera, Profile } from "../signal/signal.js";
import { ByteWriter, type ByteReader } from "../signal/wire/bytes.js";
import { readPoints, writePoints } from "../signal/wire/ink.js";
import { readJson, writeJson } from "../signal/wire/json.js";
import {
  readInkHeader,
  readPageId,
  readShape,
  readShapeId,
  writePageId,
  writeShape,
  writeShapeId,
} from "../signal/wire/shapes.js";
import { readProfile, writeProfile } from "../signal/wire/signals.js";
import { readBody, readEnvelope, unknownCodec, writeEnvelope } from "./envelope.js";
import { readSection, writeSection } from "./section.js";

/** The most that a keyframe may unfold to. A board of 50,000 strokes takes about 10 MB. */
const MAX_BYTES = 256 << 20;

/** Codec 1: the whole board, ink included, in one deflated section. */
const CODEC = 1;

/**
 * Encodes a whole board: all that {@link Board} names, strokes under construction with the time of each batch included,
 * so that what comes back deep-equals what went in.
 */
export function encodeKeyframe(board: Board): Uint8Array {
  const content = new ByteWriter();
  writeBoard(content, board);
  const body = new ByteWriter();
  writeSection(body, content.finish(), MAX_BYTES);
  return writeEnvelope({ kind: "keyframe", codec: CODEC, body: body.finish() });
}

/** Reads a keyframe. Throws `tape-damaged` or `unsupported-version`. */
export function decodeKeyframe(bytes: Uint8Array): Board {
  const envelope = readEnvelope("keyframe", bytes);
  if (envelope.codec !== CODEC) throw unknownCodec(envelope);
  return readBody(envelope, (reader) => {
    const section = readSection(reader, "board", MAX_BYTES);
    const board = readBoard(section);
    section.end();
    return board;
  });
}

function writeBoard(w: ByteWriter, board: Board): void {
  w.varint(board.seq);
  w.varint(board.at);
  w.byte(board.isRecording ? 1 : 0);
  w.varint(board.unknown);
  writeList(w, Object.values(board.pages), writePage);
  writeList(w, Object.entries(board.members), writeMember);
  writeList(w, Object.entries(board.presence), writePresence);
  writeList(w, Object.entries(board.shared), writeShared);
  writeList(w, Object.values(board.active), writeStroke);
  writeList(w, [...shapesOf(board)], writeShape);
}

function readBoard(r: ByteReader): Board {
  const seq = r.varint() as Seq;
  const at = r.varint() as Millis;
  const isRecording = r.varint(1) === 1;
  const unknown = r.varint();
  // fromEntries, not assignment: a key that a client chose may be "__proto__".
  const pages = Object.fromEntries(readList(r, readPage).map((page) => [page.id, page]));
  const members = Object.fromEntries(readList(r, readMember));
  const presence = Object.fromEntries(readList(r, readPresence));
  const shared = Object.fromEntries(readList(r, readShared));
  const active = Object.fromEntries(readList(r, readStroke).map((stroke) => [stroke.shape.id, stroke]));
  const branches = branchesOf(readList(r, readPlacedShape));
  return { seq, at, isRecording, pages, branches, active, members, presence, shared, unknown };
}

function writeList<T>(w: ByteWriter, items: readonly T[], write: (w: ByteWriter, item: T) => void): void {
  w.varint(items.length);
  for (const item of items) write(w, item);
}

function readList<T>(r: ByteReader, read: (r: ByteReader) => T): T[] {
  const count = r.varint();
  if (count > r.left) r.fail(`announces ${count} items, more than its bytes can hold`);
  return Array.from({ length: count }, () => read(r));
}

/** A flag, and the value when it is there. */
function writeMaybe<T>(w: ByteWriter, value: T | null, write: (w: ByteWriter, value: T) => void): void {
  w.byte(value === null ? 0 : 1);
  if (value !== null) write(w, value);
}

function readMaybe<T>(r: ByteReader, read: (r: ByteReader) => T): T | null {
  return r.varint(1) === 1 ? read(r) : null;
}

function writePage(w: ByteWriter, page: Page): void {
  writePageId(w, page.id);
  w.text(page.name);
  w.text(page.order);
  writeMaybe(w, page.top, (w, top) => w.text(top));
}

function readPage(r: ByteReader): Page {
  const id = readPageId(r);
  const name = r.text(LIMITS.nameBytes);
  const order = r.text(LIMITS.nameBytes);
  return { id, name, order, top: readMaybe(r, (r) => r.text(LIMITS.nameBytes)) };
}

function writeMember(w: ByteWriter, [member, profile]: [string, Profile]): void {
  w.varint(Number(member));
  writeProfile(w, profile);
}

function readMember(r: ByteReader): [MemberId, Profile] {
  return [readMemberId(r), readProfile(r)];
}

function readMemberId(r: ByteReader): MemberId {
  return r.varint(2 ** 21 - 1) as MemberId;
}

function writePresence(w: ByteWriter, [member, presence]: [string, Presence]): void {
  w.varint(Number(member));
  writeMaybe(w, presence.cursor, (w, sample) => {
    writeSample(w, sample);
    writeMaybe(w, sample.from, writeSample);
  });
  writeMaybe(w, presence.camera, (w, camera) => {
    writePlace(w, camera);
    w.number(camera.zoom);
  });
  writeList(w, presence.selection, writeShapeId);
}

function readPresence(r: ByteReader): [MemberId, Presence] {
  const member = readMemberId(r);
  const cursor = readMaybe(r, (r): CursorSample => ({ ...readSample(r), from: readMaybe(r, readSample) }));
  const camera = readMaybe(r, (r): MemberCamera => ({ ...readPlace(r), zoom: r.number(LIMITS.coordinate) }));
  return [member, new Presence(cursor, camera, readList(r, readShapeId))];
}

function writeSample(w: ByteWriter, sample: Cursor & { at: Millis }): void {
  writePlace(w, sample);
  w.varint(sample.at);
}

function readSample(r: ByteReader): Cursor & { at: Millis } {
  return { ...readPlace(r), at: r.varint() as Millis };
}

function writePlace(w: ByteWriter, place: Cursor): void {
  writePageId(w, place.page);
  w.number(place.x);
  w.number(place.y);
}

function readPlace(r: ByteReader): Cursor {
  return { page: readPageId(r), x: r.number(LIMITS.coordinate), y: r.number(LIMITS.coordinate) };
}

function writeShared(w: ByteWriter, [key, value]: [string, Json]): void {
  w.text(key);
  writeJson(w, value);
}

function readShared(r: ByteReader): [string, Json] {
  const key = r.text(LIMITS.nameBytes);
  const value = readJson(r);
  return [key, value === undefined ? r.fail("holds a shared value that is none") : value];
}

function readPlacedShape(r: ByteReader): Shape {
  const shape = readShape(r);
  return hasPlace(shape.id) ? shape : r.fail("holds a shape for which a board has no place");
}

function writeStroke(w: ByteWriter, { shape, by, run }: ActiveStroke): void {
  writeShape(w, shape);
  w.varint(by);
  writeList(w, run.batches(), (w, batch) => {
    writePoints(w, batch.batch);
    w.varint(batch.at);
  });
}

function readStroke(r: ByteReader): ActiveStroke {
  const shape = readInkHeader(r);
  const by = readMemberId(r);
  const batches = readList(r, (r) => ({ points: readPoints(r, LIMITS.appendPoints), at: r.varint() as Millis }));
  const run = batches.reduce((run, { points, at }) => run.append(points, at), InkRun.EMPTY);
  return new ActiveStroke(shape, by, run);
}
