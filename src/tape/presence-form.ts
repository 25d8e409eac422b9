import { Presence, type CursorSample } from "../board/presence.js";
import type { MemberId, Millis } from "../signal/ids.js";
import { LIMITS } from "../signal/limits.js";
import type { Cursor, MemberCamera } from "../signal/signal.js";
import type { ByteReader } from "../signal/wire/bytes.js";
import { readCamera, readSizedCamera } from "../signal/wire/camera.js";
import { readPageId, readShapeId } from "../signal/wire/shapes.js";
import { readList, readMaybe } from "./forms.js";

/** A member number. */
export function readMemberId(r: ByteReader): MemberId {
  return r.varint(2 ** 21 - 1) as MemberId;
}

/** Reads what {@link writePresence} wrote. */
export function readPresence(r: ByteReader): [MemberId, Presence] {
  const member = readMemberId(r);
  const cursor = readMaybe(r, (r): CursorSample => ({ ...readSample(r), from: readMaybe(r, readSample) }));
  const camera = readMaybeCamera(r);
  return [member, new Presence(cursor, camera, readList(r, readShapeId))];
}

function readMaybeCamera(r: ByteReader): MemberCamera | null {
  const form = r.varint(2);
  if (form === 0) return null;
  return form === 2 ? readSizedCamera(r) : readCamera(r);
}

function readSample(r: ByteReader): Cursor & { at: Millis } {
  return { ...readPlace(r), at: r.varint() as Millis };
}

function readPlace(r: ByteReader): Cursor {
  return { page: readPageId(r), x: r.number(LIMITS.coordinate), y: r.number(LIMITS.coordinate) };
}
