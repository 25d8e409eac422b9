import type { ShapeId } from "../signal/ids.js";
import type { Shape } from "../signal/shape.js";
import type { Board, MutableBoard, Page } from "./board.js";
import { compareOrder } from "./order.js";

/**
 * Shapes to a leaf. A shape's id is its maker and the maker's own count, so shapes that one hand made one after
 * another share a leaf, and where a shape stands follows from its id alone.
 */
export const LEAF_WIDTH = 64;

/** The leaf that holds the shape. */
export function leafOf(id: ShapeId): number {
  return Math.floor(id / LEAF_WIDTH);
}

/** The shape's place in its leaf. */
export function slotOf(id: ShapeId): number {
  return id % LEAF_WIDTH;
}

/** The finished shape of that id. */
export function shapeAt(board: Board | MutableBoard, id: ShapeId): Shape | undefined {
  return board.leaves[leafOf(id)]?.[slotOf(id)];
}

/** All finished shapes, in no order that means anything. */
export function* shapesOf(board: Board): Iterable<Shape> {
  for (const leaf of Object.values(board.leaves)) yield* Object.values(leaf);
}

/** The pages from the first to the last. */
export function pagesInOrder(board: Board): Page[] {
  return Object.values(board.pages).sort(compareOrder);
}

/** Puts a finished shape in its place, over what is there. */
export function putShape(board: MutableBoard, shape: Shape): void {
  const leaf = leafOf(shape.id);
  const slots = board.leaves[leaf];
  if (slots) slots[slotOf(shape.id)] = shape;
  else board.leaves[leaf] = { [slotOf(shape.id)]: shape };
}

/** Takes a finished shape out; a leaf that held nothing else goes with it, so that equal boards are equal all over. */
export function dropShape(board: MutableBoard, id: ShapeId): void {
  const leaf = leafOf(id);
  const slots = board.leaves[leaf];
  if (!slots || !(slotOf(id) in slots)) return;
  delete slots[slotOf(id)];
  if (isEmpty(slots)) delete board.leaves[leaf];
}

function isEmpty(record: object): boolean {
  for (const _ in record) return false;
  return true;
}
