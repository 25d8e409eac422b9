import { InktapeError } from "../signal/errors.js";
import { mediaTypeOf } from "../signal/media-type.js";
import type { AssetContent } from "./assets.js";

/** A picture that is about to be put, and what it goes by. */
export interface NamedAsset extends AssetContent {
  readonly hash: string;
}

/** Names a picture by its bytes. Rejects with `bad-argument` for bytes that are no picture of a kind that is taken. */
export async function namedAsset(bytes: Uint8Array): Promise<NamedAsset> {
  const mediaType = mediaTypeOf(bytes);
  if (mediaType !== null) return { hash: await hashOf(bytes), mediaType, bytes };
  throw new InktapeError("bad-argument", "This is no PNG, JPEG, GIF, WebP, AVIF or SVG, and nothing else is taken.");
}

/** What came for a hash, if it is that. Rejects with `bad-bytes` otherwise. */
export async function checkedAsset(hash: string, bytes: Uint8Array): Promise<AssetContent> {
  const mediaType = mediaTypeOf(bytes);
  if (mediaType !== null && (await hashOf(bytes)) === hash) return { mediaType, bytes };
  throw new InktapeError("bad-bytes", `What came for the picture ${hash} is something else. Put the picture in again.`);
}

/** A picture's name. Throws `bad-argument` for what cannot be one. */
export function checkHash(hash: string): string {
  if (/^[0-9a-f]{64}$/.test(hash)) return hash;
  throw new InktapeError("bad-argument", `"${hash}" names no picture: give the 64 hexadecimal digits of a SHA-256.`);
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = globalThis.crypto?.subtle
    ? new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>))
    : // A page that did not come over HTTPS is not given the platform's own.
      (await import("@noble/hashes/sha2.js")).sha256(bytes);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
