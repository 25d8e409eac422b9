import { LIMITS } from "../../signal/limits.js";
import type { Drag, ToolContext, ToolPointer } from "../tool.js";
import { inBatches } from "./batches.js";
import { sixteenth } from "./sixteenth.js";

/** Moves the selected shapes along with the pointer. */
export function dragSelection(start: ToolPointer, context: ToolContext): Drag {
  const batches = inBatches(context.selection(), LIMITS.shapeIds);
  const endGesture = context.gesture();
  let [movedX, movedY] = [0, 0];

  const moveTo = (x: number, y: number) => {
    const [dx, dy] = [x - movedX, y - movedY];
    if (dx === 0 && dy === 0) return;
    [movedX, movedY] = [x, y];
    context.send(batches.map((ids) => ({ type: "shapes.move", ids, dx, dy })));
  };

  return {
    move: (pointer) => moveTo(sixteenth(pointer.x - start.x), sixteenth(pointer.y - start.y)),
    up(pointer) {
      this.move(pointer);
      endGesture();
    },
    cancel() {
      moveTo(0, 0);
      endGesture("takenBack");
    },
  };
}
