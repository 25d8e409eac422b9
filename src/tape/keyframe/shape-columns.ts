import type { Board, Leaf, MutableBoard } from "../../board/board.js";
import { hasPlace, putShape, shapesIn } from "../../board/leaves.js";
import { countOf, shapeId, type MemberId, type Seq, type ShapeId } from "../../signal/ids.js";
import { LIMITS } from "../../signal/limits.js";
import { isLoaded, type InkShape, type Shape } from "../../signal/shape.js";
import { StoredInk } from "../../signal/stored-ink.js";
import { ByteWriter, type ByteReader } from "../../signal/wire/bytes.js";
import { readPoints, writePoints } from "../../signal/wire/ink.js";
import { readInkHeader, readPageId, readShape, writePageId, writeShape } from "../../signal/wire/shapes.js";
import { readList, writeList } from "../forms.js";
import type { InkHome } from "./ink-home.js";
import { orderKey, orderNumber, ORDER_NUMBERS } from "../order-number.js";

/** Places are told in sixteenths of a board unit, which is what clients round them to. */
const UNITS = 16;
/** The farthest place, in sixteenths, that the columns tell. */
const FARTHEST = LIMITS.coordinate * UNITS;
/** The home of ink that has none: it follows here. */
const HERE = 0;
const MAX_MEMBER = 2 ** 21 - 1;

/** What the strokes of one pen have in common. */
type Style = Pick<InkShape, "page" | "color" | "size" | "step">;

/** The numbers of a stroke, as the columns tell them: differences from the maker's stroke before. */
const COLUMNS = ["count", "style", "order", "x", "y", "home"] as const;
type Row = Record<(typeof COLUMNS)[number], number>;

const FIRST_ROW: Row = { count: -1, style: 0, order: 0, x: 0, y: 0, home: 0 };

/**
 * Writes the finished shapes of a board. Strokes drawn with a pen stand in columns, in the order of their makers and the
 * makers' counts: number of strokes; number of makers, and of each its member and how many strokes are its; the styles;
 * then each column of {@link COLUMNS} for all strokes (count, order, x, y and home as zigzag differences from the maker's
 * stroke before, style as its place in the list, home 0 for ink that follows); then that ink. All other shapes stand
 * after them, in the wire's form.
 */
export function writeShapes(w: ByteWriter, { branches }: Pick<Board, "branches">, homeOf: InkHome): void {
  const styles = new StyleList();
  const columns = COLUMNS.map(() => new ByteWriter());
  const inks = new ByteWriter();
  const others: Shape[] = [];
  const makers: [maker: number, strokes: number][] = [];
  branches.forEach((branch, maker) => {
    let [last, strokes] = [FIRST_ROW, 0];
    for (const shape of shapesOfBranch(branch ?? [])) {
      if (!isPlain(shape)) {
        others.push(shape);
        continue;
      }
      const row = rowOf(shape, styles, homeOf);
      writeRow(columns, row, last);
      if (row.home === HERE) writePoints(inks, shape.points as Int32Array);
      last = { ...row, home: row.home === HERE ? last.home : row.home };
      strokes += 1;
    }
    if (strokes > 0) makers.push([maker, strokes]);
  });
  w.varint(makers.reduce((sum, [, strokes]) => sum + strokes, 0));
  writeList(w, makers, (to, [maker, strokes]) => (to.varint(maker), to.varint(strokes)));
  writeList(w, styles.list, writeStyle);
  for (const column of [...columns, inks]) w.raw(column.finish());
  writeList(w, others, (to, shape) => writeOther(to, shape, homeOf));
}

/** Reads what {@link writeShapes} wrote. */
export function readShapes(r: ByteReader): MutableBoard["branches"] {
  const length = r.varint(r.left);
  const makers = readList(r, (from): [MemberId, number] => [from.varint(MAX_MEMBER) as MemberId, from.varint(length)]);
  if (makers.reduce((sum, [, strokes]) => sum + strokes, 0) !== length) r.fail("counts its strokes in two ways");
  const styles = readList(r, readStyle);
  const [counts, kinds, orders, xs, ys, homes] = COLUMNS.map((name) => readColumn(r, name, length)) as Column[];
  const board: Pick<MutableBoard, "branches"> = { branches: [] };
  let at = 0;
  for (const [maker, strokes] of makers) {
    const last = { ...FIRST_ROW };
    for (const end = at + strokes; at < end; at++) {
      last.count += counts![at]!;
      last.order += orders![at]!;
      last.x += xs![at]!;
      last.y += ys![at]!;
      const step = homes![at]!;
      if (step !== HERE) last.home += step > 0 ? step - 1 : step;
      const style = styles[kinds![at]!] ?? r.fail("names a style that it has not");
      putShape(board, readStroke(r, maker, last, style, step === HERE));
    }
  }
  for (const shape of readList(r, readOther)) putShape(board, shape);
  return board.branches;
}

type Column = Float64Array;

/** A home's difference is one farther from 0 than it is, so that 0 can stand for ink that follows. */
function writeRow(columns: readonly ByteWriter[], row: Row, last: Row): void {
  const home = row.home - last.home;
  const values: Row = {
    count: row.count - last.count,
    style: row.style,
    order: row.order - last.order,
    x: row.x - last.x,
    y: row.y - last.y,
    home: row.home === HERE ? HERE : home >= 0 ? home + 1 : home,
  };
  COLUMNS.forEach((name, index) => {
    if (name === "style") columns[index]!.varint(values[name]);
    else columns[index]!.zigzag(values[name]);
  });
}

function readColumn(r: ByteReader, name: (typeof COLUMNS)[number], length: number): Column {
  const column = new Float64Array(length);
  if (name === "style") for (let at = 0; at < length; at++) column[at] = r.varint();
  else for (let at = 0; at < length; at++) column[at] = r.zigzag();
  return column;
}

function rowOf(stroke: InkShape, styles: StyleList, homeOf: InkHome): Row {
  const { id, order, x, y, points } = stroke;
  const home = isLoaded(points) ? (homeOf(points) ?? HERE) : points.seq;
  return {
    count: countOf(id),
    style: styles.placeOf(stroke),
    order: orderNumber(order) as number,
    x: x * UNITS,
    y: y * UNITS,
    home,
  };
}

function readStroke(
  r: ByteReader,
  maker: MemberId,
  { count, order, x, y, home }: Row,
  style: Style,
  isHere: boolean,
): InkShape {
  const id = countOf(count as ShapeId) === count && hasPlace(shapeId(maker, count)) ? shapeId(maker, count) : null;
  if (id === null) return r.fail("holds a stroke for which a board has no place");
  if (!(order >= 0 && order < ORDER_NUMBERS)) r.fail("holds a stroke with an order that cannot be");
  if (!(Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST)) r.fail("holds a stroke that is too far away");
  if (!isHere && !(Number.isSafeInteger(home) && home > 0)) r.fail("refers to an entry that cannot be");
  return {
    kind: "ink",
    id,
    page: style.page,
    order: orderKey(order),
    x: x / UNITS,
    y: y / UNITS,
    color: style.color,
    size: style.size,
    step: style.step,
    points: isHere ? readPoints(r, LIMITS.strokePoints) : new StoredInk(home as Seq),
  };
}

/** Properties of a stroke that the columns tell all of. */
const PLAIN_PROPS = 10;

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

function* shapesOfBranch(branch: readonly (Leaf | null)[]): Iterable<Shape> {
  for (const leaf of branch) yield* shapesIn(leaf);
}

/** The styles in the order in which they were met. */
class StyleList {
  readonly list: Style[] = [];
  readonly #places = new Map<string, number>();

  placeOf({ page, color, size, step }: Style): number {
    const key = JSON.stringify([page, color, size, step]);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.list.length);
    return this.list.push({ page, color, size, step }) - 1;
  }
}

function writeStyle(w: ByteWriter, { page, color, size, step }: Style): void {
  writePageId(w, page);
  w.text(color);
  w.number(size);
  w.number(step);
}

function readStyle(r: ByteReader): Style {
  const [page, color] = [readPageId(r), r.text(LIMITS.nameBytes)];
  const [size, step] = [r.number(LIMITS.coordinate), r.number(LIMITS.coordinate)];
  return step > 0 ? { page, color, size, step } : r.fail("holds a step that is not above 0");
}

/** 0 and the shape as it is; or the entry after which the tape keeps its ink, and the shape without its points. */
function writeOther(w: ByteWriter, shape: Shape, homeOf: InkHome): void {
  const { points, ...header } = shape as InkShape;
  const home = shape.kind !== "ink" ? HERE : isLoaded(points) ? (homeOf(points) ?? HERE) : points.seq;
  w.varint(home);
  writeShape(w, home === HERE ? shape : header);
}

function readOther(r: ByteReader): Shape {
  const home = r.varint();
  const shape = home === HERE ? readShape(r) : { ...readInkHeader(r), points: new StoredInk(home as Seq) };
  return hasPlace(shape.id) ? shape : r.fail("holds a shape for which a board has no place");
}
