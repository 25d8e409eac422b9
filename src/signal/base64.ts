import { InktapeError } from "./errors.js";

/** How many bytes are made into letters at once: all of them would be too many arguments. */
const CHUNK = 0x8000;

/** Bytes as base64. */
export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

/** The bytes of base64. Throws `bad-bytes` for text that is none. */
export function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch (cause) {
    throw new InktapeError("bad-bytes", "This is no base64: give the text as it was written.", { cause });
  }
}
