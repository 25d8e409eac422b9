import type { Tool } from "../tool.js";
import { isDragged, reachOf, shapesAt } from "./reach.js";

/** Writes text where the pointer is let go, or changes the text that is there. */
export const text: Tool = {
  name: "text",
  cursor: "text",
  down(start, context) {
    return {
      move: () => undefined,
      up(pointer) {
        if (isDragged(start, pointer)) return;
        const there = shapesAt(context, pointer, reachOf(pointer, context.camera().zoom));
        const shape = there.findLast(({ kind }) => kind === "text");
        context.editText(shape ? { id: shape.id } : { x: pointer.x, y: pointer.y });
      },
      cancel: () => undefined,
    };
  },
};
