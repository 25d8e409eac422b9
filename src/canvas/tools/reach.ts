import type { Shape } from "../../signal/shape.js";
import type { Point } from "../../board/point.js";
import type { ToolContext, ToolPointer } from "../tool.js";
import { placed } from "../transform/placed.js";

/** Screen pixels that a pointer may be off what it means. */
const REACH: Record<ToolPointer["kind"], number> = { mouse: 5, pen: 6, touch: 12 };
/** Screen pixels after which a press is a drag. */
const SLOP: Record<ToolPointer["kind"], number> = { mouse: 3, pen: 4, touch: 8 };

/** How far a pointer reaches, in board units. */
export function reachOf({ kind }: Pick<ToolPointer, "kind">, zoom: number): number {
  return REACH[kind] / zoom;
}

/** True when the pointer has moved so far from where it was pressed that a drag is meant. */
export function isDragged(from: ToolPointer, to: ToolPointer): boolean {
  return Math.hypot(to.screenX - from.screenX, to.screenY - from.screenY) >= SLOP[from.kind];
}

/** The finished shapes at a board point, bottom to top; lines are where they are seen. */
export function shapesAt(
  { view, board }: Pick<ToolContext, "view" | "board">,
  { x, y }: Point,
  reach: number,
): readonly Shape[] {
  const near = view.shapesIn({ x: x - reach, y: y - reach, w: 2 * reach, h: 2 * reach });
  return near.filter((shape) => view.custom.hits(placed(board(), shape), { x, y }, reach));
}
