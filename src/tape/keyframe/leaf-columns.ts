import type { Leaf } from "../../board/board.js";
import { hasPlace, LEAF_WIDTH } from "../../board/leaves.js";
import { shapeId, type MemberId, type Seq, type ShapeId } from "../../signal/ids.js";
import { isLoaded, type InkShape, type Shape } from "../../signal/shape.js";
import type { ByteReader, ByteWriter } from "../../signal/wire/bytes.js";
import { orderKey, orderNumber, ORDER_NUMBERS } from "../order-number.js";
import { MOST_BITS, pack, packedLength, unpack, widthOf } from "./bits.js";
import type { InkHome } from "./ink-home.js";
import type { Style, StyleList } from "./styles.js";

/** Places are told in sixteenths of a board unit, which is what clients round them to. */
const UNITS = 16;
/** The farthest place, in sixteenths, that the columns tell. */
const FARTHEST = 2 ** 28;
/** Properties of a stroke that the columns tell all of. */
const PLAIN_PROPS = 10;

/** The numbers of a stroke. `home` is the entry after which the tape keeps the ink. */
const COLUMNS = ["style", "order", "x", "y", "home"] as const;
type Column = (typeof COLUMNS)[number];
type Row = Record<Column, number>;

/** Where the ink of a leaf's strokes is: kept by the tape, or here in the keyframe. */
const KEPT = 1;
const HERE = 0;

/** The strokes of a leaf as numbers. */
export interface LeafRows {
  readonly slots: readonly number[];
  readonly rows: readonly Row[];
  readonly isKept: boolean;
}

/** The strokes of a leaf as numbers; null when it has something else, or numbers that the columns cannot tell. */
export function rowsOf(leaf: Leaf, styles: StyleList, homeOf: InkHome): LeafRows | null {
  const slots = [...leaf.keys()].filter((slot) => leaf[slot]);
  const shapes = slots.map((slot) => leaf[slot] as Shape);
  if (!shapes.every(isPlain)) return null;
  const homes = shapes.map((shape) => (isLoaded(shape.points) ? homeOf(shape.points) : shape.points.seq));
  const isKept = homes.every((home) => home !== undefined);
  if (!isKept && homes.some((home) => home !== undefined)) return null;
  const rows = shapes.map((shape, index) => ({
    style: styles.placeOf(shape),
    order: orderNumber(shape.order) as number,
    x: shape.x * UNITS,
    y: shape.y * UNITS,
    home: homes[index] ?? 0,
  }));
  const isTold = COLUMNS.every(
    (name) => widthOf(stepsOf(rows, name)) <= MOST_BITS && stepsOf(rows, name).every(isStep),
  );
  return isTold ? { slots, rows, isKept } : null;
}

/**
 * Writes a leaf: its maker and place, which slots are taken (64 bits, low ones first), where the ink is; of each column
 * its first number (zigzag), the bits of a step and the zigzag steps from one stroke to the next, packed.
 */
export function writeLeaf(w: ByteWriter, maker: number, place: number, { slots, rows, isKept }: LeafRows): void {
  w.varint(maker);
  w.varint(place);
  const taken = new Uint8Array(LEAF_WIDTH / 8);
  for (const slot of slots) taken[slot >> 3]! |= 1 << (slot & 7);
  w.raw(taken);
  w.byte(isKept ? KEPT : HERE);
  for (const name of COLUMNS) {
    if (name === "home" && !isKept) continue;
    const steps = stepsOf(rows, name);
    const width = widthOf(steps);
    w.zigzag(rows[0]?.[name] ?? 0);
    w.byte(width);
    w.raw(pack(steps, width));
  }
}

/** A leaf of strokes, checked and not made yet. */
export interface PackedLeaf {
  readonly maker: MemberId;
  readonly place: number;
  /** False when its ink follows in the keyframe. */
  readonly isKept: boolean;
  /** After which entries the tape keeps its ink. */
  readonly homes: ArrayLike<number>;
  /** Makes the leaf. `inkOf` gives the ink of a stroke. */
  make(inkOf: (id: ShapeId, home: Seq) => InkShape["points"]): (Shape | null)[];
}

type Numbers = Record<Column, Float64Array>;

const NO_NUMBERS = new Float64Array(0);
const scratch = new Uint32Array(LEAF_WIDTH);

/** Reads a leaf that {@link writeLeaf} wrote. */
export function readLeaf(r: ByteReader, styles: readonly Style[]): PackedLeaf {
  const maker = r.varint(2 ** 21 - 1) as MemberId;
  const place = r.varint(2 ** 20);
  const taken = r.raw(LEAF_WIDTH / 8);
  const isKept = r.varint(1) === KEPT;
  const slots: number[] = [];
  for (let slot = 0; slot < LEAF_WIDTH; slot++) if ((taken[slot >> 3]! >> (slot & 7)) & 1) slots.push(slot);
  const count = slots.length;
  if (count === 0) r.fail("holds a leaf without shapes");
  if (!hasPlace(shapeId(maker, place * LEAF_WIDTH + (slots.at(-1) as number))))
    r.fail("holds a leaf that has no place");
  const numbers: Numbers = {
    style: readColumn(r, count, styles.length - 1, "names a style that it has not"),
    order: readColumn(r, count, ORDER_NUMBERS - 1, "holds a stroke with an order that cannot be"),
    x: readColumn(r, count, FARTHEST, "holds a stroke that is too far away", -FARTHEST),
    y: readColumn(r, count, FARTHEST, "holds a stroke that is too far away", -FARTHEST),
    home: isKept ? readColumn(r, count, Number.MAX_SAFE_INTEGER, "refers to an entry that cannot be", 1) : NO_NUMBERS,
  };
  return {
    maker,
    place,
    isKept,
    homes: numbers.home,
    make: (inkOf) => makeLeaf({ maker, place, slots }, numbers, styles, inkOf),
  };
}

function makeLeaf(
  { maker, place, slots }: { readonly maker: MemberId; readonly place: number; readonly slots: readonly number[] },
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
  unpack(r.raw(packedLength(count - 1, width)), 0, width, steps);
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

/** Zigzag steps from one row to the next. */
function stepsOf(rows: readonly Row[], name: Column): number[] {
  return rows.slice(1).map((row, index) => {
    const step = row[name] - (rows[index] as Row)[name];
    return step < 0 ? -2 * step - 1 : 2 * step;
  });
}

function isStep(step: number): boolean {
  return step < 2 ** MOST_BITS;
}

/** True for a stroke that the columns can tell. */
function isPlain(shape: Shape): shape is InkShape {
  return (
    shape.kind === "ink" &&
    Object.keys(shape).length === PLAIN_PROPS &&
    orderNumber(shape.order) !== null &&
    isWhole(shape.x * UNITS) &&
    isWhole(shape.y * UNITS)
  );
}

function isWhole(units: number): boolean {
  return Number.isInteger(units) && Math.abs(units) <= FARTHEST && !Object.is(units, -0);
}
