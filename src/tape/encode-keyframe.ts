import type { Board } from "../board/board.js";
import { ByteWriter } from "../signal/wire/byte-writer.js";
import { writeEnvelope } from "./write-envelope.js";
import { hasSizedCamera } from "./write-presence-form.js";
import { writeRest } from "./keyframe/write-rest.js";
import { isPlainPaper, isUnruled, writePapers, writeRules } from "./keyframe/write-rules.js";
import type { InkHome } from "./keyframe/ink-home.js";
import { writeShapes } from "./keyframe/write-shapes.js";
import { writeSection } from "./write-section.js";
import { MAX_BYTES, COLUMNS, RULED, PAPERED, SIZED } from "./keyframe.js";

const NOWHERE: InkHome = () => undefined;

/**
 * Encodes a board: all that {@link Board} names, strokes under construction with the time of each batch included, so that
 * what comes back deep-equals what went in. Ink that has a home on the tape is only referred to, and comes back as
 * `StoredInk`.
 *
 * Body: the section "board" (keyframe/rest.ts, keyframe/rules.ts when something is ruled, then the words of
 * keyframe/shape-columns.ts), and the columns of the latter.
 */
export function encodeKeyframe(board: Board, homeOf: InkHome = NOWHERE): Uint8Array {
  const [words, columns, body] = [new ByteWriter(), new ByteWriter(), new ByteWriter()];
  const codec = leastCodec(board);
  writeRest(words, board);
  if (codec !== COLUMNS) writeRules(words, board);
  if (codec >= PAPERED) writePapers(words, board);
  writeShapes(columns, words, board, homeOf);
  writeSection(body, words.finish(), MAX_BYTES);
  body.raw(columns.finish());
  return writeEnvelope({ kind: "keyframe", codec, body: body.finish() });
}

/** The first codec that has words for all of a board: the more versions can read it. */
function leastCodec(board: Board): number {
  if (hasSizedCamera(board.presence)) return SIZED;
  if (!isPlainPaper(board)) return PAPERED;
  return isUnruled(board) ? COLUMNS : RULED;
}
