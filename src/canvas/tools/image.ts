import type { Tool } from "../tool.js";
import { isDragged } from "./reach.js";

/** Asks for pictures, which come to where the pointer is let go. */
export const image: Tool = {
  name: "image",
  cursor: "copy",
  down(start, context) {
    return {
      move: () => undefined,
      up(pointer) {
        if (!isDragged(start, pointer)) context.pickPictures?.({ x: pointer.x, y: pointer.y });
      },
      cancel: () => undefined,
    };
  },
};
