import { countOf, makerOf, type MemberId, type ShapeId } from "../signal/ids.js";
import { LIMITS } from "../signal/limits.js";
import type { Shape } from "../signal/shape.js";
import type { Board, Leaf, MutableBoard, Page } from "./board.js";
import { compareOrder } from "./order.js";

// A shape's id is its maker and the maker's own count, so shapes that one hand made one after another share a leaf,
// and where a shape stands follows from its id alone. Arrays never end in null: equal boards are equal all over.

/** Shapes to a leaf. */
export const LEAF_WIDTH = 64;

/** True when the board has a place for a shape of that id. */
export function hasPlace(id: ShapeId): boolean {
  return countOf(id) < LIMITS.shapesPerMember;
}

/** The finished shape of that id. */
export function shapeAt(board: Board | MutableBoard, id: ShapeId): Shape | undefined {
  const count = countOf(id);
  return board.branches[makerOf(id)]?.[Math.floor(count / LEAF_WIDTH)]?.[count % LEAF_WIDTH] ?? undefined;
}

/** All finished shapes, in no order that means anything. */
export function* shapesOf(board: Board | MutableBoard): Iterable<Shape> {
  for (const branch of board.branches) for (const leaf of branch ?? []) yield* shapesIn(leaf);
}

/** The shapes of one leaf. */
export function* shapesIn(leaf: Leaf | null | undefined): Iterable<Shape> {
  for (const shape of leaf ?? []) if (shape) yield shape;
}

/** A leaf as it was and as it is. */
export interface LeafChange {
  readonly before: Leaf | null;
  readonly after: Leaf | null;
}

/** The leaves that are not the same object on both boards: all that a change of shapes can have touched. */
export function* changedLeaves(before: Board, after: Board): Iterable<LeafChange> {
  for (const [was, is] of changed(before.branches, after.branches)) {
    for (const [old, now] of changed(was ?? [], is ?? [])) yield { before: old, after: now };
  }
}

function* changed<T>(before: readonly (T | null)[], after: readonly (T | null)[]): Iterable<[T | null, T | null]> {
  if (before === after) return;
  for (let index = 0; index < Math.max(before.length, after.length); index++) {
    const [was, is] = [before[index] ?? null, after[index] ?? null];
    if (was !== is) yield [was, is];
  }
}

/** The branches that hold just these shapes. */
export function branchesOf(shapes: Iterable<Shape>): Board["branches"] {
  const board = { branches: [] };
  for (const shape of shapes) putShape(board, shape);
  return board.branches;
}

/** The pages from the first to the last. */
export function pagesInOrder(board: Board): Page[] {
  return Object.values(board.pages).sort(compareOrder);
}

/** Puts a finished shape in its place, over what is there. Only for an id that {@link hasPlace}. */
export function putShape(board: Pick<MutableBoard, "branches">, shape: Shape): void {
  const count = countOf(shape.id);
  const branch = inside(board.branches, makerOf(shape.id));
  const leaf = inside(branch, Math.floor(count / LEAF_WIDTH));
  pad(leaf, count % LEAF_WIDTH);
  leaf[count % LEAF_WIDTH] = shape;
}

/** A leaf that is made when it is first looked at. */
export interface LeafToCome {
  /** True when no shape is left. */
  readonly isEmpty: boolean;
  /** Takes a shape out; false when it was not there. Only before the leaf is made. */
  drop(slot: number): boolean;
  /** Makes the leaf, whose last slot is taken. */
  make(): (Shape | null)[];
}

/** The leaves still to come, by the branch that they are for. A plain copy of a branch has them made. */
const toCome = new WeakMap<object, Map<number, LeafToCome>>();

/**
 * Puts a leaf in its place, where there is none, that is made when it is first looked at: most of a large board is not
 * looked at before the next seek.
 */
export function putLeafLater(
  board: Pick<MutableBoard, "branches">,
  maker: MemberId,
  place: number,
  leaf: LeafToCome,
): void {
  const branch = inside(board.branches, maker);
  pad(branch, place);
  putInBranchLater(branch, place, leaf);
}

function putInBranchLater(branch: (Leaf | null)[], place: number, leaf: LeafToCome): void {
  const ofBranch = toCome.get(branch) ?? new Map<number, LeafToCome>();
  toCome.set(branch, ofBranch.set(place, leaf));
  let made: (Shape | null)[] | null = null;
  const as = { configurable: true, enumerable: true };
  Object.defineProperty(branch, place, {
    ...as,
    get() {
      ofBranch.delete(place);
      return (made ??= leaf.make());
    },
    set(value: (Shape | null)[] | null) {
      ofBranch.delete(place);
      Object.defineProperty(branch, place, { ...as, value, writable: true });
    },
  });
}

/**
 * The branches with other leaves in the place of some, sharing all else. Leaves still to come are left to come.
 *
 * @param change gives the leaf that is to stand for another; the same one to leave it.
 */
export function mapLeaves(branches: Board["branches"], change: (leaf: Leaf) => Leaf): Board["branches"] {
  return mapChanged(branches, (branch) => {
    const later = branch && toCome.get(branch);
    if (!branch || !later?.size) return branch && mapChanged(branch, (leaf) => leaf && change(leaf));
    const changes = new Map<number, Leaf>();
    for (let place = 0; place < branch.length; place++) {
      const leaf = later.has(place) ? null : branch[place];
      const changed = leaf && change(leaf);
      if (changed && changed !== leaf) changes.set(place, changed);
    }
    if (changes.size === 0) return branch;
    const copy: (Leaf | null)[] = [];
    for (let place = 0; place < branch.length; place++) {
      const coming = later.get(place);
      copy.push(coming ? null : (changes.get(place) ?? branch[place] ?? null));
      if (coming) putInBranchLater(copy, place, coming);
    }
    return copy;
  });
}

/** The list with what `change` makes of each item; the same list when that changes none. */
function mapChanged<T>(list: readonly T[], change: (item: T) => T): readonly T[] {
  let copy: T[] | null = null;
  list.forEach((item, index) => {
    const changed = change(item);
    if (changed !== item) (copy ??= [...list])[index] = changed;
  });
  return copy ?? list;
}

/** Takes a finished shape out, with the leaf and the branch when nothing else is in them. */
export function dropShape(board: MutableBoard, id: ShapeId): void {
  const [maker, count] = [makerOf(id), countOf(id)];
  const [at, slot] = [Math.floor(count / LEAF_WIDTH), count % LEAF_WIDTH];
  const branch = board.branches[maker];
  if (!branch) return;
  const later = toCome.get(branch)?.get(at);
  if (later) {
    if (!later.drop(slot) || !later.isEmpty) return;
    clear(branch, at);
  } else {
    const leaf = branch[at];
    if (!leaf?.[slot]) return;
    clear(leaf, slot);
    if (leaf.length === 0) clear(branch, at);
  }
  if (branch.length === 0) clear(board.branches, maker);
}

/** The list in the place `index`, a new one where there is none. */
function inside<T>(list: (T[] | null)[], index: number): T[] {
  pad(list, index);
  return (list[index] ??= []);
}

/** Holes make an array slow: fill it up to `index`. */
function pad<T>(list: (T | null)[], index: number): void {
  while (list.length < index) list.push(null);
}

function clear<T>(list: (T | null)[], index: number): void {
  list[index] = null;
  if (index < list.length - 1) return;
  while (list.length > 0 && list[list.length - 1] === null) list.length -= 1;
}
