import { InktapeError } from "../../signal/errors.js";
import { LIMITS } from "../../signal/limits.js";
import { mediaTypeOf } from "../../signal/media-type.js";
import { decodePicture, MAX_SIDE, type DecodedPicture } from "./decode-picture.js";
import { bareJpeg } from "./jpeg-meta.js";
import { plainSvg } from "./plain-svg.js";

/** A picture as it goes to the room. */
export interface PreparedPicture {
  readonly bytes: Uint8Array;
  readonly decoded: DecodedPicture;
}

/** A picture beyond this is not even looked at: decoding it could take all memory. */
const MAX_FILE_BYTES = 100 << 20;
const QUALITY = 0.9;
/** How much smaller the next try is when a picture is still too large. */
const STEP = 0.7;

/**
 * Makes a file ready to be put into a room: turned upright, without what a camera tells of its place, no longer than 4096
 * pixels on a side, no more bytes than a room takes; an SVG without programs. Rejects with `bad-argument` for what is no
 * picture, `bad-bytes` for one that cannot be read, and `too-large` for one that is too large to be made smaller.
 */
export async function preparePicture(file: Blob): Promise<PreparedPicture> {
  if (file.size > MAX_FILE_BYTES) throw tooLarge();
  const given = new Uint8Array(await file.arrayBuffer());
  const mediaType = mediaTypeOf(given);
  if (mediaType === null) {
    throw new InktapeError("bad-argument", "This is no PNG, JPEG, GIF, WebP, AVIF or SVG, and nothing else is taken.");
  }
  if (mediaType === "image/svg+xml") return prepareSvg(given);
  const { bytes, orientation } = mediaType === "image/jpeg" ? bareJpeg(given) : { bytes: given, orientation: 1 };
  const decoded = await decodePicture(given, mediaType);
  const isSmall = Math.max(decoded.width, decoded.height) <= MAX_SIDE && bytes.length <= LIMITS.assetBytes;
  return isSmall && orientation === 1 ? { bytes, decoded } : redrawn(decoded, mediaType);
}

async function prepareSvg(given: Uint8Array): Promise<PreparedPicture> {
  const bytes = new TextEncoder().encode(plainSvg(new TextDecoder().decode(given)).text);
  if (bytes.length > LIMITS.assetBytes) throw tooLarge();
  return { bytes, decoded: await decodePicture(bytes, "image/svg+xml") };
}

/** The picture drawn anew, as large as a room takes it. */
async function redrawn({ image }: DecodedPicture, mediaType: string): Promise<PreparedPicture> {
  const type = mediaType === "image/jpeg" ? "image/jpeg" : "image/webp";
  for (let share = 1; share > 0.1; share *= STEP) {
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(image.width * share));
    canvas.height = Math.max(1, Math.round(image.height * share));
    const context = canvas.getContext("2d");
    if (!context) break;
    context.imageSmoothingQuality = "high";
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, QUALITY));
    if (!blob || blob.size > LIMITS.assetBytes) continue;
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return { bytes, decoded: await decodePicture(bytes, blob.type) };
  }
  throw tooLarge();
}

function tooLarge(): InktapeError {
  return new InktapeError("too-large", "This picture is too large for a board. Make it smaller first.");
}
