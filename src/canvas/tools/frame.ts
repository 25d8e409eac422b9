import { shapeAt } from "../../board/leaves.js";
import { orderBetween } from "../../board/order.js";
import type { ShapeId } from "../../signal/ids.js";
import type { Tool, ToolContext } from "../tool.js";
import { boxFollowing } from "./drag-box.js";
import { dragShape, type DragKind } from "./drag-shape.js";
import { shapesToFrame } from "./frames.js";

const kind: DragKind = {
  follow: boxFollowing,
  shape: (base, following) => ({ kind: "frame", ...base, opacity: 1, ...following, text: "" }),
  finish: capture,
};

/** Draws frames from corner to corner, around what lies in them. */
export const frame: Tool = {
  name: "frame",
  cursor: "crosshair",
  down: (pointer, context) => dragShape(pointer, context, kind),
};

/** Takes the shapes that lie in a frame into it, which then lies right below them. */
function capture(id: ShapeId, context: ToolContext): void {
  const drawn = shapeAt(context.board(), id);
  const [lowest, ...others] = drawn ? shapesToFrame(context.view, drawn) : [];
  if (!drawn || !lowest) return;
  const below = context.view.shapesIn(EVERYWHERE).filter(({ order }) => order < lowest.order);
  const order = orderBetween(below.at(-1)?.order ?? null, lowest.order);
  context.send([
    { type: "shape.set", id, props: { order } },
    ...[lowest, ...others].map((shape) => ({ type: "shape.set" as const, id: shape.id, props: { frame: id } })),
  ]);
}

const EVERYWHERE = { x: -1e9, y: -1e9, w: 2e9, h: 2e9 };
