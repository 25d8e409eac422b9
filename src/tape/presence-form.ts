import { Presence, type CursorSample } from "../board/presence.js";
import type { MemberId, Millis } from "../signal/ids.js";
import { LIMITS } from "../signal/limits.js";
import type { Cursor, MemberCamera } from "../signal/signal.js";
import type { ByteReader, ByteWriter } from "../signal/wire/bytes.js";
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
  writeMaybe(w, presence.camera, (w, camera) => {
    writePlace(w, camera);
    w.number(camera.zoom);
  });
  writeList(w, presence.selection, writeShapeId);
}

/** Reads what {@link writePresence} wrote. */
export function readPresence(r: ByteReader): [MemberId, Presence] {
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
