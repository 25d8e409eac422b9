import type { Board } from "../board/board.js";
import type { ShapeId } from "../signal/ids.js";
import { isOptional } from "../signal/optional.js";
import { PLAIN } from "../signal/plain.js";
import type { PropValue, Shape, ShapeProps } from "../signal/shape.js";
import type { Signal } from "../signal/signal.js";
import { editable } from "./selection.js";

/** What of a shape is its look, and can be given to others. */
const LOOK = [
  "color",
  "size",
  "fill",
  "fillColor",
  "dash",
  "roughness",
  "corners",
  "opacity",
  "font",
  "fontSize",
  "labelSize",
  "labelAlign",
  "align",
  "startHead",
  "endHead",
] as const;

/** How a shape looks, plain values among them. */
export function lookOf(shape: Shape): ShapeProps {
  const values = shape as { readonly [prop: string]: PropValue | undefined };
  return Object.fromEntries(
    LOOK.flatMap((name) => {
      const value = values[name] ?? (isOptional(shape.kind, name) ? PLAIN[name] : undefined);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Gives a look to the shapes that are not locked, as far as each can have it. */
export function restyling(board: Board, ids: readonly ShapeId[], look: ShapeProps): readonly Signal[] {
  return editable(board, ids).map(({ id }) => ({ type: "shape.set", id, props: look }));
}
