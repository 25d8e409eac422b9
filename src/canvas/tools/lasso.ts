import type { Tool } from "../tool.js";
import { pressLasso } from "./select/area.js";
import { hoverSelection, pressHeld } from "./select/select.js";

/** Selects by going around things; what is under the pointer or selected already it takes hold of like the select tool. */
export const lasso: Tool = {
  name: "lasso",
  cursor: "crosshair",
  hasHandles: true,
  hover(pointer, context) {
    const cursor = hoverSelection(pointer, context);
    return cursor === "default" ? "crosshair" : cursor;
  },
  down: (pointer, context) => pressHeld(pointer, context) ?? pressLasso(pointer, context),
};
