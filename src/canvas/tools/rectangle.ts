import type { Tool } from "../tool.js";
import { boxKind } from "./drag-box.js";
import { dragShape } from "./drag-shape.js";

const kind = boxKind("rectangle");

/** Draws rectangles from corner to corner. */
export const rectangle: Tool = {
  name: "rectangle",
  cursor: "crosshair",
  down: (pointer, context) => dragShape(pointer, context, kind),
};
