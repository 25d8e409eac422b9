import { shapeAt } from "../../../board/leaves.js";
import type { ShapeId } from "../../../signal/ids.js";
import type { Shape, ShapeProps } from "../../../signal/shape.js";
import type { Signal } from "../../../signal/signal.js";
import { editable } from "../../../editing/selection.js";
import { letGo } from "../../transform/let-go.js";
import { restored, settled } from "../../transform/restore.js";
import type { Drag, ToolContext, ToolPointer } from "../../tool.js";

/** How the selection is changed by one way of dragging: `T` says all that is done to it since the start. */
export interface Transform<T> {
  /** What the pointer asks for. */
  at(pointer: ToolPointer): T;
  /** What leads from one to the next; null is the start. */
  steps(ids: readonly ShapeId[], from: T | null, to: T): readonly Signal[];
  /** What is made of a shape by all of it at once. */
  apply(shape: Shape, to: T): ShapeProps;
}

/**
 * Changes the selected shapes by small steps, one for each move. At the end they are what the whole way makes of them: the
 * rounding of many steps is made good.
 */
export function transformSelection<T>(context: ToolContext, transform: Transform<T>): Drag {
  const before = editable(context.board(), context.selection());
  const ids = before.map(({ id }) => id);
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
    send(transform.steps(ids, done, to));
    done = to;
    return to;
  };
  const end = () => context.view.setMarks({ guides: [] });

  return {
    move: (pointer) => void follow(pointer),
    up(pointer) {
      const to = follow(pointer);
      send(settled(context.board(), from, (shape) => transform.apply(shape, to)));
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
