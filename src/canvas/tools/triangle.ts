import type { Tool } from "../tool.js";
import { boxKind } from "./drag-box.js";
import { dragShape } from "./drag-shape.js";

const kind = boxKind("triangle");

/** Draws triangles from corner to corner. */
export const triangle: Tool = {
  name: "triangle",
  cursor: "crosshair",
  down: (pointer, context) => dragShape(pointer, context, kind),
};
