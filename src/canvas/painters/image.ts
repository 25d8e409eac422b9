import type { Box } from "../../board/bounds.js";
import type { ImagePart } from "../../picture/geometry/geometry.js";

/** Paints the shown part of a picture, stretched over its box. */
export function paintImage(
  context: CanvasRenderingContext2D,
  { box, crop, isMirroredX, isMirroredY }: ImagePart<Path2D>,
  image: CanvasImageSource,
): void {
  const size = sizeOf(image);
  const shown = { x: crop.x * size.w, y: crop.y * size.h, w: crop.w * size.w, h: crop.h * size.h };
  if (shown.w <= 0 || shown.h <= 0 || box.w === 0 || box.h === 0) return;
  context.translate(box.x + box.w / 2, box.y + box.h / 2);
  context.scale(isMirroredX ? -1 : 1, isMirroredY ? -1 : 1);
  context.imageSmoothingQuality = "high";
  context.drawImage(image, shown.x, shown.y, shown.w, shown.h, -box.w / 2, -box.h / 2, box.w, box.h);
}

/** An image's own size, in its pixels. */
function sizeOf(image: CanvasImageSource): Pick<Box, "w" | "h"> {
  if ("naturalWidth" in image) return { w: image.naturalWidth, h: image.naturalHeight };
  if ("videoWidth" in image) return { w: image.videoWidth, h: image.videoHeight };
  if ("displayWidth" in image) return { w: image.displayWidth, h: image.displayHeight };
  if ("ownerSVGElement" in image) return { w: image.width.baseVal.value, h: image.height.baseVal.value };
  return { w: image.width, h: image.height };
}
