import type { Tool } from "../tool.js";
import { boxKind } from "./drag-box.js";
import { dragShape } from "./drag-shape.js";

const kind = boxKind("star");

/** Draws stars from corner to corner. */
export const star: Tool = {
  name: "star",
  cursor: "crosshair",
  down: (pointer, context) => dragShape(pointer, context, kind),
};
