import type { Board, MutableBoard } from "../../board/board.js";
import { putShape, shapesIn } from "../../board/leaves.js";
import type { Seq } from "../../signal/ids.js";
import type { ByteReader } from "../../signal/wire/bytes.js";
import type { ByteWriter } from "../../signal/wire/byte-writer.js";
import type { InkFinder } from "./ink-home.js";
import { eachLeaf, type ReadShapes } from "./shape-columns.js";
import { readSwiftLeaf, type SwiftLeaves } from "./swift-leaf.js";

/** Writes the finished shapes of a board: how many leaves there are, and each as swift-leaf.ts says. */
export function writeSwiftShapes(w: ByteWriter, { branches }: Pick<Board, "branches">, leaves: SwiftLeaves): void {
  const all: Uint8Array[] = [];
  eachLeaf(branches, (leaf, maker, place) => all.push(leaves.of(leaf, maker, place)));
  w.varint(all.length);
  for (const bytes of all) w.raw(bytes);
}

/** Reads what {@link writeSwiftShapes} wrote. */
export function readSwiftShapes(r: ByteReader, find: InkFinder, room: number): ReadShapes {
  const board: Pick<MutableBoard, "branches"> = { branches: [] };
  const reading = { find, homes: new Set<Seq>(), room };
  let last = { maker: -1, place: -1 };
  for (let left = r.varint(r.left); left > 0; left--) {
    const { leaf, shapes } = readSwiftLeaf(r, reading);
    if (!leaf.isAfter(last)) r.fail("holds leaves out of order");
    last = leaf;
    for (const shape of shapesIn(shapes)) putShape(board, shape);
  }
  return { branches: board.branches, homes: [...reading.homes].sort((a, b) => a - b) };
}
