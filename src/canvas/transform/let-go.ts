import { isLine, wayOf, type FindShape } from "../../board/binding.js";
import type { Board } from "../../board/board.js";
import { shapeAt } from "../../board/leaves.js";
import type { ShapeId } from "../../signal/ids.js";
import { propOf } from "../../signal/optional.js";
import type { LineShape, ShapeProps } from "../../signal/shape.js";
import { changedProps } from "../../editing/changed-props.js";
import type { Signal } from "../../signal/signal.js";
import { placed } from "./placed.js";

/**
 * What lets lines go that are changed without the shapes they are bound to: those ends are where they are seen, and bound
 * no more.
 */
export function letGo(board: Board, ids: readonly ShapeId[]): readonly Signal[] {
  const changed = new Set<number>(ids);
  const find: FindShape = (id) => shapeAt(board, id);
  return ids.flatMap((id): readonly Signal[] => {
    const line = find(id);
    if (!line || !isLine(line)) return [];
    const props = changedProps(
      line,
      freed(line, placed(board, line) as LineShape, (target) => !changed.has(target)),
    );
    return Object.keys(props).length === 0 ? [] : [{ type: "shape.set", id, props }];
  });
}

function freed(line: LineShape, placedLine: LineShape, isFreed: (target: number) => boolean): ShapeProps {
  const isBoundToFreed = (id: number) => id !== 0 && isFreed(id);
  const [start, end] = [isBoundToFreed(propOf(line, "startId")), isBoundToFreed(propOf(line, "endId"))];
  if (!start && !end) return {};
  return { ...wayOf(placedLine), ...(start ? { startId: 0 } : {}), ...(end ? { endId: 0 } : {}) };
}
