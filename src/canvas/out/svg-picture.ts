import { InktapeError } from "../../signal/errors.js";

/** The longest side and the largest area that browsers paint, in pixels. */
const [MAX_SIDE, MAX_AREA] = [16_384, 16_384 ** 2 / 2];

/**
 * Paints an SVG document on a canvas, so many pixels to its unit, fewer when browsers could not paint that many.
 * Rejects with `bad-bytes` for what is no SVG.
 */
export async function drawSvg(svg: string, scale: number): Promise<HTMLCanvasElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode().catch((cause: unknown) => {
      throw new InktapeError("bad-bytes", "The browser could not draw this page as an SVG picture. Try again.", {
        cause,
      });
    });
    const { width, height } = image;
    const most = Math.min(scale, MAX_SIDE / Math.max(width, height), Math.sqrt(MAX_AREA / (width * height)));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(width * most));
    canvas.height = Math.max(1, Math.round(height * most));
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The pixels of a canvas as PNG. Rejects with `too-large` when the browser has no memory for it. */
export function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new InktapeError("too-large", "The picture is too large for this browser. Choose a smaller scale."));
    }, "image/png");
  });
}
