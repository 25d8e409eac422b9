import type { Tool } from "../tool.js";
import { boxFollowing } from "./drag-box.js";
import { dragShape, type DragKind } from "./drag-shape.js";

/** The sides of a note that is put down by a click, in board units. */
const SIDE = 200;

const kind: DragKind = {
  follow: boxFollowing,
  shape: (base, following, _seed, context) => {
    const { font, fontSize, align } = context.style();
    return { kind: "note", ...base, ...following, text: "", fontSize, font, align: align || "middle" };
  },
  click: ({ x, y }) => ({ x: x - SIDE / 2, y: y - SIDE / 2, w: SIDE, h: SIDE }),
  isWritten: true,
};

/** Puts down sticky notes, by a click or from corner to corner, to be written on at once. */
export const note: Tool = {
  name: "note",
  cursor: "crosshair",
  down: (pointer, context) => dragShape(pointer, context, kind),
};
