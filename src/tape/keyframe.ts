import type { Board, MutableBoard } from "../board/board.js";
import { branchesOf, hasPlace } from "../board/leaves.js";
import type { Seq } from "../signal/ids.js";
import type { Shape } from "../signal/shape.js";
import type { ByteReader } from "../signal/wire/bytes.js";
import { ByteWriter } from "../signal/wire/byte-writer.js";
import { readShape } from "../signal/wire/shapes.js";
import { readBody, readEnvelope, unknownCodec } from "./envelope.js";
import { writeEnvelope } from "./write-envelope.js";
import { readList } from "./forms.js";
import { readRest } from "./keyframe/rest.js";
import { writeRest } from "./keyframe/write-rest.js";
import { readPapers, readRules } from "./keyframe/rules.js";
import { writePapers, writeRules } from "./keyframe/write-rules.js";
import type { InkFinder } from "./keyframe/ink-home.js";
import { readShapes } from "./keyframe/shape-columns.js";
import { SwiftLeaves } from "./keyframe/swift-leaf.js";
import { readSwiftShapes, writeSwiftShapes } from "./keyframe/swift-shapes.js";
import { readSection } from "./section.js";
import { writeSection } from "./write-section.js";

/** The most that a keyframe may unfold to. A board of 50,000 strokes takes about 10 MB with all its ink. */
export const MAX_BYTES = 256 << 20;

/**
 * Codec 1, which is only read: the whole board in one deflated section. Codec 2: shapes by themselves, in columns.
 * Codec 3: the same of a board on which admins have ruled something. Codec 4: leaf by leaf, each by itself and with its ink,
 * for who needs the whole board at once and no tape. Codec 5: as 3, of a board with pages of other than plain paper. Codec
 * 6: as 5, of a board whose members' cameras say how large their views are.
 */
const WHOLE = 1;

export const COLUMNS = 2;

export const RULED = 3;

const SWIFT = 4;

export const PAPERED = 5;

export const SIZED = 6;

const CODECS: readonly number[] = [WHOLE, COLUMNS, RULED, SWIFT, PAPERED, SIZED];

const NOT_AT_HAND: InkFinder = () => undefined;

/**
 * Encodes boards with all their ink for those who come into a room: hardly larger than by {@link encodeKeyframe}, and several
 * times as fast to make and to read. Of a board that goes on from one encoded before, only the leaves that are others by
 * now are made anew.
 *
 * Body: the section "board" (keyframe/rest.ts, keyframe/rules.ts), and keyframe/swift-shapes.ts.
 */
export class SwiftKeyframes {
  readonly #leaves = new SwiftLeaves(MAX_BYTES);

  encode(board: Board): Uint8Array {
    const [words, body] = [new ByteWriter(), new ByteWriter()];
    writeRest(words, board);
    writeRules(words, board);
    writePapers(words, board);
    writeSection(body, words.finish(), MAX_BYTES);
    writeSwiftShapes(body, board, this.#leaves);
    return writeEnvelope({ kind: "keyframe", codec: SWIFT, body: body.finish() });
  }
}

/** A keyframe's board, and what it leaves to the rest of the tape. */
export interface OpenKeyframe {
  /** The caller's own. */
  readonly board: Board & MutableBoard;
  /** After which entries the tape keeps ink of the board's, in order, each once. */
  readonly homes: readonly Seq[];
}

/** Reads a keyframe; the board is the caller's own. Throws `tape-damaged` or `unsupported-version`. */
export function decodeKeyframe(bytes: Uint8Array): Board & MutableBoard {
  return openKeyframe(bytes, NOT_AT_HAND).board;
}

/** Reads a keyframe, with the ink that can be found. Throws as {@link decodeKeyframe} does. */
export function openKeyframe(bytes: Uint8Array, find: InkFinder): OpenKeyframe {
  const envelope = readEnvelope("keyframe", bytes);
  const { codec } = envelope;
  if (!CODECS.includes(codec)) throw unknownCodec(envelope);
  return readBody(envelope, (reader) => {
    if (codec === WHOLE) return readWhole(reader);
    return codec === SWIFT ? readSwift(reader, find) : readColumns(reader, find, codec);
  });
}

function readSwift(reader: ByteReader, find: InkFinder): OpenKeyframe {
  const words = readSection(reader, "board", MAX_BYTES);
  const room = MAX_BYTES - words.left;
  const rest = readRest(words);
  const rules = readRules(words, rest.pages);
  const pages = readPapers(words, rules.pages);
  words.end();
  const { branches, homes } = readSwiftShapes(reader, find, room);
  return { board: { ...rest, ...rules, pages, branches } as Board & MutableBoard, homes };
}

function readColumns(reader: ByteReader, find: InkFinder, codec: number): OpenKeyframe {
  const words = readSection(reader, "board", MAX_BYTES);
  const rest = readRest(words);
  const rules = codec === COLUMNS ? { pages: rest.pages, access: {} } : readRules(words, rest.pages);
  const pages = codec >= PAPERED ? readPapers(words, rules.pages) : rules.pages;
  const { branches, homes } = readShapes(reader, words, find);
  words.end();
  return { board: { ...rest, ...rules, pages, branches } as Board & MutableBoard, homes };
}

function readWhole(reader: ByteReader): OpenKeyframe {
  const section = readSection(reader, "board", MAX_BYTES);
  const rest = readRest(section);
  const branches = branchesOf(readList(section, readPlacedShape));
  section.end();
  return { board: { ...rest, access: {}, branches } as Board & MutableBoard, homes: [] };
}

function readPlacedShape(r: ByteReader): Shape {
  const shape = readShape(r);
  return hasPlace(shape.id) ? shape : r.fail("holds a shape for which a board has no place");
}
