const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));

/** File type boxes of AVIF: one picture, or several. */
const AVIF = new Set(["avif", "avis"]);
/** An SVG's first element begins within so many bytes. */
const SVG_HEAD = 4096;

/** What pictures may be, as a file dialog wants to be told. */
export const PICTURE_TYPES = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/svg+xml"];

/**
 * What picture the bytes are, by how they begin; null for anything else. What somebody says they are is not believed. An
 * SVG may carry programs: whoever shows one has to see to it that they do not run.
 */
export function mediaTypeOf(bytes: Uint8Array): string | null {
  if (ascii(bytes, 0, 8) === "\x89PNG\r\n\x1A\n") return "image/png";
  if (ascii(bytes, 0, 3) === "\xFF\xD8\xFF") return "image/jpeg";
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return "image/gif";
  if (ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === "WEBP") return "image/webp";
  if (ascii(bytes, 4, 8) === "ftyp" && brandsOf(bytes).some((brand) => AVIF.has(brand))) return "image/avif";
  return isSvg(ascii(bytes, 0, SVG_HEAD)) ? "image/svg+xml" : null;
}

/** The brands of an ISO base media file: the major one, and after its version the compatible ones (ISO/IEC 14496-12, 4.3). */
function brandsOf(bytes: Uint8Array): string[] {
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(0);
  const brands = [ascii(bytes, 8, 12)];
  for (let at = 16; at + 4 <= Math.min(size, bytes.length, 256); at += 4) brands.push(ascii(bytes, at, at + 4));
  return brands;
}

/** True for XML in UTF-8 whose first element is `svg`, whatever declarations and comments stand before it. */
function isSvg(head: string): boolean {
  let rest = head.replace(/^\xEF\xBB\xBF/, "").trimStart();
  for (let before = ""; before !== rest;) {
    before = rest;
    rest = rest.replace(/^(<\?[^>]*\?>|<!--[^]*?-->|<!DOCTYPE[^>[]*>)/i, "").trimStart();
  }
  return /^<svg[\s/>]/.test(rest);
}
