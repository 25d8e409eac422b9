import { EMPTY_BOARD, type Board, type MutableBoard } from "../board/board.js";
import { reduce, thaw } from "../board/reduce.js";
import { ROOM_MEMBER } from "../signal/ids.js";
import type { BlockInfo } from "../tape/block-info.js";
import { TapeBuilder } from "../tape/build.js";
import { damaged } from "../tape/envelope.js";
import { redactedPieces } from "../tape/file/redacted-pieces.js";
import { trimmedPieces } from "../tape/file/trimmed-pieces.js";
import { decodeKeyframe } from "../tape/keyframe.js";
import { encodeKeyframe } from "../tape/encode-keyframe.js";
import { loadAllInk } from "../tape/load-ink.js";
import { partsOf } from "../tape/parts.js";
import type { TapePiece } from "../tape/pieces.js";
import { Redactor, type Redaction } from "../tape/redactor.js";
import type { TapeSource } from "../tape/tape-source.js";
import type { TimeRange } from "../tape/timeline.js";
import type { Recovery, RewrittenPart, RoomLog } from "./room-log.js";

/** How a recording is to be written anew. */
export type Rewriting =
  /** It is what was recorded in that stretch, both ends included; the board of the room stays. */
  | { readonly type: "trim"; readonly range: TimeRange }
  /** It is as if that had never been, and so is the board of the room. */
  | { readonly type: "redact"; readonly redaction: Redaction };

/**
 * Makes what takes the place of all that a room has: its recording, written anew, and its board at the end.
 *
 * First the room says one more word, which changes nothing. So the new log ends after every entry that any client has:
 * whoever comes back is given the whole new board, and nobody goes on from an old one.
 */
export async function* rewrittenParts(log: RoomLog, rewriting: Rewriting): AsyncGenerator<RewrittenPart> {
  await log.append([{ by: ROOM_MEMBER, clientSeq: 0, signal: { type: "void", reason: "redacted" } }]);
  const source = log.tape();
  const end = await boardAtEnd(await log.recover(), source);
  const builder = new TapeBuilder();
  if (rewriting.type === "trim") {
    yield* partsOfPieces(trimmedPieces(source, rewriting.range, builder), builder);
    yield keyframeOf(end);
    return;
  }
  const redactor = new Redactor(rewriting.redaction);
  yield* partsOfPieces(redactedPieces(source, redactor, builder), builder);
  yield keyframeOf(builder.board.seq === end.seq ? builder.board : redactor.board(own(end), builder.board));
}

async function boardAtEnd({ keyframe, tail, head }: Recovery, source: TapeSource): Promise<Board> {
  let board: Board = EMPTY_BOARD;
  if (keyframe) {
    const kept = decodeKeyframe(keyframe.bytes);
    await loadAllInk(kept, source, () => undefined);
    board = kept;
  }
  return { ...reduce(board, tail), seq: head };
}

function own(board: Board): Board & MutableBoard {
  return thaw(board) as Board & MutableBoard;
}

/** A keyframe that stands by itself. It is part of the recording when that goes on after it. */
function keyframeOf(board: Board): RewrittenPart {
  const { seq, at, isRecording } = board;
  return { type: "keyframe", keyframe: { seq, at, bytes: encodeKeyframe(board) }, isKept: isRecording };
}

async function* partsOfPieces(pieces: AsyncIterable<TapePiece>, builder: TapeBuilder): AsyncGenerator<RewrittenPart> {
  for await (const piece of pieces) {
    if (piece.type === "block") yield blockOf(piece, builder.info);
    else {
      const { seq, at } = piece.ref;
      yield { type: "keyframe", keyframe: { seq, at, bytes: piece.bytes }, isKept: true };
    }
  }
}

function blockOf({ ref, bytes }: TapePiece & { type: "block" }, info: BlockInfo | undefined): RewrittenPart {
  if (info?.first !== ref.first) throw damaged("tape", `was not made anew at entry ${ref.first}`);
  const made = new Map(partsOf(ref).map(({ type }, index) => [type, bytes[index]]));
  const part = (type: "document" | "ink" | "presence") => made.get(type) ?? new Uint8Array(0);
  const parts = { document: part("document"), ink: part("ink"), presence: part("presence") };
  return { type: "block", block: { info, parts } };
}
