import type { Board } from "../../board/board.js";
import { pointsOf, type InkShape } from "../../signal/shape.js";
import { ByteWriter } from "../../signal/wire/byte-writer.js";
import { writePoints } from "../../signal/wire/write-ink.js";
import { writeList } from "../write-forms.js";
import type { InkHome } from "./ink-home.js";
import { rowsOf } from "./leaf-rows.js";
import { writeOther } from "./write-other.js";
import { writeLeaf } from "./write-leaf.js";
import { StyleList, writeStyle } from "./style-list.js";
import { eachLeaf } from "./shape-columns.js";

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
