import type { Board } from "../board/board.js";
import { shapesOf } from "../board/leaves.js";
import { countOf, makerOf, shapeId, type MemberId, type ShapeId } from "../signal/ids.js";

/**
 * Gives the member's shapes their ids, from where the member has got to: behind every shape of its own that is on the
 * board, and behind as many as it has sent signals, since shapes that were removed are not there to be counted.
 */
export function createShapeCounter(member: MemberId, board: Board, clientSeq: number): () => ShapeId {
  let next = clientSeq;
  const skip = (id: ShapeId) => {
    if (makerOf(id) === member) next = Math.max(next, countOf(id) + 1);
  };
  for (const shape of shapesOf(board)) skip(shape.id);
  for (const stroke of Object.values(board.active)) skip(stroke.shape.id);
  return () => shapeId(member, next++);
}
