import type { Board } from "../board/board.js";
import { Presence, type CursorSample } from "../board/presence.js";
import type { MemberId, Millis } from "../signal/ids.js";
import { LIMITS } from "../signal/limits.js";
import type { Cursor, MemberCamera } from "../signal/signal.js";
import type { ByteReader, ByteWriter } from "../signal/wire/bytes.js";
import { isSized, readCamera, readSizedCamera, writeCamera, writeSizedCamera } from "../signal/wire/camera.js";
import { readPageId, readShapeId, writePageId, writeShapeId } from "../signal/wire/shapes.js";
import { readList, readMaybe, writeList, writeMaybe } from "./forms.js";

/** A member number. */
export function readMemberId(r: ByteReader): MemberId {
  return r.varint(2 ** 21 - 1) as MemberId;
}

/** What a member is doing, with its number. */
export function writePresence(w: ByteWriter, [member, presence]: [string, Presence]): void {
  w.varint(Number(member));
  writeMaybe(w, presence.cursor, (w, sample) => {
    writeSample(w, sample);
    writeMaybe(w, sample.from, writeSample);
  });
  writeMaybeCamera(w, presence.camera);
  writeList(w, presence.selection, writeShapeId);
}

/** Reads what {@link writePresence} wrote. */
export function readPresence(r: ByteReader): [MemberId, Presence] {
  const member = readMemberId(r);
  const cursor = readMaybe(r, (r): CursorSample => ({ ...readSample(r), from: readMaybe(r, readSample) }));
  const camera = readMaybeCamera(r);
  return [member, new Presence(cursor, camera, readList(r, readShapeId))];
}

/** True when somebody's camera says how large its view is: then readers of earlier versions cannot read the form. */
export function hasSizedCamera(presence: Board["presence"]): boolean {
  return Object.values(presence).some(({ camera }) => camera !== null && isSized(camera));
}

/** 0 for none, 1 for a camera without its view's size, 2 for one with it. */
function writeMaybeCamera(w: ByteWriter, camera: MemberCamera | null): void {
  w.byte(camera === null ? 0 : isSized(camera) ? 2 : 1);
  if (camera === null) return;
  if (isSized(camera)) writeSizedCamera(w, camera);
  else writeCamera(w, camera);
}

function readMaybeCamera(r: ByteReader): MemberCamera | null {
  const form = r.varint(2);
  if (form === 0) return null;
  return form === 2 ? readSizedCamera(r) : readCamera(r);
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
