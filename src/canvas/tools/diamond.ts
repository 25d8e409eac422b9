import type { Tool } from "../tool.js";
import { boxKind } from "./drag-box.js";
import { dragShape } from "./drag-shape.js";

const kind = boxKind("diamond");

/** Draws diamonds from corner to corner. */
export const diamond: Tool = {
  name: "diamond",
  cursor: "crosshair",
  down: (pointer, context) => dragShape(pointer, context, kind),
};
