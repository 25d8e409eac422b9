import { enteredGroup, unitInside, unitOf } from "../../transform/groups.js";
import type { Drag, Tool, ToolContext, ToolPointer } from "../../tool.js";
import { pressEmpty } from "./area.js";
import { framed } from "./framed.js";
import { dragGrip, gripAt, gripCursor, removePoint } from "./grip.js";
import { boxAround, isInSelection, shapeUnder } from "./pick.js";
import { pressSelection, pressShape, pressThen, unitPressed } from "./press.js";

/** Kinds that a double click lets one write in. */
const WRITTEN_IN: readonly string[] = [
  ...["text", "note", "frame", "line", "arrow"],
  ...["rectangle", "ellipse", "diamond", "triangle", "star"],
];

/**
 * Selects, moves, resizes and turns. A press on a handle drags it; on a shape it selects what that belongs to (with
 * control the shape alone) and drags it, shift adds or takes away; a press beside all shapes opens a box that selects
 * what it touches. A double click goes into a group, or writes; on a point
 * that a line leads through it takes that out.
 */
export const select: Tool = {
  name: "select",
  cursor: "default",
  hasHandles: true,
  hover: hoverSelection,
  down: (pointer, context) => pressHeld(pointer, context) ?? pressEmpty(pointer, context),
  doubleClick(pointer, context) {
    const grip = gripAt(pointer, context);
    if (grip) {
      removePoint(context, grip);
      return;
    }
    const shape = shapeUnder(pointer, context) ?? boxAround(pointer, context);
    if (!shape) {
      context.editText({ x: pointer.x, y: pointer.y });
      return;
    }
    const board = context.board();
    const entered = enteredGroup(board, context.selection());
    if (unitOf(board, shape, entered).length > 1) context.setSelection(unitInside(board, shape, entered));
    else if (WRITTEN_IN.includes(shape.kind)) context.editText({ id: shape.id });
  },
};

/** A press on a handle, a shape or the selection; null for one beside all of them. */
export function pressHeld(pointer: ToolPointer, context: ToolContext): Drag | null {
  const grip = gripAt(pointer, context);
  if (grip) {
    const begin = () => framed(context, dragGrip(pointer, context, grip));
    return pressThen(pointer, begin, () => undefined);
  }
  const shape = shapeUnder(pointer, context);
  if (shape) return pressShape(pointer, context, shape);
  return !pointer.shift && isInSelection(pointer, context) ? pressSelection(pointer, context) : null;
}

/** Marks what a press would take, and tells the cursor for it. */
export function hoverSelection(pointer: ToolPointer, context: ToolContext): string {
  const grip = gripAt(pointer, context);
  const shape = grip ? null : shapeUnder(pointer, context);
  context.view.setMarks({ hover: shape ? unitPressed(pointer, context, shape) : [] });
  if (grip) return gripCursor(grip);
  return shape || isInSelection(pointer, context) ? "move" : "default";
}
