import type { Tool } from "../tool.js";
import { lineKind } from "./drag-line.js";
import { dragShape } from "./drag-shape.js";

const kind = lineKind("line");

/** Draws lines from end to end. */
export const line: Tool = {
  name: "line",
  cursor: "crosshair",
  down: (pointer, context) => dragShape(pointer, context, kind),
};
