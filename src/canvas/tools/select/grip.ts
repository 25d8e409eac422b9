import type { LineShape, Shape, TextShape } from "../../../signal/shape.js";
import { boxFrameOf, type BoxFrame } from "../../transform/box-frame.js";
import { handleRules, lineOf } from "../../transform/handle-rules.js";
import { cursorOf, gripReach, handleAt, type Handle } from "../../transform/handles.js";
import { lineGripAt, withoutPoint, type LineGrip } from "../../transform/line-grips.js";
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
    const grip = lineGripAt(line, zoom, pointer, gripReach(pointer.kind) / zoom);
    return grip && { type: "line", line, grip };
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

/** Takes out the point that a handle is of, where that is one that a line leads through. */
export function removePoint(context: ToolContext, grip: Grip): void {
  if (grip.type !== "line" || typeof grip.grip === "string" || !("point" in grip.grip)) return;
  const { line } = grip;
  context.send([{ type: "shape.set", id: line.id, props: withoutPoint(line, grip.grip.point) }]);
}
