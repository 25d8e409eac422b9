import type { Tool } from "../tool.js";
import { eraseInk } from "./erase-ink.js";
import { eraseShapes } from "./erase-shapes.js";

/** Removes what the pointer touches on its way: whole shapes, or with alt, or where that is chosen, parts of ink. */
export const eraser: Tool = {
  name: "eraser",
  cursor: "cell",
  down: (pointer, context) =>
    context.eraserMode() === "ink" || pointer.alt ? eraseInk(pointer, context) : eraseShapes(pointer, context),
};
