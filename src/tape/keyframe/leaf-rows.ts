import type { Leaf } from "../../board/board.js";
import { isLoaded, type InkShape, type Shape } from "../../signal/shape.js";
import { ByteWriter } from "../../signal/wire/byte-writer.js";
import { orderNumber } from "../order-number.js";
import { MOST_BITS } from "./bits.js";
import { pack, widthOf } from "./pack.js";
import type { InkHome } from "./ink-home.js";
import type { StyleList } from "./style-list.js";
import { UNITS, FARTHEST, COLUMNS, type Column, type Row, type LeafRows } from "./leaf-columns.js";

/** Properties of a stroke that the columns tell all of. */
const PLAIN_PROPS = 10;

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
