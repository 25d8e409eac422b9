import type { Tool } from "../tool.js";
import { boxKind } from "./drag-box.js";
import { dragShape } from "./drag-shape.js";

const kind = boxKind("ellipse");

/** Draws ellipses in the box from corner to corner. */
export const ellipse: Tool = {
  name: "ellipse",
  cursor: "crosshair",
  down: (pointer, context) => dragShape(pointer, context, kind),
};
