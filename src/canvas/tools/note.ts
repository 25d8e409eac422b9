import type { Tool } from "../tool.js";
import { boxExtent } from "./drag-box.js";
import { dragShape, type DragKind } from "./drag-shape.js";

const kind: DragKind = {
  extent: boxExtent,
  shape: (base, extent, _seed, context) => {
    const { font, fontSize } = context.style();
    return { kind: "note", ...base, ...extent, text: "", fontSize, font, align: "middle" };
  },
};

/** Draws sticky notes from corner to corner. */
export const note: Tool = {
  name: "note",
  cursor: "crosshair",
  down: (pointer, context) => dragShape(pointer, context, kind),
};
