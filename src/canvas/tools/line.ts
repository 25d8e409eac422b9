import type { Tool } from "../tool.js";
import { dragLine } from "./drag-line.js";

/** Draws lines from end to end. */
export const line: Tool = {
  name: "line",
  cursor: "crosshair",
  down: (pointer, context) => dragLine(pointer, context, "line"),
};
