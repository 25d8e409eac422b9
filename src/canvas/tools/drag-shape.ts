import { shapeAt } from "../../board/leaves.js";
import type { Point } from "../../board/point.js";
import type { ShapeId } from "../../signal/ids.js";
import { withoutPlain } from "../../signal/optional.js";
import type { KnownShape, PropValue, ShapeBase } from "../../signal/shape.js";
import type { Drag, ToolContext, ToolPointer } from "../tool.js";
import { frameAround } from "./frames.js";
import { isDragged } from "./reach.js";
import { sixteenth } from "./sixteenth.js";

/** Where a shape lies and how large it is. */
export interface Extent extends Point {
  readonly w: number;
  readonly h: number;
}

/** What of a shape follows the pointer while it is drawn. */
export type Following = Extent & { readonly [prop: string]: number };

/** What tells one kind of dragged shape from another. */
export interface DragKind {
  follow(start: ToolPointer, pointer: ToolPointer): Following;
  shape(
    base: Omit<ShapeBase, keyof Point> & { readonly opacity: number },
    following: Following,
    seed: number,
    context: ToolContext,
  ): KnownShape;
  /** What a press without movement does: draws a shape, or (`open`) one to the place that is pressed next. */
  readonly click?: "open" | ((start: ToolPointer) => Following);
  /** What is done with a shape that is drawn, in the same undo step. */
  finish?(id: ShapeId, context: ToolContext): void;
  /** True for a shape that is written on at once. */
  readonly isWritten?: true;
}

/** Draws one shape from where the pointer was pressed to where it is: added at the first real movement, set by what changes. */
export function dragShape(start: ToolPointer, context: ToolContext, kind: DragKind): Drag {
  let drawn: { readonly id: ShapeId; following: Following; readonly endGesture: ReturnType<ToolContext["gesture"]> };
  let state: "pressed" | "open" | "drawn" = "pressed";

  const draw = (next: Following) => {
    const following = rounded(next);
    if (state === "drawn") {
      const props = difference(drawn.following, following);
      drawn.following = following;
      if (Object.keys(props).length > 0) context.send([{ type: "shape.set", id: drawn.id, props }]);
      return;
    }
    state = "drawn";
    const id = context.newShapeId();
    drawn = { id, following, endGesture: context.gesture() };
    const { color, size, opacity } = context.style();
    const base = { id, page: context.page(), order: context.topOrder(), color, size, opacity };
    const shape = kind.shape(base, following, context.newSeed(), context);
    context.send([{ type: "shape.add", shape: withoutPlain(shape) }]);
  };
  const move = (pointer: ToolPointer) => {
    if (state === "drawn" || isDragged(start, pointer)) draw(kind.follow(start, pointer));
  };

  return {
    move,
    up(pointer) {
      const wasOpen = state === "open";
      move(pointer);
      if (state !== "drawn" && kind.click === "open" && !wasOpen) {
        state = "open";
        return "open";
      }
      if (state !== "drawn" && typeof kind.click === "function") draw(kind.click(start));
      if (state !== "drawn") return undefined;
      (kind.finish ?? joinFrame)(drawn.id, context);
      drawn.endGesture();
      context.drawn([drawn.id]);
      if (kind.isWritten) context.editText({ id: drawn.id });
      return undefined;
    },
    cancel() {
      if (state !== "drawn") return;
      context.send([{ type: "shapes.remove", ids: [drawn.id] }]);
      drawn.endGesture("takenBack");
    },
  };
}

/** Puts a shape into the frame that it was drawn in. */
function joinFrame(id: ShapeId, context: ToolContext): void {
  const shape = shapeAt(context.board(), id);
  const frame = shape && frameAround(context.view, shape);
  if (frame) context.send([{ type: "shape.set", id, props: { frame: frame.id } }]);
}

function rounded(following: Following): Following {
  const { x, y, w, h } = following;
  return { ...following, x: sixteenth(x), y: sixteenth(y), w: sixteenth(w), h: sixteenth(h) };
}

function difference(before: Following, after: Following): Readonly<Record<string, PropValue>> {
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => before[name] !== value));
}
