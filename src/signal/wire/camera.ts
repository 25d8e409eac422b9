import { LIMITS } from "../limits.js";
import type { MemberCamera } from "../signal.js";
import type { ByteReader, ByteWriter } from "./bytes.js";
import { readPageId, writePageId } from "./shapes.js";

/** True for a camera that says how large its view is. */
export function isSized(camera: MemberCamera): camera is Required<MemberCamera> {
  return camera.w !== undefined && camera.h !== undefined;
}

/** A camera without its view's size: all that earlier versions told. */
export function writeCamera(w: ByteWriter, { page, x, y, zoom }: MemberCamera): void {
  writePageId(w, page);
  for (const value of [x, y, zoom]) w.number(value);
}

export function readCamera(r: ByteReader): MemberCamera {
  const page = readPageId(r);
  const [x, y, zoom] = [r.number(LIMITS.coordinate), r.number(LIMITS.coordinate), r.number(LIMITS.coordinate)];
  return { page, x, y, zoom };
}

/** A camera, then its view's size. */
export function writeSizedCamera(w: ByteWriter, camera: Required<MemberCamera>): void {
  writeCamera(w, camera);
  w.number(camera.w);
  w.number(camera.h);
}

export function readSizedCamera(r: ByteReader): MemberCamera {
  return { ...readCamera(r), w: r.number(LIMITS.coordinate), h: r.number(LIMITS.coordinate) };
}
