import type { LineShape, Shape, TextShape } from "../../../signal/shape.js";
import { boxFrameOf, type BoxFrame } from "../../transform/box-frame.js";
import { handleRules, lineOf } from "../../transform/handle-rules.js";
import { cursorOf, gripReach, handleAt, type Handle } from "../../transform/handles.js";
import { lineGrips, type LineGrip } from "../../transform/line-grips.js";
import type { Drag, ToolContext, ToolPointer } from "../../tool.js";
import { editLine } from "./edit-line.js";
import { selectedShapes } from "./pick.js";
import { resizeSelection } from "./resize.js";
import { rotateSelection } from "./rotate.js";
import { wrapText } from "./wrap-text.js";

/** A handle of the selection that a pointer takes hold of. */
export type Grip =
  | { readonly type: "line"; readonly line: LineShape; readonly grip: LineGrip }
  | { readonly type: "box"; readonly shapes: readonly Shape[]; readonly frame: BoxFrame; readonly handle: Handle };

/** The handle under a pointer; null for none. */
export function gripAt(pointer: ToolPointer, context: ToolContext): Grip | null {
  const shapes = selectedShapes(context);
  const { zoom } = context.camera();
  const line = lineOf(shapes);
  if (line) {
    const reach = gripReach(pointer.kind) / zoom;
    // The ends are asked first: of a short line the middle is under them.
    const near = lineGrips(line).filter(({ x, y }) => Math.hypot(x - pointer.x, y - pointer.y) <= reach);
    const last = near.at(-1);
    return last ? { type: "line", line, grip: last.grip } : null;
  }
  const frame = boxFrameOf(shapes);
  const handle = frame && handleAt(frame, zoom, handleRules(shapes), pointer, pointer.kind);
  return handle ? { type: "box", shapes, frame, handle } : null;
}

/** The CSS cursor over a handle. */
export function gripCursor(grip: Grip): string {
  return grip.type === "line" ? "grab" : cursorOf(grip.handle, grip.frame.angle);
}

/** Starts to drag a handle. */
export function dragGrip(start: ToolPointer, context: ToolContext, grip: Grip): Drag {
  if (grip.type === "line") return editLine(start, context, grip.line, grip.grip);
  const { shapes, frame, handle } = grip;
  if (handle === "rotate") return rotateSelection(start, context, frame);
  const [shape] = shapes;
  const isText = shapes.length === 1 && shape?.kind === "text";
  if (isText && (handle === "e" || handle === "w")) return wrapText(start, context, shape as TextShape, frame, handle);
  return resizeSelection(start, context, frame, handle);
}
