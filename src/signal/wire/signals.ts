import { FOLLOWING, SIGNAL_CODES, type KnownType } from "./signal-codes.js";
import { LIMITS } from "../limits.js";
import type { ShapeId } from "../ids.js";
import type { InkPoints } from "../ink.js";
import type { Json, Signal, SignalOf } from "../signal.js";
import { ByteReader } from "./bytes.js";
import { readCamera, readSizedCamera } from "./camera.js";
import { readPointBatch } from "./ink-batch.js";
import { readNibbleBatch } from "./ink-nibbles.js";
import { readPoints } from "./ink.js";
import { readJson } from "./json.js";
import { readPaper } from "./paper.js";
import { readAccess, readProfile } from "./profile.js";
import { readInkHeader, readPageId, readProps, readShape, readShapeId } from "./shapes.js";
import { readStrokeHead } from "./stroke-head.js";

/** Reads the body of a signal of each kind, as write-signal.ts writes it. */
const READERS: { readonly [T in KnownType]: (reader: ByteReader) => Omit<SignalOf<T>, "type"> } = {
  "ink.begin": (r) => ({ shape: readStrokeHead(r) }),
  "ink.append": (r) => ({ id: readShapeId(r), points: readPointBatch(r, LIMITS.appendPoints) }),
  "ink.end": (r) => ({ id: readShapeId(r) }),
  "shape.add": (r) => ({ shape: readShape(r) }),
  "shape.set": (r) => ({ id: readShapeId(r), props: readProps(r) }),
  "shapes.move": (r) => ({ ids: readIds(r), dx: r.number(LIMITS.coordinate), dy: r.number(LIMITS.coordinate) }),
  "shapes.remove": (r) => ({ ids: readIds(r) }),
  "page.add": readPage,
  "page.set": readPage,
  "page.remove": (r) => ({ id: readPageId(r) }),
  "state.set": (r) => ({ key: r.text(LIMITS.nameBytes), value: readJson(r) }),
  event: (r) => ({ name: r.text(LIMITS.nameBytes), data: readEventData(r) }),
  marker: (r) => ({ label: r.text(LIMITS.nameBytes) }),
  "recording.set": (r) => ({ on: r.varint(1) === 1 }),
  "member.join": (r) => ({ profile: readProfile(r) }),
  "member.leave": () => ({}),
  cursor: (r) => ({ cursor: r.varint(1) === 1 ? { page: readPageId(r), ...readPlace(r) } : null }),
  camera: (r) => ({ camera: r.varint(1) === 1 ? readSizedCamera(r) : readCamera(r) }),
  selection: (r) => ({ ids: readIds(r) }),
  "shapes.scale": (r) => ({ ids: readIds(r), ...readPlace(r), sx: readScale(r), sy: readScale(r) }),
  "shapes.rotate": (r) => ({ ids: readIds(r), ...readPlace(r), angle: r.number(2 * Math.PI) }),
  "page.paper": (r) => ({ id: readPageId(r), paper: r.varint(1) === 1 ? readPaper(r) : null }),
  "page.lock": (r) => ({ id: readPageId(r), isLocked: r.varint(1) === 1 }),
  "access.set": (r) => ({ user: r.text(LIMITS.nameBytes), access: readAccess(r) }),
  void: (r) => ({ reason: r.text(LIMITS.nameBytes) }),
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

const FORMS = new Map<number, Form>([
  ...(Object.keys(SIGNAL_CODES) as KnownType[]).map((type) => [SIGNAL_CODES[type], formOf(type)] as const),
  ...FORMER,
]);

function formOf(type: KnownType): Form {
  return { type, what: `signal "${type}"`, read: READERS[type] };
}

function formerAppend(read: (reader: ByteReader, max: number) => InkPoints): Form {
  return { ...formOf("ink.append"), read: (r) => ({ id: readShapeId(r), points: read(r, LIMITS.appendPoints) }) };
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

function readIds(reader: ByteReader): ShapeId[] {
  const count = reader.varint(LIMITS.shapeIds);
  if (count * 2 > reader.left) reader.fail(`announces ${count} shapes, more than its bytes can hold`);
  const ids: ShapeId[] = [];
  for (let left = count; left > 0; left--) ids.push(readShapeId(reader));
  return ids;
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
