import type { Leaf } from "../../board/board.js";
import { LEAF_WIDTH } from "../../board/leaves.js";
import { shapeId, type MemberId, type Seq, type ShapeId } from "../../signal/ids.js";
import { isLoaded, type InkShape, type Shape } from "../../signal/shape.js";
import { ByteReader, ByteWriter } from "../../signal/wire/bytes.js";
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

/** A leaf's shapes: those that the columns tell, as numbers, and all others. */
export interface LeafRows {
  readonly slots: readonly number[];
  readonly rows: readonly Row[];
  readonly isKept: boolean;
  readonly others: readonly Shape[];
}

/** Sorts out which of a leaf's shapes the columns can tell. When the tape keeps the ink of some, only those. */
export function rowsOf(leaf: Leaf, styles: StyleList, homeOf: InkHome): LeafRows {
  const placed = [...leaf.entries()].flatMap(([slot, shape]) => (shape ? [{ slot, shape }] : []));
  const plain = placed.flatMap(({ slot, shape }) => {
    if (!isPlain(shape)) return [];
    return [{ slot, shape, home: isLoaded(shape.points) ? homeOf(shape.points) : shape.points.seq }];
  });
  const kept = plain.filter(({ home }) => home !== undefined);
  const told = kept.length > 0 ? kept : plain;
  const rows = told.map(({ shape, home = 0 }) => ({
    style: styles.placeOf(shape),
    order: orderNumber(shape.order) as number,
    x: shape.x * UNITS,
    y: shape.y * UNITS,
    home,
  }));
  const all = placed.map(({ shape }) => shape);
  if (!COLUMNS.every((name) => stepsOf(rows, name).every(isStep))) {
    return { slots: [], rows: [], isKept: true, others: all };
  }
  const inRows = new Set<Shape>(told.map(({ shape }) => shape));
  return {
    slots: told.map(({ slot }) => slot),
    rows,
    isKept: kept.length > 0 || told.length === 0,
    others: all.filter((shape) => !inRows.has(shape)),
  };
}

/**
 * Writes the columns of a leaf's rows: of each its first number (zigzag), the bits of a step and the zigzag steps from one
 * stroke to the next, packed.
 */
export function columnsOf({ rows, isKept }: LeafRows): Uint8Array {
  const w = new ByteWriter();
  if (rows.length === 0) return w.finish();
  for (const name of COLUMNS) {
    if (name === "home" && !isKept) continue;
    const steps = stepsOf(rows, name);
    const width = widthOf(steps);
    w.zigzag(rows[0]?.[name] ?? 0);
    w.byte(width);
    w.raw(pack(steps, width));
  }
  return w.finish();
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
