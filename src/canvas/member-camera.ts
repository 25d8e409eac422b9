import type { MemberCamera } from "../signal/signal.js";
import type { Camera, ViewSize } from "./board-view.js";
import { cameraAround, centreOf } from "./camera.js";

type Seen = Pick<MemberCamera, "x" | "y" | "zoom" | "w" | "h">;

/**
 * The camera with which a view shows at least all that a member sees, as large as can be. Where it is not known how large
 * the member's view is: the same middle and the same zoom.
 */
export function cameraToSee({ x, y, zoom, w, h }: Seen, size: ViewSize): Camera {
  const isKnown = w !== undefined && h !== undefined && w > 0 && h > 0 && size.width > 0 && size.height > 0;
  const fit = isKnown ? Math.min(size.width / w, size.height / h) : 1;
  return cameraAround({ x, y }, zoom * fit, size);
}

/**
 * What a member sees, for the others. While it follows somebody that is a part of its view of nearly the other one's
 * proportions: else two of different windows who follow each other would see more and more.
 *
 * @param told what it told last: half way from its proportions to the other one's, two end with the same ones.
 */
export function seenWith(camera: Camera, size: ViewSize, told: Seen | null, followed: Seen | null): Seen {
  const { x, y } = centreOf(camera, size);
  const { zoom } = camera;
  const { width, height } = size;
  if (width === 0 || height === 0) return { x, y, zoom };
  const theirs = followed && proportionsOf(followed);
  if (!theirs) return { x, y, zoom, w: width, h: height };
  const aspect = Math.sqrt(theirs * ((told && proportionsOf(told)) ?? width / height));
  const w = Math.min(width, height * aspect);
  return { x, y, zoom, w, h: w / aspect };
}

/** Width to height; null where it is not known. */
function proportionsOf({ w, h }: Seen): number | null {
  return w !== undefined && h !== undefined && w > 0 && h > 0 ? w / h : null;
}
