import { shapeAt } from "../../../board/leaves.js";
import type { ShapeId } from "../../../signal/ids.js";
import type { Shape, ShapeProps } from "../../../signal/shape.js";
import type { Signal } from "../../../signal/signal.js";
import { editable, withContents } from "../../../editing/selection.js";
import { letGo } from "../../transform/let-go.js";
import { restored, settled } from "../../transform/restore.js";
import type { Drag, ToolContext, ToolPointer } from "../../tool.js";

/** How the selection is changed by one way of dragging: `T` says all that is done to it since the start. */
export interface Transform<T> {
  /** What the pointer asks for. */
  at(pointer: ToolPointer): T;
  /** What leads the shapes from one to the next; null is the start, at which they were as they are given. */
  steps(shapes: readonly Shape[], from: T | null, to: T): readonly Signal[];
  /** What is made of a shape by all of it at once. */
  apply(shape: Shape, to: T): ShapeProps;
  /** What is done at the end besides, in the same undo step. */
  finish?(): readonly Signal[];
}

/**
 * Changes the selected shapes, and among several what is in frames, by small steps, one for each move. At the end they are what the whole way makes of them: the
 * rounding of many steps is made good.
 */
export function transformSelection<T>(context: ToolContext, transform: Transform<T>): Drag {
  const before = changedShapes(context);
  const ids = idsOf(before);
  const endGesture = context.gesture();
  const shapesNow = () => ids.flatMap((id) => shapeAt(context.board(), id) ?? []);
  const freed = letGo(context.board(), ids);
  if (freed.length > 0) context.send(freed);
  const from = shapesNow();
  let done: T | null = null;

  const send = (signals: readonly Signal[]) => {
    if (signals.length > 0) context.send(signals);
  };
  const follow = (pointer: ToolPointer): T => {
    const to = transform.at(pointer);
    send(transform.steps(from, done, to));
    done = to;
    return to;
  };
  const end = () => context.view.setMarks({ guides: [] });

  return {
    move: (pointer) => void follow(pointer),
    up(pointer) {
      const to = follow(pointer);
      send(settled(context.board(), from, (shape) => transform.apply(shape, to)));
      send(transform.finish?.() ?? []);
      end();
      endGesture();
    },
    cancel() {
      send(restored(context.board(), before));
      end();
      endGesture("takenBack");
    },
  };
}

/** What a change of the selection is made to. A frame alone is changed around what is in it, which stays where it is. */
export function changedShapes(context: ToolContext): readonly Shape[] {
  const chosen = editable(context.board(), context.selection());
  return chosen.length > 1 ? withContents(context.board(), chosen) : chosen;
}

/** The shapes' ids. */
export function idsOf(shapes: readonly Shape[]): readonly ShapeId[] {
  return shapes.map(({ id }) => id);
}
