import type { Entry } from "../signal/entry.js";
import { decodeBlock } from "./block.js";
import { decodeDocument, type DocumentPart } from "./sealed/document-part.js";
import { decodeInkPart, type InkTrack } from "./sealed/ink-part.js";
import { decodePresence, type PresenceTrack } from "./sealed/presence-part.js";

/** What the bytes of a block's part say. Ink is plain data, so that it can come from a worker. */
export type DecodedPart =
  | { readonly type: "block"; readonly entries: readonly Entry[] }
  | { readonly type: "document"; readonly document: DocumentPart }
  | { readonly type: "ink"; readonly ink: InkTrack }
  | { readonly type: "presence"; readonly presence: PresenceTrack };

/** Reads the bytes of a part of a block. Throws `tape-damaged` or `unsupported-version`. */
export function decodePart(type: DecodedPart["type"], bytes: Uint8Array): DecodedPart {
  switch (type) {
    case "block":
      return { type, entries: decodeBlock(bytes) };
    case "document":
      return { type, document: decodeDocument(bytes) };
    case "ink":
      return { type, ink: decodeInkPart(bytes) };
    case "presence":
      return { type, presence: decodePresence(bytes) };
  }
}
