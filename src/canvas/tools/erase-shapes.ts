import { groupsOf, shapesOfGroup } from "./groups.js";
import type { Point } from "../../board/point.js";
import type { ShapeId } from "../../signal/ids.js";
import { propOf } from "../../signal/optional.js";
import type { Shape } from "../../signal/shape.js";
import type { StandIn } from "../stand-ins.js";
import type { Drag, ToolContext, ToolPointer } from "../tool.js";
import { shapesAt } from "./reach.js";
import { removeShapes } from "./remove-shapes.js";
import { sweep } from "./sweep.js";

/** Of a shape that goes when the pointer is let go. */
const DIMMED = 0.25;

const dimmed: StandIn = (shape) => [{ ...shape, opacity: propOf(shape, "opacity") * DIMMED } as Shape];

/** Removes the shapes that the pointer touches on its way, and what is in one group with them, when it is let go. */
export function eraseShapes(start: ToolPointer, context: ToolContext): Drag {
  const { view } = context;
  const marked = new Map<ShapeId, StandIn>();

  const mark = (shape: Shape) => {
    const [group] = groupsOf(shape);
    const together = group === undefined ? [shape] : shapesOfGroup(context.board(), shape.page, group);
    for (const { id } of together) marked.set(id, dimmed);
  };
  const move = sweep(start, context, (from, to, reach) => {
    const before = marked.size;
    for (const point of pointsBetween(from, to, reach)) {
      const touched = shapesAt(view, point, reach).filter((shape) => propOf(shape, "locked") !== 1);
      for (const shape of touched) if (!marked.has(shape.id)) mark(shape);
    }
    if (marked.size > before) view.setStandIns(new Map(marked));
  });
  const unmark = () => {
    if (marked.size > 0) view.setStandIns(new Map());
  };

  return {
    move,
    up() {
      unmark();
      removeShapes(context, [...marked.keys()]);
    },
    cancel: unmark,
  };
}

/** The way from one point to another in steps so short that nothing between them is missed; without the start. */
function pointsBetween(from: Point, to: Point, step: number): Point[] {
  const count = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / step));
  return Array.from({ length: count }, (_, index) => {
    const way = (index + 1) / count;
    return { x: from.x + (to.x - from.x) * way, y: from.y + (to.y - from.y) * way };
  });
}
