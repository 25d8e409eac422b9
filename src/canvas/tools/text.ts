import type { Box } from "../../board/bounds.js";
import type { Tool, ToolPointer } from "../tool.js";
import { isDragged, reachOf, shapesAt } from "./reach.js";

/**
 * Writes text where the pointer is let go, or changes the text that is there. A drag says how wide the text may be
 * before its lines break.
 */
export const text: Tool = {
  name: "text",
  cursor: "text",
  down(start, context) {
    const { view } = context;
    const write = (target: Parameters<typeof context.editText>[0]) => {
      view.setMarquee(null);
      context.drawn([]);
      context.editText(target);
    };
    return {
      move(pointer) {
        view.setMarquee(isDragged(start, pointer) ? columnBetween(start, pointer) : null);
      },
      up(pointer) {
        if (isDragged(start, pointer)) {
          const { x, y, w } = columnBetween(start, pointer);
          write({ x, y, w });
          return;
        }
        const there = shapesAt(view, pointer, reachOf(pointer, context.camera().zoom));
        const shape = there.findLast(({ kind }) => kind === "text");
        write(shape ? { id: shape.id } : { x: pointer.x, y: pointer.y });
      },
      cancel: () => view.setMarquee(null),
    };
  },
};

function columnBetween(a: ToolPointer, b: ToolPointer): Box {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) };
}
