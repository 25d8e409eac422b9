import type { LineShape, Shape } from "../../signal/shape.js";
import { RESIZE_HANDLES, type HandleRules } from "./handles.js";

/** The handles that shapes have together. */
export function handleRules(shapes: readonly Shape[]): HandleRules {
  const isText = shapes.length === 1 && shapes[0]?.kind === "text";
  return {
    canRotate: shapes.some(({ kind }) => kind !== "frame"),
    // The height of a text follows from its lines.
    resize: isText ? RESIZE_HANDLES.filter((handle) => handle !== "n" && handle !== "s") : RESIZE_HANDLES,
  };
}

/** The one line among the shapes, when there is nothing else: it has grips of its own instead of a box. */
export function lineOf(shapes: readonly Shape[]): LineShape | null {
  const [shape, ...others] = shapes;
  const isLine = shape?.kind === "line" || shape?.kind === "arrow";
  return isLine && others.length === 0 ? (shape as LineShape) : null;
}
