import { toBase64 } from "../../signal/base64.js";

/** A file as a `data:` address. */
export function dataAddress(mediaType: string, bytes: Uint8Array): string {
  return `data:${mediaType};base64,${toBase64(bytes)}`;
}
