import type { MemberCamera } from "../signal.js";
import type { ByteWriter } from "./byte-writer.js";
import { writePageId } from "./write-shapes.js";

/** A camera without its view's size: all that earlier versions told. */
export function writeCamera(w: ByteWriter, { page, x, y, zoom }: MemberCamera): void {
  writePageId(w, page);
  for (const value of [x, y, zoom]) w.number(value);
}

/** A camera, then its view's size. */
export function writeSizedCamera(w: ByteWriter, camera: Required<MemberCamera>): void {
  writeCamera(w, camera);
  w.number(camera.w);
  w.number(camera.h);
}
