import { overlaps, type Box } from "../board/bounds.js";

/** Board units: a screen at 100 % is a few cells, most shapes lie in one or two. */
const CELL = 512;
/** A box over more cells than this is kept apart and looked at in every query. */
const MAX_CELLS = 64;
/** Cells of a row, so that a cell has a number of its own; far more than the board is wide. */
const ROW = 2 ** 24;

/** Something with a place. It must not change while a grid holds it. */
export interface Boxed {
  readonly box: Box;
}

interface CellRange {
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
}

/** Finds what is near without looking at everything: a uniform grid over the board. */
export class Grid<T extends Boxed> {
  readonly #cells = new Map<number, Set<T>>();
  readonly #large = new Set<T>();

  add(item: T): void {
    const range = cellsOf(item.box);
    if (isLarge(range)) {
      this.#large.add(item);
      return;
    }
    for (const key of keysOf(range)) {
      const cell = this.#cells.get(key);
      if (cell) cell.add(item);
      else this.#cells.set(key, new Set([item]));
    }
  }

  remove(item: T): void {
    const range = cellsOf(item.box);
    if (isLarge(range)) {
      this.#large.delete(item);
      return;
    }
    for (const key of keysOf(range)) {
      const cell = this.#cells.get(key);
      cell?.delete(item);
      if (cell?.size === 0) this.#cells.delete(key);
    }
  }

  /** What shares a point with the box, each once, in no order that means anything. */
  query(box: Box): Set<T> {
    const found = new Set<T>();
    for (const items of this.#near(box)) {
      for (const item of items) if (overlaps(item.box, box)) found.add(item);
    }
    return found;
  }

  /** True when anything shares a point with the box; looks no further than the first. */
  touches(box: Box): boolean {
    for (const items of this.#near(box)) {
      for (const item of items) if (overlaps(item.box, box)) return true;
    }
    return false;
  }

  *#near(box: Box): Iterable<Set<T>> {
    yield this.#large;
    const range = cellsOf(box);
    if (range.columns * range.rows > this.#cells.size) {
      yield* this.#cells.values();
      return;
    }
    for (const key of keysOf(range)) {
      const cell = this.#cells.get(key);
      if (cell) yield cell;
    }
  }
}

function cellsOf({ x, y, w, h }: Box): CellRange {
  const [left, top] = [Math.floor(x / CELL), Math.floor(y / CELL)];
  return { left, top, columns: Math.floor((x + w) / CELL) - left + 1, rows: Math.floor((y + h) / CELL) - top + 1 };
}

function isLarge({ columns, rows }: CellRange): boolean {
  return columns * rows > MAX_CELLS;
}

function* keysOf({ left, top, columns, rows }: CellRange): Iterable<number> {
  for (let row = top; row < top + rows; row++) {
    for (let column = left; column < left + columns; column++) yield row * ROW + column;
  }
}
