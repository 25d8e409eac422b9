import type { Board } from "../board/board.js";
import { dropShape, LEAF_WIDTH, putShape, shapeAt } from "../board/leaves.js";
import { countOf, makerOf, type ShapeId } from "../signal/ids.js";
import type { Shape } from "../signal/shape.js";

/** What is shown in the place of a shape: any number of shapes, each with an id of its own. */
export type StandIn = (shape: Shape) => readonly Shape[];
export type StandIns = ReadonlyMap<ShapeId, StandIn>;

/** The board as it is shown: with the stand-ins of the shapes that it has. The same board when it has none of them. */
export function withStandIns(board: Board, standIns: StandIns): Board {
  const shapes = [...standIns.keys()].flatMap((id) => shapeAt(board, id) ?? []);
  if (shapes.length === 0) return board;
  const shown = shapes.flatMap((shape) => standIns.get(shape.id)?.(shape) ?? []);
  const branches = [...board.branches] as MutableBranches;
  const copy = { ...board, branches };
  ownLeaves(branches, [...shapes, ...shown]);
  for (const { id } of shapes) dropShape(copy, id);
  for (const shape of shown) putShape(copy, shape);
  return copy;
}

type MutableBranches = Parameters<typeof dropShape>[0]["branches"];

/** Copies what will be written into, each part once. */
function ownLeaves(branches: MutableBranches, shapes: readonly Shape[]): void {
  const leaves = new Map(shapes.map(({ id }) => [`${makerOf(id)} ${leafOf(id)}`, id]));
  for (const maker of new Set(shapes.map(({ id }) => makerOf(id)))) {
    const branch = branches[maker];
    if (branch) branches[maker] = [...branch];
  }
  for (const id of leaves.values()) {
    const branch = branches[makerOf(id)];
    const leaf = branch?.[leafOf(id)];
    if (branch && leaf) branch[leafOf(id)] = [...leaf];
  }
}

function leafOf(id: ShapeId): number {
  return Math.floor(countOf(id) / LEAF_WIDTH);
}
