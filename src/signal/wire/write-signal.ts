import { SIGNAL_CODES, type KnownType } from "./signal-codes.js";
import type { ShapeId } from "../ids.js";
import type { Signal, SignalOf } from "../signal.js";
import type { ByteWriter } from "./byte-writer.js";
import { isSized } from "./camera.js";
import { writeCamera, writeSizedCamera } from "./write-camera.js";
import { writePointBatch } from "./write-ink-batch.js";
import { writeJson } from "./write-json.js";
import { writePaper } from "./write-paper.js";
import { writeAccess, writeProfile } from "./write-profile.js";
import { writePageId, writeProps, writeShape, writeShapeId } from "./write-shapes.js";
import { writeStrokeHead } from "./write-stroke-head.js";

/** Writes the body of a signal of each kind. */
const WRITERS: { readonly [T in KnownType]: (writer: ByteWriter, signal: SignalOf<T>) => void } = {
  "ink.begin": (w, signal) => writeStrokeHead(w, signal.shape),
  "ink.append": (w, signal) => (writeShapeId(w, signal.id), writePointBatch(w, signal.points)),
  "ink.end": (w, signal) => writeShapeId(w, signal.id),
  "shape.add": (w, signal) => writeShape(w, signal.shape),
  "shape.set": (w, signal) => (writeShapeId(w, signal.id), writeProps(w, signal.props)),
  "shapes.move": (w, signal) => (writeIds(w, signal.ids), w.number(signal.dx), w.number(signal.dy)),
  "shapes.remove": (w, signal) => writeIds(w, signal.ids),
  "page.add": writePage,
  "page.set": writePage,
  "page.remove": (w, signal) => writePageId(w, signal.id),
  "state.set": (w, signal) => (w.text(signal.key), writeJson(w, signal.value)),
  event: (w, signal) => (w.text(signal.name), writeJson(w, signal.data)),
  marker: (w, signal) => w.text(signal.label),
  "recording.set": (w, signal) => w.byte(signal.on ? 1 : 0),
  "member.join": (w, signal) => writeProfile(w, signal.profile),
  "member.leave": () => undefined,
  cursor: (w, { cursor }) => {
    w.byte(cursor ? 1 : 0);
    if (!cursor) return;
    writePageId(w, cursor.page);
    w.number(cursor.x);
    w.number(cursor.y);
  },
  camera: (w, { camera }) => {
    w.byte(isSized(camera) ? 1 : 0);
    if (isSized(camera)) writeSizedCamera(w, camera);
    else writeCamera(w, camera);
  },
  selection: (w, signal) => writeIds(w, signal.ids),
  "shapes.scale": (w, signal) => (
    writeIds(w, signal.ids),
    w.number(signal.x),
    w.number(signal.y),
    w.number(signal.sx),
    w.number(signal.sy)
  ),
  "shapes.rotate": (w, signal) => (
    writeIds(w, signal.ids),
    w.number(signal.x),
    w.number(signal.y),
    w.number(signal.angle)
  ),
  "page.paper": (w, signal) => (
    writePageId(w, signal.id),
    w.byte(signal.paper ? 1 : 0),
    signal.paper && writePaper(w, signal.paper)
  ),
  "page.lock": (w, signal) => (writePageId(w, signal.id), w.byte(signal.isLocked ? 1 : 0)),
  "access.set": (w, signal) => (w.text(signal.user), writeAccess(w, signal.access)),
  void: (w, signal) => w.text(signal.reason),
};

/** Writes a signal: its kind's number, its length, its body. */
export function writeSignal(writer: ByteWriter, signal: Signal): void {
  if (signal.type === "unknown") {
    writer.varint(signal.code);
    writer.bytes(signal.bytes);
    return;
  }
  const write = WRITERS[signal.type] as (writer: ByteWriter, signal: Signal) => void;
  writer.varint(SIGNAL_CODES[signal.type]);
  writer.sized(() => write(writer, signal));
}

function writeIds(writer: ByteWriter, ids: readonly ShapeId[]): void {
  writer.varint(ids.length);
  for (const id of ids) writeShapeId(writer, id);
}

function writePage(writer: ByteWriter, page: Omit<SignalOf<"page.add">, "type">): void {
  writePageId(writer, page.id);
  writer.text(page.name);
  writer.text(page.order);
}
