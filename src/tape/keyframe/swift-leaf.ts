import type { Leaf } from "../../board/board.js";
import type { Seq, ShapeId } from "../../signal/ids.js";
import { pointsOf, type InkShape, type Shape } from "../../signal/shape.js";
import { StoredInk } from "../../signal/stored-ink.js";
import { ByteReader } from "../../signal/wire/bytes.js";
import { ByteWriter } from "../../signal/wire/byte-writer.js";
import { readList, readMaybe } from "../forms.js";
import { writeList, writeMaybe } from "../write-forms.js";
import { readSection } from "../section.js";
import { writeSection } from "../write-section.js";
import type { InkFinder } from "./ink-home.js";
import { rowsOf } from "./leaf-rows.js";
import { writeOther } from "./write-other.js";
import { PackedLeaf } from "./packed-leaf.js";
import { writeLeaf } from "./write-leaf.js";
import { readStyle } from "./styles.js";
import { StyleList, writeStyle } from "./style-list.js";
import { readSwiftInk, writeSwiftInk } from "./swift-ink.js";

const NO_BYTES = new Uint8Array(0);

/** Swift leaves by the leaf that they are of, which is never changed: of a board that goes on, few have to be made anew. */
export class SwiftLeaves {
  readonly #known = new WeakMap<Leaf, Uint8Array>();
  readonly #max: number;

  /** @param max the most bytes that a section may have. */
  constructor(max: number) {
    this.#max = max;
  }

  /** The leaf in that place among its maker's. */
  of(leaf: Leaf, maker: number, place: number): Uint8Array {
    const known = this.#known.get(leaf);
    if (known) return known;
    const bytes = swiftLeaf(leaf, maker, place, this.#max);
    this.#known.set(leaf, bytes);
    return bytes;
  }
}

/**
 * A leaf by itself: its styles; after which entries the tape keeps ink of its shapes (mostly none), each once; `maybe` its
 * other shapes, a section; the leaf as packed-leaf.ts says; and when the ink of its strokes is here, that ink as
 * swift-ink.ts says.
 */
function swiftLeaf(leaf: Leaf, maker: number, place: number, max: number): Uint8Array {
  const [w, others, styles, homes] = [new ByteWriter(), new ByteWriter(), new StyleList(), new Set<number>()];
  const rows = rowsOf(leaf, styles, () => undefined);
  for (const shape of rows.others) writeOther(others, shape, () => undefined, homes);
  if (rows.isKept) for (const { home } of rows.rows) homes.add(home);
  writeList(w, styles.list, writeStyle);
  writeList(w, [...homes], (to, home) => to.varint(home));
  writeMaybe(w, others.length > 0 ? others.finish() : null, (to, bytes) => writeSection(to, bytes, max));
  writeLeaf(w, maker, place, rows, others.length);
  if (!rows.isKept) {
    writeSwiftInk(
      w,
      rows.slots.map((slot) => pointsOf(leaf[slot] as InkShape)),
    );
  }
  return w.finish();
}

/** What the reading of one leaf after another shares. */
export interface SwiftReading {
  readonly find: InkFinder;
  /** After which entries the tape keeps ink; grows. */
  readonly homes: Set<Seq>;
  /** How many bytes the sections to come may unfold to. */
  room: number;
}

/** The place and the shapes of a leaf. */
export interface ReadLeaf {
  readonly leaf: PackedLeaf;
  readonly shapes: readonly (Shape | null)[];
}

/** Reads a leaf that {@link SwiftLeaves} made. Throws `bad-bytes` or `too-large`. */
export function readSwiftLeaf(r: ByteReader, reading: SwiftReading): ReadLeaf {
  const styles = readList(r, readStyle);
  for (const home of readList(r, (from) => from.varint() as Seq)) reading.homes.add(home);
  const section = readMaybe(r, (from) => readSection(from, "board", reading.room));
  const others = section ?? new ByteReader(NO_BYTES, "keyframe");
  reading.room -= others.left;
  const inkOf = (id: ShapeId, home: Seq) => reading.find(id, home) ?? new StoredInk(home);
  const leaf = new PackedLeaf(r, { styles, others, inkOf });
  others.end();
  if (leaf.isKept) return { leaf, shapes: leaf.make() };
  const inks = readSwiftInk(r);
  let used = 0;
  const shapes = leaf.make(() => inks[used++] ?? r.fail("holds fewer inks than strokes"));
  if (used !== inks.length) r.fail("holds other ink than that of its strokes");
  return { leaf, shapes };
}
