import type { Board, Leaf, MutableBoard } from "../../board/board.js";
import { putLeafLater, putShape, shapesIn } from "../../board/leaves.js";
import type { Seq, ShapeId } from "../../signal/ids.js";
import { LIMITS } from "../../signal/limits.js";
import { pointsOf, type InkShape } from "../../signal/shape.js";
import { StoredInk } from "../../signal/stored-ink.js";
import { ByteReader, ByteWriter } from "../../signal/wire/bytes.js";
import { readPoints, writePoints } from "../../signal/wire/ink.js";
import { readList, writeList } from "../forms.js";
import type { InkFinder, InkHome } from "./ink-home.js";
import { rowsOf } from "./leaf-columns.js";
import { writeOther } from "./other-shapes.js";
import { PackedLeaf, writeLeaf } from "./packed-leaf.js";
import { readStyle, StyleList, writeStyle } from "./styles.js";

/**
 * Writes the finished shapes of a board in two strands. Into `columns` go the leaves, of each the strokes as
 * packed-leaf.ts says. Into `words` go the styles of those strokes; after which entries the tape keeps ink of any shape,
 * each once; the other shapes in the wire's form, leaf by leaf; and ink that the tape does not keep elsewhere.
 */
export function writeShapes(
  columns: ByteWriter,
  words: ByteWriter,
  { branches }: Pick<Board, "branches">,
  homeOf: InkHome,
): void {
  const styles = new StyleList();
  const [leaves, others, inks] = [new ByteWriter(), new ByteWriter(), new ByteWriter()];
  const homes = new Set<number>();
  let count = 0;
  eachLeaf(branches, (leaf, maker, place) => {
    const rows = rowsOf(leaf, styles, homeOf);
    const start = others.length;
    for (const shape of rows.others) writeOther(others, shape, homeOf, homes);
    if (rows.isKept) for (const { home } of rows.rows) homes.add(home);
    else for (const slot of rows.slots) writePoints(inks, pointsOf(leaf[slot] as InkShape));
    writeLeaf(leaves, maker, place, rows, others.length - start);
    count += 1;
  });
  columns.varint(count);
  columns.raw(leaves.finish());
  writeList(words, styles.list, writeStyle);
  writeAscending(words, homes);
  words.bytes(others.finish());
  words.raw(inks.finish());
}

/** The finished shapes of a keyframe. */
export interface ReadShapes {
  readonly branches: MutableBoard["branches"];
  /** After which entries the tape keeps ink of theirs, in order, each once. */
  readonly homes: readonly Seq[];
}

/** Reads what {@link writeShapes} wrote. Leaves whose ink the tape keeps are made when they are looked at. */
export function readShapes(columns: ByteReader, words: ByteReader, find: InkFinder): ReadShapes {
  const board: Pick<MutableBoard, "branches"> = { branches: [] };
  const inkHere = () => readPoints(words, LIMITS.strokePoints);
  const styles = readList(words, readStyle);
  const homes = readAscending(words);
  const others = new ByteReader(words.view(words.varint()), "keyframe");
  const shapes = { styles, others, inkOf: (id: ShapeId, home: Seq) => find(id, home) ?? new StoredInk(home) };
  let last = { maker: -1, place: -1 };
  for (let left = columns.varint(columns.left); left > 0; left--) {
    const leaf = new PackedLeaf(columns, shapes);
    if (!leaf.isAfter(last)) columns.fail("holds leaves out of order");
    last = leaf;
    if (leaf.isKept) putLeafLater(board, leaf.maker, leaf.place, leaf);
    else for (const shape of shapesIn(leaf.make(inkHere))) putShape(board, shape);
  }
  others.end();
  return { branches: board.branches, homes };
}

function writeAscending(w: ByteWriter, numbers: Iterable<number>): void {
  let last = 0;
  writeList(
    w,
    [...numbers].sort((a, b) => a - b),
    (to, number) => {
      to.varint(number - last);
      last = number;
    },
  );
}

function readAscending(r: ByteReader): Seq[] {
  let last = 0;
  return readList(r, (from) => (last += from.varint(Number.MAX_SAFE_INTEGER - last)) as Seq);
}

/** Goes through a board's leaves, by maker and then by place among the maker's. */
export function eachLeaf(branches: Board["branches"], work: (leaf: Leaf, maker: number, place: number) => void): void {
  branches.forEach((branch, maker) => branch?.forEach((leaf, place) => leaf && work(leaf, maker, place)));
}
