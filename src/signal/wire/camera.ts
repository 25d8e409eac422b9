import { LIMITS } from "../limits.js";
import type { MemberCamera } from "../signal.js";
import type { ByteReader } from "./bytes.js";
import { readPageId } from "./shapes.js";

/** True for a camera that says how large its view is. */
export function isSized(camera: MemberCamera): camera is Required<MemberCamera> {
  return camera.w !== undefined && camera.h !== undefined;
}

export function readCamera(r: ByteReader): MemberCamera {
  const page = readPageId(r);
  const [x, y, zoom] = [r.number(LIMITS.coordinate), r.number(LIMITS.coordinate), r.number(LIMITS.coordinate)];
  return { page, x, y, zoom };
}

export function readSizedCamera(r: ByteReader): MemberCamera {
  return { ...readCamera(r), w: r.number(LIMITS.coordinate), h: r.number(LIMITS.coordinate) };
}
