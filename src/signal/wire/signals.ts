import { LIMITS } from "../limits.js";
import type { ShapeId } from "../ids.js";
import type { InkPoints } from "../ink.js";
import type { Json, Signal, SignalOf, SignalType } from "../signal.js";
import { ByteReader, type ByteWriter } from "./bytes.js";
import { isSized, readCamera, readSizedCamera, writeCamera, writeSizedCamera } from "./camera.js";
import { readPointBatch, writePointBatch } from "./ink-batch.js";
import { readNibbleBatch } from "./ink-nibbles.js";
import { readPoints } from "./ink.js";
import { readJson, writeJson } from "./json.js";
import { readPaper, writePaper } from "./paper.js";
import { readAccess, readProfile, writeAccess, writeProfile } from "./profile.js";
import {
  readInkHeader,
  readPageId,
  readProps,
  readShape,
  readShapeId,
  writePageId,
  writeProps,
  writeShape,
  writeShapeId,
} from "./shapes.js";
import { readStrokeHead, writeStrokeHead } from "./stroke-head.js";

type KnownType = Exclude<SignalType, "unknown">;

interface Codec<T extends KnownType> {
  /** The kind's number on the wire. Never reuse one. */
  readonly code: number;
  readonly write: (writer: ByteWriter, signal: SignalOf<T>) => void;
  readonly read: (reader: ByteReader) => Omit<SignalOf<T>, "type">;
}

const CODECS: { readonly [T in KnownType]: Codec<T> } = {
  "ink.begin": {
    code: 25,
    write: (w, signal) => writeStrokeHead(w, signal.shape),
    read: (r) => ({ shape: readStrokeHead(r) }),
  },
  "ink.append": {
    code: 24,
    write: (w, signal) => (writeShapeId(w, signal.id), writePointBatch(w, signal.points)),
    read: (r) => ({ id: readShapeId(r), points: readPointBatch(r, LIMITS.appendPoints) }),
  },
  "ink.end": {
    code: 3,
    write: (w, signal) => writeShapeId(w, signal.id),
    read: (r) => ({ id: readShapeId(r) }),
  },
  "shape.add": {
    code: 4,
    write: (w, signal) => writeShape(w, signal.shape),
    read: (r) => ({ shape: readShape(r) }),
  },
  "shape.set": {
    code: 5,
    write: (w, signal) => (writeShapeId(w, signal.id), writeProps(w, signal.props)),
    read: (r) => ({ id: readShapeId(r), props: readProps(r) }),
  },
  "shapes.move": {
    code: 6,
    write: (w, signal) => (writeIds(w, signal.ids), w.number(signal.dx), w.number(signal.dy)),
    read: (r) => ({ ids: readIds(r), dx: r.number(LIMITS.coordinate), dy: r.number(LIMITS.coordinate) }),
  },
  "shapes.remove": {
    code: 7,
    write: (w, signal) => writeIds(w, signal.ids),
    read: (r) => ({ ids: readIds(r) }),
  },
  "page.add": { code: 8, write: writePage, read: readPage },
  "page.set": { code: 9, write: writePage, read: readPage },
  "page.remove": {
    code: 10,
    write: (w, signal) => writePageId(w, signal.id),
    read: (r) => ({ id: readPageId(r) }),
  },
  "state.set": {
    code: 11,
    write: (w, signal) => (w.text(signal.key), writeJson(w, signal.value)),
    read: (r) => ({ key: r.text(LIMITS.nameBytes), value: readJson(r) }),
  },
  event: {
    code: 12,
    write: (w, signal) => (w.text(signal.name), writeJson(w, signal.data)),
    read: (r) => ({ name: r.text(LIMITS.nameBytes), data: readEventData(r) }),
  },
  marker: {
    code: 13,
    write: (w, signal) => w.text(signal.label),
    read: (r) => ({ label: r.text(LIMITS.nameBytes) }),
  },
  "recording.set": {
    code: 14,
    write: (w, signal) => w.byte(signal.on ? 1 : 0),
    read: (r) => ({ on: r.varint(1) === 1 }),
  },
  "member.join": {
    code: 15,
    write: (w, signal) => writeProfile(w, signal.profile),
    read: (r) => ({ profile: readProfile(r) }),
  },
  "member.leave": { code: 16, write: () => undefined, read: () => ({}) },
  cursor: {
    code: 17,
    write: (w, { cursor }) => {
      w.byte(cursor ? 1 : 0);
      if (!cursor) return;
      writePageId(w, cursor.page);
      w.number(cursor.x);
      w.number(cursor.y);
    },
    read: (r) => ({ cursor: r.varint(1) === 1 ? { page: readPageId(r), ...readPlace(r) } : null }),
  },
  camera: {
    code: 31,
    write(w, { camera }) {
      w.byte(isSized(camera) ? 1 : 0);
      if (isSized(camera)) writeSizedCamera(w, camera);
      else writeCamera(w, camera);
    },
    read: (r) => ({ camera: r.varint(1) === 1 ? readSizedCamera(r) : readCamera(r) }),
  },
  selection: {
    code: 19,
    write: (w, signal) => writeIds(w, signal.ids),
    read: (r) => ({ ids: readIds(r) }),
  },
  "shapes.scale": {
    code: 28,
    write: (w, signal) => (
      writeIds(w, signal.ids),
      w.number(signal.x),
      w.number(signal.y),
      w.number(signal.sx),
      w.number(signal.sy)
    ),
    read: (r) => ({ ids: readIds(r), ...readPlace(r), sx: readScale(r), sy: readScale(r) }),
  },
  "shapes.rotate": {
    code: 29,
    write: (w, signal) => (writeIds(w, signal.ids), w.number(signal.x), w.number(signal.y), w.number(signal.angle)),
    read: (r) => ({ ids: readIds(r), ...readPlace(r), angle: r.number(2 * Math.PI) }),
  },
  "page.paper": {
    code: 30,
    write: (w, signal) => (
      writePageId(w, signal.id),
      w.byte(signal.paper ? 1 : 0),
      signal.paper && writePaper(w, signal.paper)
    ),
    read: (r) => ({ id: readPageId(r), paper: r.varint(1) === 1 ? readPaper(r) : null }),
  },
  "page.lock": {
    code: 21,
    write: (w, signal) => (writePageId(w, signal.id), w.byte(signal.isLocked ? 1 : 0)),
    read: (r) => ({ id: readPageId(r), isLocked: r.varint(1) === 1 }),
  },
  "access.set": {
    code: 22,
    write: (w, signal) => (w.text(signal.user), writeAccess(w, signal.access)),
    read: (r) => ({ user: r.text(LIMITS.nameBytes), access: readAccess(r) }),
  },
  void: {
    code: 23,
    write: (w, signal) => w.text(signal.reason),
    read: (r) => ({ reason: r.text(LIMITS.nameBytes) }),
  },
};

/** A form that is read. */
interface Form {
  readonly type: KnownType;
  /** What errors call it. */
  readonly what: string;
  readonly read: (reader: ByteReader) => object;
}

/** Forms that earlier versions wrote, by their number on the wire. Logs and tapes hold them: they are read for ever. */
const FORMER: readonly (readonly [code: number, form: Form])[] = [
  [1, { ...formOf("ink.begin"), read: (r) => ({ shape: readInkHeader(r) }) }],
  [2, formerAppend(readPoints)],
  [18, { ...formOf("camera"), read: (r) => ({ camera: readCamera(r) }) }],
  [20, formerAppend(readNibbleBatch)],
];

/** Forms that stand only in frames, behind another signal (see following.ts), by their number on the wire. */
export const FOLLOWING = { append: 26, end: 27 } as const;

const FORMS = new Map<number, Form>([
  ...(Object.keys(CODECS) as KnownType[]).map((type) => [CODECS[type].code, formOf(type)] as const),
  ...FORMER,
]);

function formOf(type: KnownType): Form {
  return { type, what: `signal "${type}"`, read: CODECS[type].read };
}

function formerAppend(read: (reader: ByteReader, max: number) => InkPoints): Form {
  return { ...formOf("ink.append"), read: (r) => ({ id: readShapeId(r), points: read(r, LIMITS.appendPoints) }) };
}

/** Writes a signal: its kind's number, its length, its body. */
export function writeSignal(writer: ByteWriter, signal: Signal): void {
  if (signal.type === "unknown") {
    writer.varint(signal.code);
    writer.bytes(signal.bytes);
    return;
  }
  const codec = CODECS[signal.type] as Codec<KnownType>;
  writer.varint(codec.code);
  writer.sized(() => codec.write(writer, signal));
}

/**
 * Reads a signal. One of a kind that this version does not know comes back as `unknown` with its bytes, so that it
 * can be carried on. Throws `bad-bytes` or `too-large` for one that is known and wrong.
 */
export function readSignal(reader: ByteReader): Signal {
  return readSignalOf(readCode(reader), reader);
}

/** Reads the number of a kind of signals. */
export function readCode(reader: ByteReader): number {
  return reader.varint(2 ** 16);
}

/** Reads what {@link readSignal} does, behind the number of its kind. */
export function readSignalOf(code: number, reader: ByteReader): Signal {
  if (code === FOLLOWING.append || code === FOLLOWING.end) reader.fail("goes on with a stroke that it does not name");
  const bytes = reader.view(reader.varint(LIMITS.frameBytes));
  const form = FORMS.get(code);
  if (form === undefined) {
    if (bytes.length > LIMITS.unknownBytes) reader.fail(`holds an unknown signal of ${bytes.length} bytes`);
    return { type: "unknown", code, bytes: new Uint8Array(bytes) };
  }
  const body = new ByteReader(bytes, form.what);
  const signal = { type: form.type, ...form.read(body) } as Signal;
  body.end();
  return signal;
}

function writeIds(writer: ByteWriter, ids: readonly ShapeId[]): void {
  writer.varint(ids.length);
  for (const id of ids) writeShapeId(writer, id);
}

function readIds(reader: ByteReader): ShapeId[] {
  const count = reader.varint(LIMITS.shapeIds);
  if (count * 2 > reader.left) reader.fail(`announces ${count} shapes, more than its bytes can hold`);
  const ids: ShapeId[] = [];
  for (let left = count; left > 0; left--) ids.push(readShapeId(reader));
  return ids;
}

function writePage(writer: ByteWriter, page: Omit<SignalOf<"page.add">, "type">): void {
  writePageId(writer, page.id);
  writer.text(page.name);
  writer.text(page.order);
}

function readPage(reader: ByteReader): Omit<SignalOf<"page.add">, "type"> {
  return { id: readPageId(reader), name: reader.text(LIMITS.nameBytes), order: reader.text(LIMITS.nameBytes) };
}

function readPlace(reader: ByteReader): { x: number; y: number } {
  return { x: reader.number(LIMITS.coordinate), y: reader.number(LIMITS.coordinate) };
}

function readScale(reader: ByteReader): number {
  const scale = reader.number(LIMITS.coordinate);
  return scale === 0 ? reader.fail("scales shapes to nothing") : scale;
}

function readEventData(reader: ByteReader): Json {
  const data = readJson(reader);
  return data === undefined ? reader.fail("holds an event without data") : data;
}
