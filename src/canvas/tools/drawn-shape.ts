import type { Point } from "../../board/point.js";
import type { ShapeId } from "../../signal/ids.js";
import { withoutPlain } from "../../signal/optional.js";
import type { KnownShape, PropValue, ShapeBase } from "../../signal/shape.js";
import type { ToolContext } from "../tool.js";
import { joinFrame } from "./frames.js";

/** Where a shape lies and how large it is. */
export interface Extent extends Point {
  readonly w: number;
  readonly h: number;
}

/** What of a shape follows the pointer while it is drawn. */
export type Following = Extent & { readonly [prop: string]: number | string };

/** What tells one kind of drawn shape from another. */
export interface DrawnKind {
  shape(
    base: Omit<ShapeBase, keyof Point> & { readonly opacity: number },
    following: Following,
    seed: number,
    context: ToolContext,
  ): KnownShape;
  /** What is done with a shape that is drawn, in the same undo step; it joins the frame that it lies in otherwise. */
  finish?(id: ShapeId, context: ToolContext): void;
}

/** A shape while it is drawn: one undo step, from the first `draw` to `finish` or `takeBack`. */
export interface DrawnShape {
  /** Adds it the first time, and sets what has changed from then on. */
  draw(following: Following): void;
  /** Its id once it is drawn. */
  id(): ShapeId | null;
  finish(): void;
  takeBack(): void;
}

/** Makes a shape that is not drawn yet. */
export function drawnShape(context: ToolContext, kind: DrawnKind): DrawnShape {
  let drawn: { readonly id: ShapeId; following: Following; readonly endGesture: ReturnType<ToolContext["gesture"]> };
  let isDrawn = false;

  const add = (following: Following) => {
    isDrawn = true;
    const id = context.newShapeId();
    drawn = { id, following, endGesture: context.gesture() };
    const { color, size, opacity } = context.style();
    const base = { id, page: context.page(), order: context.topOrder(), color, size, opacity };
    const shape = kind.shape(base, following, context.newSeed(), context);
    context.send([{ type: "shape.add", shape: withoutPlain(shape) }]);
  };
  return {
    draw(following) {
      if (!isDrawn) return add(following);
      const props = difference(drawn.following, following);
      drawn.following = following;
      if (Object.keys(props).length > 0) context.send([{ type: "shape.set", id: drawn.id, props }]);
      return undefined;
    },
    id: () => (isDrawn ? drawn.id : null),
    finish() {
      if (!isDrawn) return;
      (kind.finish ?? joinFrame)(drawn.id, context);
      drawn.endGesture();
    },
    takeBack() {
      if (!isDrawn) return;
      context.send([{ type: "shapes.remove", ids: [drawn.id] }]);
      drawn.endGesture("takenBack");
    },
  };
}

function difference(before: Following, after: Following): Readonly<Record<string, PropValue>> {
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => before[name] !== value));
}
