import { LEAF_WIDTH } from "../../board/leaves.js";
import { shapeId, type MemberId, type Seq, type ShapeId } from "../../signal/ids.js";
import type { InkShape, Shape } from "../../signal/shape.js";
import { ByteReader } from "../../signal/wire/bytes.js";
import { orderKey, ORDER_NUMBERS } from "../order-number.js";
import { MOST_BITS, packedLength, unpack } from "./bits.js";
import type { Style } from "./styles.js";

/** Places are told in sixteenths of a board unit, which is what clients round them to. */
export const UNITS = 16;

/** The farthest place, in sixteenths, that the columns tell. */
export const FARTHEST = 2 ** 28;

/** The numbers of a stroke. `home` is the entry after which the tape keeps the ink. */
export const COLUMNS = ["style", "order", "x", "y", "home"] as const;

export type Column = (typeof COLUMNS)[number];

export type Row = Record<Column, number>;

/** A leaf's shapes: those that the columns tell, as numbers, and all others. */
export interface LeafRows {
  readonly slots: readonly number[];
  readonly rows: readonly Row[];
  readonly isKept: boolean;
  readonly others: readonly Shape[];
}

/** Where strokes stand that columns tell. */
export interface Slots {
  readonly maker: MemberId;
  /** The place of their leaf among its maker's. */
  readonly place: number;
  /** In order; at least one. */
  readonly slots: readonly number[];
  readonly isKept: boolean;
}

type Numbers = Record<Column, Float64Array>;

const NO_NUMBERS = new Float64Array(0);

const scratch = new Uint32Array(LEAF_WIDTH);

/**
 * Reads the strokes that {@link columnsOf} wrote, each in its slot. Throws `bad-bytes` or `too-large`.
 *
 * @param inkOf gives the ink of a stroke.
 */
export function readStrokes(
  columns: Uint8Array,
  at: Slots,
  styles: readonly Style[],
  inkOf: (id: ShapeId, home: Seq) => InkShape["points"],
): (Shape | null)[] {
  const r = new ByteReader(columns, "keyframe");
  const count = at.slots.length;
  const numbers: Numbers = {
    style: readColumn(r, count, styles.length - 1, "names a style that it has not"),
    order: readColumn(r, count, ORDER_NUMBERS - 1, "holds a stroke with an order that cannot be"),
    x: readColumn(r, count, FARTHEST, "holds a stroke that is too far away", -FARTHEST),
    y: readColumn(r, count, FARTHEST, "holds a stroke that is too far away", -FARTHEST),
    home: at.isKept
      ? readColumn(r, count, Number.MAX_SAFE_INTEGER, "refers to an entry that cannot be", 1)
      : NO_NUMBERS,
  };
  r.end();
  return makeLeaf(at, numbers, styles, inkOf);
}

function makeLeaf(
  { maker, place, slots }: Slots,
  { style: kinds, order, x, y, home }: Numbers,
  styles: readonly Style[],
  inkOf: (id: ShapeId, home: Seq) => InkShape["points"],
): (Shape | null)[] {
  const leaf: (Shape | null)[] = [];
  for (let index = 0; index < slots.length; index++) {
    const slot = slots[index]!;
    while (leaf.length < slot) leaf.push(null);
    const { page, color, size, step } = styles[kinds[index]!]!;
    const id = shapeId(maker, place * LEAF_WIDTH + slot);
    const stroke: InkShape = {
      kind: "ink",
      id,
      page,
      order: orderKey(order[index]!),
      x: x[index]! / UNITS,
      y: y[index]! / UNITS,
      color,
      size,
      step,
      points: inkOf(id, home[index] as Seq),
    };
    leaf.push(stroke);
  }
  return leaf;
}

function readColumn(r: ByteReader, count: number, max: number, problem: string, min = 0): Float64Array {
  const column = new Float64Array(count);
  let value = r.zigzag();
  const width = r.varint(MOST_BITS);
  const steps = scratch.subarray(0, count - 1);
  unpack(r.view(packedLength(count - 1, width)), 0, width, steps);
  column[0] = value;
  let [low, high] = [value, value];
  for (let index = 1; index < count; index++) {
    const coded = steps[index - 1]!;
    value += coded & 1 ? -(coded + 1) / 2 : coded / 2;
    column[index] = value;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (!(low >= min && high <= max)) r.fail(problem);
  return column;
}
