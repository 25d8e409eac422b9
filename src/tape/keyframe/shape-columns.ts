import type { Board, Leaf, MutableBoard } from "../../board/board.js";
import { putLeafLater, putShape, shapesIn } from "../../board/leaves.js";
import type { Seq, ShapeId } from "../../signal/ids.js";
import { LIMITS } from "../../signal/limits.js";
import { StoredInk } from "../../signal/stored-ink.js";
import { ByteReader } from "../../signal/wire/bytes.js";
import { readPoints } from "../../signal/wire/ink.js";
import { readList } from "../forms.js";
import type { InkFinder } from "./ink-home.js";
import { PackedLeaf } from "./packed-leaf.js";
import { readStyle } from "./styles.js";

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

function readAscending(r: ByteReader): Seq[] {
  let last = 0;
  return readList(r, (from) => (last += from.varint(Number.MAX_SAFE_INTEGER - last)) as Seq);
}

/** Goes through a board's leaves, by maker and then by place among the maker's. */
export function eachLeaf(branches: Board["branches"], work: (leaf: Leaf, maker: number, place: number) => void): void {
  branches.forEach((branch, maker) => branch?.forEach((leaf, place) => leaf && work(leaf, maker, place)));
}
