import { boundTo, isLine, lineInPlace, wayOf } from "../board/binding.js";
import type { Board } from "../board/board.js";
import { shapeAt, shapesOf } from "../board/leaves.js";
import type { ShapeId } from "../signal/ids.js";
import type { LineShape, ShapeProps } from "../signal/shape.js";
import type { Signal } from "../signal/signal.js";

/**
 * Signals that give lines their own ends where they are drawn, so that they stay there when the shapes go that they are
 * bound to. The lines that go as well are left alone.
 */
export function fixLines(board: Board, going: ReadonlySet<ShapeId>): readonly Signal[] {
  return [...shapesOf(board)].flatMap((shape) => {
    if (going.has(shape.id) || !isLine(shape) || !boundTo(shape).some((id) => going.has(id))) return [];
    const props = ownEnds(board, shape);
    return props ? [{ type: "shape.set", id: shape.id, props } as const] : [];
  });
}

/** The place and way of a line as it is drawn; null when they are its own already. */
export function ownEnds(board: Board, line: LineShape): ShapeProps | null {
  const placed = lineInPlace(line, (id) => shapeAt(board, id));
  const { x, y, w, h } = placed;
  return x === line.x && y === line.y && w === line.w && h === line.h ? null : { ...wayOf(placed) };
}
