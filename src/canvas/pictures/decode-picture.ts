import { InktapeError } from "../../signal/errors.js";
import { plainSvg } from "./plain-svg.js";

/** A picture that can be drawn. */
export interface DecodedPicture {
  readonly image: ImageBitmap | HTMLImageElement;
  /** As it is shown: turned as the camera says that took it. */
  readonly width: number;
  readonly height: number;
}

/** Pictures with a longer side are decoded smaller: more, no screen shows, and few can keep. */
export const MAX_SIDE = 4096;

/**
 * Decodes a picture. An SVG goes through an `<img>`, in which no program runs, and stays sharp at any size; of what moves,
 * the first picture is shown, so that it looks the same at all times. Rejects with `bad-bytes` for what cannot be decoded.
 */
export async function decodePicture(bytes: Uint8Array, mediaType: string): Promise<DecodedPicture> {
  try {
    return mediaType === "image/svg+xml" ? await decodeSvg(bytes) : await decodeBitmap(bytes, mediaType);
  } catch (cause) {
    throw new InktapeError(
      "bad-bytes",
      "This picture cannot be read: it is damaged, or of a kind this browser lacks.",
      {
        cause,
      },
    );
  }
}

async function decodeBitmap(bytes: Uint8Array, type: string): Promise<DecodedPicture> {
  const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type });
  const whole = await createImageBitmap(blob);
  const { width, height } = whole;
  const share = MAX_SIDE / Math.max(width, height);
  if (share >= 1) return { image: whole, width, height };
  const image = await createImageBitmap(whole, {
    resizeWidth: Math.max(1, Math.round(width * share)),
    resizeHeight: Math.max(1, Math.round(height * share)),
    resizeQuality: "high",
  });
  whole.close();
  return { image, width, height };
}

async function decodeSvg(bytes: Uint8Array): Promise<DecodedPicture> {
  const { text, width, height } = plainSvg(new TextDecoder().decode(bytes));
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return { image, width, height };
  } finally {
    URL.revokeObjectURL(address);
  }
}
