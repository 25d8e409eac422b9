import { pictureOf } from "./part-picture.js";

/** The longest side of a picture in a PDF, in pixels: more, no printer prints. */
const MAX_SIDE = 4096;
/** Pixels to a board unit of pictures that are sharp at any size. */
const SCALE = 4;

/**
 * Puts plain pictures in the place of what a PDF cannot hold as a drawing: of pictures of all kinds and crops, and of
 * shapes that are seen through as a whole, whose parts would be seen through one by one. The SVG element has to be in
 * the document.
 */
export async function partsToPictures(root: SVGSVGElement): Promise<void> {
  for (const image of root.querySelectorAll("image")) await plainPicture(image);
  for (const group of root.querySelectorAll<SVGGElement>("g[opacity]")) {
    if (group.querySelectorAll("path, text, image").length > 1) await flatten(root, group);
  }
}

/** Makes one picture of a group, before it is placed; it keeps the group's place, turn and opacity. */
async function flatten(root: SVGSVGElement, group: SVGGElement): Promise<void> {
  const inner = document.createElementNS(group.namespaceURI, "g") as SVGGElement;
  inner.append(...group.childNodes);
  group.append(inner);
  const picture = await pictureOf(root, inner);
  if (picture) inner.replaceWith(picture);
  else group.remove();
}

/** What is shown of a picture, in pixels of its own, or as many as are sharp. */
async function plainPicture(image: SVGImageElement): Promise<void> {
  const source = new Image();
  source.src = image.getAttribute("href") ?? "";
  await source.decode();
  const number = (name: string, element: Element = image) => Number(element.getAttribute(name) ?? 0);
  const frame = image.parentElement as Element | null;
  const isCropped = frame instanceof SVGSVGElement && frame.parentElement instanceof SVGElement;
  const [x, y, width, height] = [number("x"), number("y"), number("width"), number("height")];
  const box = isCropped ? { x: 0, y: 0, w: number("width", frame), h: number("height", frame) } : null;
  const shown = box ?? { x, y, w: width, h: height };
  const isDrawing = source.src.startsWith("data:image/svg");
  const [sx, sy] = isDrawing ? [SCALE, SCALE] : [source.naturalWidth / width, source.naturalHeight / height];
  const less = Math.min(1, MAX_SIDE / Math.max(shown.w * sx, shown.h * sy));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(shown.w * sx * less));
  canvas.height = Math.max(1, Math.round(shown.h * sy * less));
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  context.imageSmoothingQuality = "high";
  context.scale(canvas.width / shown.w, canvas.height / shown.h);
  context.drawImage(source, x - shown.x, y - shown.y, width, height);
  const isPhotograph = source.src.startsWith("data:image/jpeg");
  const href = isPhotograph ? canvas.toDataURL("image/jpeg", 0.95) : canvas.toDataURL("image/png");
  const attributes = { x: shown.x, y: shown.y, width: shown.w, height: shown.h, href };
  for (const [name, value] of Object.entries(attributes)) image.setAttribute(name, `${value}`);
  if (isCropped) frame.replaceWith(image);
}
