import type { ShapeId } from "../../../signal/ids.js";
import type { Shape } from "../../../signal/shape.js";
import { enteredGroup, unitOf } from "../../transform/groups.js";
import type { Drag, ToolContext, ToolPointer } from "../../tool.js";
import { isDragged } from "../reach.js";
import { dragSelection } from "./drag-selection.js";
import { framed } from "./framed.js";

/** A press that becomes a drag with the first real movement; without one it was a click. */
export function pressThen(start: ToolPointer, begin: () => Drag, click: () => void): Drag {
  let drag: Drag | null = null;
  return {
    move(pointer) {
      if (!drag && isDragged(start, pointer)) drag = begin();
      drag?.move(pointer);
    },
    up(pointer) {
      if (drag) return drag.up(pointer);
      click();
      return undefined;
    },
    cancel: () => drag?.cancel(),
  };
}

/**
 * A press on a shape: selects what it belongs to, or with control the shape alone, then moves that; shift adds to the
 * selection and takes away.
 */
export function pressShape(start: ToolPointer, context: ToolContext, shape: Shape): Drag {
  const before = context.selection();
  const unit = unitPressed(start, context, shape);
  const wasSelected = unit.every((id) => before.includes(id));
  if (!wasSelected) context.setSelection(start.shift ? together(before, unit) : unit);
  context.view.setMarks({ hover: [] });
  const click = () => {
    if (start.shift && wasSelected) context.setSelection(before.filter((id) => !unit.includes(id)));
    else if (!start.shift) context.setSelection(unit);
  };
  const press = pressThen(start, () => framed(context, dragSelection(start, context)), click);
  return {
    ...press,
    cancel() {
      press.cancel();
      context.setSelection(before);
    },
  };
}

/** What a press on a shape selects: all it belongs to where the selection is, or with control held the shape alone. */
export function unitPressed(pointer: ToolPointer, context: ToolContext, shape: Shape): readonly ShapeId[] {
  const board = context.board();
  return pointer.ctrl ? [shape.id] : unitOf(board, shape, enteredGroup(board, context.selection()));
}

/** A press in the selection's box, beside its shapes: moves them; a click selects nothing. */
export function pressSelection(start: ToolPointer, context: ToolContext): Drag {
  return pressThen(
    start,
    () => framed(context, dragSelection(start, context)),
    () => context.setSelection([]),
  );
}

/** Both lists in one, each id once. */
export function together(a: readonly ShapeId[], b: readonly ShapeId[]): readonly ShapeId[] {
  return [...new Set([...a, ...b])];
}
