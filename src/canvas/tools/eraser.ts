import type { ShapeId } from "../../signal/ids.js";
import type { Shape } from "../../signal/shape.js";
import type { Point } from "../../board/point.js";
import type { Drag, Tool, ToolContext, ToolPointer } from "../tool.js";
import { reachOf, shapesAt } from "./reach.js";

/** Removes the shapes that the pointer touches on its way. */
export const eraser: Tool = {
  name: "eraser",
  cursor: "cell",
  down: (pointer, context) => new EraserDrag(pointer, context),
};

class EraserDrag implements Drag {
  readonly #endGesture: ReturnType<ToolContext["gesture"]>;
  readonly #removed = new Map<ShapeId, Shape>();
  #last: Point;

  constructor(
    pointer: ToolPointer,
    private readonly context: ToolContext,
  ) {
    this.#endGesture = context.gesture();
    this.#last = pointer;
    this.move(pointer);
  }

  move(pointer: ToolPointer): void {
    const reach = reachOf(pointer, this.context.camera().zoom);
    for (const sample of pointer.coalesced) {
      this.#erase(pointsBetween(this.#last, sample, reach), reach);
      this.#last = sample;
    }
  }

  up(): void {
    this.#endGesture();
  }

  cancel(): void {
    const shapes = [...this.#removed.values()];
    if (shapes.length > 0) this.context.send(shapes.map((shape) => ({ type: "shape.add", shape })));
    this.#endGesture("takenBack");
  }

  #erase(points: readonly Point[], reach: number): void {
    const touched = points.flatMap((point) => shapesAt(this.context, point, reach));
    const shapes = new Map(touched.filter(({ id }) => !this.#removed.has(id)).map((shape) => [shape.id, shape]));
    if (shapes.size === 0) return;
    for (const [id, shape] of shapes) this.#removed.set(id, shape);
    this.context.send([{ type: "shapes.remove", ids: [...shapes.keys()] }]);
  }
}

/** The way from one point to another in steps so short that nothing between them is missed; without the start. */
function pointsBetween(from: Point, to: Point, step: number): Point[] {
  const count = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / step));
  return Array.from({ length: count }, (_, index) => {
    const way = (index + 1) / count;
    return { x: from.x + (to.x - from.x) * way, y: from.y + (to.y - from.y) * way };
  });
}
