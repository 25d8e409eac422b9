import type { Board, MutableBoard } from "../board/board.js";
import type { Entry } from "../signal/entry.js";
import { decodeBlock } from "./block.js";
import { decodeKeyframe } from "./keyframe.js";
import type { TapePart } from "./parts.js";
import { decodeDocument, type DocumentPart } from "./sealed/document-part.js";
import { decodeInkPart, type InkTrack } from "./sealed/ink-part.js";
import { decodePresence, type PresenceTrack } from "./sealed/presence-part.js";

/** What a part's bytes say. Ink is plain data, so that it can come from a worker. */
export type DecodedPart =
  | { readonly type: "block"; readonly entries: readonly Entry[] }
  | { readonly type: "document"; readonly document: DocumentPart }
  | { readonly type: "ink"; readonly ink: InkTrack }
  | { readonly type: "presence"; readonly presence: PresenceTrack }
  | { readonly type: "keyframe"; readonly board: Board & MutableBoard };

/** Reads the bytes of a part. Throws `tape-damaged` or `unsupported-version`. */
export function decodePart(type: TapePart["type"], bytes: Uint8Array): DecodedPart {
  switch (type) {
    case "block":
      return { type, entries: decodeBlock(bytes) };
    case "document":
      return { type, document: decodeDocument(bytes) };
    case "ink":
      return { type, ink: decodeInkPart(bytes) };
    case "presence":
      return { type, presence: decodePresence(bytes) };
    case "keyframe":
      return { type, board: decodeKeyframe(bytes) };
  }
}
