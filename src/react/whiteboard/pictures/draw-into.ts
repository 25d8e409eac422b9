/** Draws a picture into a canvas as large as it is shown at 100 %, or at most as large as it is. */
export function drawInto(
  canvas: HTMLCanvasElement | null,
  image: CanvasImageSource & { readonly width: number; readonly height: number },
  width: number,
  height: number,
): void {
  if (!canvas) return;
  const density = canvas.ownerDocument.defaultView?.devicePixelRatio ?? 1;
  canvas.width = Math.max(1, Math.round(Math.min(width * density, image.width)));
  canvas.height = Math.max(1, Math.round(Math.min(height * density, image.height)));
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
}
