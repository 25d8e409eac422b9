import type { Tool } from "../tool.js";
import { boxExtent } from "./drag-box.js";
import { dragShape, type DragKind } from "./drag-shape.js";

const kind: DragKind = {
  extent: boxExtent,
  shape: ({ opacity: _, ...base }, extent) => ({ kind: "frame", ...base, ...extent, text: "" }),
};

/** Draws frames from corner to corner. */
export const frame: Tool = {
  name: "frame",
  cursor: "crosshair",
  down: (pointer, context) => dragShape(pointer, context, kind),
};
