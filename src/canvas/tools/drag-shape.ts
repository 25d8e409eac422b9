import type { ShapeId } from "../../signal/ids.js";
import type { BoxShape, LineShape, ShapeBase, ShapeProps } from "../../signal/shape.js";
import type { Point } from "../../board/point.js";
import type { Drag, ToolContext, ToolPointer } from "../tool.js";
import { isDragged } from "./reach.js";
import { sixteenth } from "./sixteenth.js";

/** Where a shape lies and how large it is. */
export interface Extent extends Point {
  readonly w: number;
  readonly h: number;
}

/** What tells one kind of dragged shape from another. */
export interface DragKind {
  /** The extent between two points; `isConstrained` while shift is held. */
  extent(from: Point, to: Point, isConstrained: boolean): Extent;
  shape(base: Omit<ShapeBase, keyof Point>, extent: Extent, seed: number, context: ToolContext): BoxShape | LineShape;
}

/** Draws one shape from where the pointer was pressed to where it is: added at the first real movement, set by what changes. */
export function dragShape(start: ToolPointer, context: ToolContext, kind: DragKind): Drag {
  let drawn: { readonly id: ShapeId; extent: Extent; readonly endGesture: ReturnType<ToolContext["gesture"]> } | null =
    null;

  const add = (extent: Extent) => {
    const id = context.newShapeId();
    const { color, size } = context.style();
    drawn = { id, extent, endGesture: context.gesture() };
    const base = { id, page: context.page(), order: context.topOrder(), color, size };
    context.send([{ type: "shape.add", shape: kind.shape(base, extent, context.newSeed(), context) }]);
  };

  return {
    move(pointer) {
      if (!drawn && !isDragged(start, pointer)) return;
      const extent = rounded(kind.extent(start, pointer, pointer.shift));
      if (!drawn) {
        add(extent);
        return;
      }
      const props = difference(drawn.extent, extent);
      drawn.extent = extent;
      if (Object.keys(props).length > 0) context.send([{ type: "shape.set", id: drawn.id, props }]);
    },
    up(pointer) {
      this.move(pointer);
      drawn?.endGesture();
    },
    cancel() {
      if (drawn) context.send([{ type: "shapes.remove", ids: [drawn.id] }]);
      drawn?.endGesture("takenBack");
    },
  };
}

function rounded({ x, y, w, h }: Extent): Extent {
  return { x: sixteenth(x), y: sixteenth(y), w: sixteenth(w), h: sixteenth(h) };
}

function difference(before: Extent, after: Extent): ShapeProps {
  const names = (["x", "y", "w", "h"] as const).filter((name) => before[name] !== after[name]);
  return Object.fromEntries(names.map((name) => [name, after[name]]));
}
