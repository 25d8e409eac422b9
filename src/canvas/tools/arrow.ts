import type { Tool } from "../tool.js";
import { dragLine } from "./drag-line.js";

/** Draws arrows from tail to head. */
export const arrow: Tool = {
  name: "arrow",
  cursor: "crosshair",
  down: (pointer, context) => dragLine(pointer, context, "arrow"),
};
