import type { Board, MutableBoard } from "../board/board.js";
import { branchesOf, hasPlace } from "../board/leaves.js";
import type { Shape } from "../signal/shape.js";
import { ByteWriter, type ByteReader } from "../signal/wire/bytes.js";
import { readShape } from "../signal/wire/shapes.js";
import { readBody, readEnvelope, unknownCodec, writeEnvelope } from "./envelope.js";
import { readList } from "./forms.js";
import { readRest, writeRest } from "./keyframe/rest.js";
import type { InkHome } from "./keyframe/ink-home.js";
import { readShapes, writeShapes } from "./keyframe/shape-columns.js";
import { readSection, writeSection } from "./section.js";

/** The most that a keyframe may unfold to. A board of 50,000 strokes takes about 10 MB with all its ink. */
const MAX_BYTES = 256 << 20;

/** Codec 1, which is only read: the whole board in one deflated section. Codec 2: shapes by themselves, in columns. */
const WHOLE = 1;
const COLUMNS = 2;

const NOWHERE: InkHome = () => undefined;

/**
 * Encodes a board: all that {@link Board} names, strokes under construction with the time of each batch included, so that
 * what comes back deep-equals what went in. Ink that has a home on the tape is only referred to, and comes back as
 * `StoredInk`.
 *
 * Body: the sections "board" (keyframe/rest.ts) and "shapes" (keyframe/shape-columns.ts).
 */
export function encodeKeyframe(board: Board, homeOf: InkHome = NOWHERE): Uint8Array {
  const body = new ByteWriter();
  const rest = new ByteWriter();
  writeRest(rest, board);
  body.varint(rest.length);
  const shapes = new ByteWriter();
  writeShapes(shapes, board, homeOf);
  const content = new ByteWriter();
  content.raw(rest.finish());
  content.raw(shapes.finish());
  writeSection(body, content.finish(), MAX_BYTES);
  return writeEnvelope({ kind: "keyframe", codec: COLUMNS, body: body.finish() });
}

/** Reads a keyframe; the board is the caller's own. Throws `tape-damaged` or `unsupported-version`. */
export function decodeKeyframe(bytes: Uint8Array): Board & MutableBoard {
  const envelope = readEnvelope("keyframe", bytes);
  if (envelope.codec !== WHOLE && envelope.codec !== COLUMNS) throw unknownCodec(envelope);
  return readBody(envelope, (reader) => {
    const board = envelope.codec === WHOLE ? readWhole(reader) : readColumns(reader);
    return board as Board & MutableBoard;
  });
}

function readColumns(reader: ByteReader): Board {
  const length = reader.varint(MAX_BYTES);
  const section = readSection(reader, "board", MAX_BYTES);
  const start = section.left;
  const rest = readRest(section);
  if (start - section.left !== length) section.fail("does not end where it says");
  const branches = readShapes(section);
  section.end();
  return { ...rest, branches };
}

function readWhole(reader: ByteReader): Board {
  const section = readSection(reader, "board", MAX_BYTES);
  const rest = readRest(section);
  const branches = branchesOf(readList(section, readPlacedShape));
  section.end();
  return { ...rest, branches };
}

function readPlacedShape(r: ByteReader): Shape {
  const shape = readShape(r);
  return hasPlace(shape.id) ? shape : r.fail("holds a shape for which a board has no place");
}
