import type { Tool } from "../tool.js";
import { lineKind } from "./drag-line.js";
import { dragShape } from "./drag-shape.js";

const kind = lineKind("arrow");

/** Draws arrows from tail to head. */
export const arrow: Tool = {
  name: "arrow",
  cursor: "crosshair",
  down: (pointer, context) => dragShape(pointer, context, kind),
};
