import { isLine, type FindShape } from "../../board/binding.js";
import type { Board } from "../../board/board.js";
import { shapeAt, shapesOf } from "../../board/leaves.js";
import type { ShapeId } from "../../signal/ids.js";
import { propOf } from "../../signal/optional.js";
import type { LineShape, Shape, ShapeProps } from "../../signal/shape.js";
import type { Signal } from "../../signal/signal.js";
import { placed } from "./placed.js";
import { changedProps } from "./restore.js";

/** Those of the shapes that are there and may be changed. */
export function unlocked(board: Board, ids: readonly ShapeId[]): readonly ShapeId[] {
  return ids.filter((id) => {
    const shape = shapeAt(board, id);
    return shape !== undefined && propOf(shape, "locked") !== 1;
  });
}

/** The shapes with all that is in those of them that are frames: what moves when they do. */
export function carried(board: Board, ids: readonly ShapeId[]): readonly ShapeId[] {
  const all = new Set(ids);
  const isFrame = (id: number) => shapeAt(board, id as ShapeId)?.kind === "frame";
  let frames = new Set(ids.filter(isFrame) as readonly number[]);
  while (frames.size > 0) {
    const found = new Set<number>();
    for (const shape of shapesOf(board)) {
      if (all.has(shape.id) || !frames.has(propOf(shape, "frame"))) continue;
      all.add(shape.id);
      if (shape.kind === "frame") found.add(shape.id);
    }
    frames = found;
  }
  return [...all];
}

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

function freed(line: LineShape, { x, y, w, h }: LineShape, isFreed: (target: number) => boolean): ShapeProps {
  const isBoundToFreed = (id: number) => id !== 0 && isFreed(id);
  const [start, end] = [isBoundToFreed(propOf(line, "startId")), isBoundToFreed(propOf(line, "endId"))];
  if (!start && !end) return {};
  return { x, y, w, h, ...(start ? { startId: 0 } : {}), ...(end ? { endId: 0 } : {}) };
}

/** A frame's own children need no telling where they are: the others of these shapes do. */
export function outsideOfMovedFrames(board: Board, ids: readonly ShapeId[]): readonly Shape[] {
  const moved = new Set<number>(ids);
  return ids.flatMap((id) => {
    const shape = shapeAt(board, id);
    return shape && shape.kind !== "frame" && !moved.has(propOf(shape, "frame")) ? [shape] : [];
  });
}
