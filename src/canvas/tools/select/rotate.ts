import { rotated, type Turning } from "../../../board/transform.js";
import type { BoxFrame } from "../../transform/box-frame.js";
import { turnSteps } from "../../transform/steps.js";
import type { Drag, ToolContext, ToolPointer } from "../../tool.js";
import { idsOf, transformSelection } from "./transform-selection.js";

/** What shift keeps turned boxes to: 15 degrees. */
const ANGLE_STEP = Math.PI / 12;

/** Turns the selection around the middle of its box. Shift keeps to every 15 degrees. */
export function rotateSelection(start: ToolPointer, context: ToolContext, frame: BoxFrame): Drag {
  const angleTo = ({ x, y }: ToolPointer) => Math.atan2(y - frame.y, x - frame.x);
  return transformSelection<Turning>(context, {
    at(pointer) {
      const free = frame.angle + angleTo(pointer) - angleTo(start);
      const to = pointer.shift ? Math.round(free / ANGLE_STEP) * ANGLE_STEP : free;
      return { x: frame.x, y: frame.y, angle: to - frame.angle };
    },
    steps: (shapes, from, to) => turnSteps(idsOf(shapes), from, to),
    apply: rotated,
  });
}
