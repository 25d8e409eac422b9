import type { Tool } from "../tool.js";
import { dragInk } from "./pen.js";

/** Points with strokes that never stay. */
export const laser: Tool = {
  name: "laser",
  cursor: "crosshair",
  tellsPlace: true,
  down: (pointer, context) => dragInk(pointer, context, ({ size }) => ({ color: "red", size, brush: "laser" })),
};
