import type { Board } from "../board/board.js";
import type { Presence } from "../board/presence.js";
import type { Millis } from "../signal/ids.js";
import type { Cursor, MemberCamera } from "../signal/signal.js";
import type { ByteWriter } from "../signal/wire/byte-writer.js";
import { isSized } from "../signal/wire/camera.js";
import { writeCamera, writeSizedCamera } from "../signal/wire/write-camera.js";
import { writePageId, writeShapeId } from "../signal/wire/write-shapes.js";
import { writeList, writeMaybe } from "./write-forms.js";

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

function writeSample(w: ByteWriter, sample: Cursor & { at: Millis }): void {
  writePlace(w, sample);
  w.varint(sample.at);
}

function writePlace(w: ByteWriter, place: Cursor): void {
  writePageId(w, place.page);
  w.number(place.x);
  w.number(place.y);
}
