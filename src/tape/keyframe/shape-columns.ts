import type { Board, Leaf, MutableBoard } from "../../board/board.js";
import { putLeafLater, putShape, shapesIn } from "../../board/leaves.js";
import type { Seq, ShapeId } from "../../signal/ids.js";
import { LIMITS } from "../../signal/limits.js";
import { pointsOf, type InkShape, type Shape } from "../../signal/shape.js";
import { StoredInk } from "../../signal/stored-ink.js";
import { ByteWriter, type ByteReader } from "../../signal/wire/bytes.js";
import { readPoints, writePoints } from "../../signal/wire/ink.js";
import { readList, writeList } from "../forms.js";
import type { InkFinder, InkHome } from "./ink-home.js";
import { readLeaf, rowsOf, writeLeaf } from "./leaf-columns.js";
import { readOther, writeOther } from "./other-shapes.js";
import { readStyle, StyleList, writeStyle } from "./styles.js";

/**
 * Writes the finished shapes of a board in two strands. Into `columns` go the leaves of which all shapes are strokes, as
 * leaf-columns.ts says, behind their number: packed, so that 50,000 strokes are read in a few milliseconds. Into `words`
 * go the styles of those strokes, all other shapes in the wire's form, and ink that the tape does not keep elsewhere.
 */
export function writeShapes(
  columns: ByteWriter,
  words: ByteWriter,
  { branches }: Pick<Board, "branches">,
  homeOf: InkHome,
): void {
  const styles = new StyleList();
  const leaves = new ByteWriter();
  const inks = new ByteWriter();
  const others: Shape[] = [];
  let count = 0;
  eachLeaf(branches, (leaf, maker, place) => {
    const rows = rowsOf(leaf, styles, homeOf);
    if (!rows) return void others.push(...shapesIn(leaf));
    count += 1;
    writeLeaf(leaves, maker, place, rows);
    if (!rows.isKept) for (const shape of shapesIn(leaf)) writePoints(inks, pointsOf(shape as InkShape));
  });
  columns.varint(count);
  columns.raw(leaves.finish());
  writeList(words, styles.list, writeStyle);
  writeList(words, others, (to, shape) => writeOther(to, shape, homeOf));
  words.raw(inks.finish());
}

/** The finished shapes of a keyframe. */
export interface ReadShapes {
  readonly branches: MutableBoard["branches"];
  /** After which entries the tape keeps ink of theirs, in lists. */
  readonly homes: readonly ArrayLike<number>[];
}

/** Reads what {@link writeShapes} wrote. Leaves whose ink the tape keeps are made when they are looked at. */
export function readShapes(columns: ByteReader, words: ByteReader, find: InkFinder): ReadShapes {
  const board: Pick<MutableBoard, "branches"> = { branches: [] };
  const othersHomes: Seq[] = [];
  const homes: ArrayLike<number>[] = [othersHomes];
  const inkHere = () => readPoints(words, LIMITS.strokePoints);
  const inkKept = (id: ShapeId, home: Seq) => find(id, home) ?? new StoredInk(home);
  const styles = readList(words, readStyle);
  const others = readList(words, (r) => readOther(r, (id, home) => (othersHomes.push(home), inkKept(id, home))));
  let last = { maker: -1, place: -1 };
  for (let left = columns.varint(columns.left); left > 0; left--) {
    const leaf = readLeaf(columns, styles);
    const isNext = leaf.maker > last.maker || (leaf.maker === last.maker && leaf.place > last.place);
    if (!isNext) columns.fail("holds leaves out of order");
    last = leaf;
    homes.push(leaf.homes);
    if (leaf.isKept) putLeafLater(board, leaf.maker, leaf.place, () => leaf.make(inkKept));
    else {
      const made = leaf.make(inkHere);
      putLeafLater(board, leaf.maker, leaf.place, () => made);
    }
  }
  for (const shape of others) putShape(board, shape);
  return { branches: board.branches, homes };
}

function eachLeaf(branches: Board["branches"], work: (leaf: Leaf, maker: number, place: number) => void): void {
  branches.forEach((branch, maker) => branch?.forEach((leaf, place) => leaf && work(leaf, maker, place)));
}
