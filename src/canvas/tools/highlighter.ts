import type { Tool } from "../tool.js";
import { dragInk } from "./pen.js";

/** To the width of a pen. */
const WIDER = 4;

/** Draws wide strokes that let what is below shine through. */
export const highlighter: Tool = {
  name: "highlighter",
  cursor: "crosshair",
  tellsPlace: true,
  down: (pointer, context) =>
    dragInk(pointer, context, ({ color, size }) => ({ color, size: size * WIDER, brush: "highlighter" })),
};
