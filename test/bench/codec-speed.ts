import { EMPTY_BOARD, type Board } from "../../src/board/board.js";
import { fold, thaw } from "../../src/board/reduce.js";
import { LIMITS } from "../../src/signal/limits.js";
import { ByteReader } from "../../src/signal/wire/bytes.js";
import { ByteWriter } from "../../src/signal/wire/byte-writer.js";
import { readPoints } from "../../src/signal/wire/ink.js";
import { writePoints } from "../../src/signal/wire/write-ink.js";
import { decodePart } from "../../src/tape/decode.js";
import { openBlock } from "../../src/tape/open-block.js";
import { partsOf } from "../../src/tape/parts.js";
import { encodeSealed } from "../../src/tape/sealed/sealed-block.js";
import type { InkStroke } from "./ink-forms.js";
import { medianMillisecondsOf } from "./rate.js";
import type { StoredTape } from "./stored-tape.js";

/** How fast points go into bytes and come out of them, in points a second. */
export interface CodecSpeed {
  readonly encodePerSecond: number;
  readonly decodePerSecond: number;
}

/**
 * The speed of a tape's sealed blocks, whole, with all that stands between the points. A block is encoded as a room does
 * it, which reads it again and compares.
 */
export function sealedSpeed(tape: StoredTape, points: number): CodecSpeed {
  const board = thaw(EMPTY_BOARD);
  let [encoding, decoding] = [0, 0];
  for (const { ref, bytes } of tape.blocks) {
    const { entries } = openBlock(ref, bytes);
    encoding += medianMillisecondsOf(() => void encodeSealed(entries, board as Board, []));
    decoding += medianMillisecondsOf(() => {
      partsOf(ref).forEach(({ type }, index) => void decodePart(type, bytes[index] as Uint8Array));
    });
    fold(board, entries);
  }
  return perSecond(points, encoding, decoding);
}

/** The speed of the same strokes as varints, each by itself. */
export function varintSpeed(strokes: readonly InkStroke[], points: number): CodecSpeed {
  const encode = () => {
    const writer = new ByteWriter();
    for (const stroke of strokes) writePoints(writer, stroke.points);
    return writer.finish();
  };
  const bytes = encode();
  const decode = () => {
    const reader = new ByteReader(bytes, "points");
    while (reader.left > 0) readPoints(reader, LIMITS.strokePoints);
  };
  return perSecond(points, medianMillisecondsOf(encode), medianMillisecondsOf(decode));
}

function perSecond(points: number, encoding: number, decoding: number): CodecSpeed {
  return {
    encodePerSecond: Math.round((points / encoding) * 1000),
    decodePerSecond: Math.round((points / decoding) * 1000),
  };
}
