import type { Cancel } from "../../clock/clock.js";
import type { Signal } from "../../signal/signal.js";
import type { Tool, ToolContext } from "../tool.js";
import { dragInk } from "./pen.js";

/** For so long after the pen was last up, what was drawn stays; milliseconds. */
export const LASER_MS = 2200;

/** What a board's laser has drawn and not ended yet. */
interface Trail {
  readonly ends: Signal[];
  cancel: Cancel;
}

/** One trail to a board: tools are shared, and there may be many boards on a page. */
const trails = new WeakMap<ToolContext, Trail>();

/** Points with strokes that stay until the pen was up for a while, and go together. */
export const laser: Tool = {
  name: "laser",
  cursor: "crosshair",
  tellsPlace: true,
  down(pointer, context) {
    const trail = trails.get(context) ?? { ends: [], cancel: () => undefined };
    trails.set(context, trail);
    trail.cancel();
    const rest = () => (trail.cancel = context.clock.after(LASER_MS, () => endTrail(context)));
    const drag = dragInk(
      pointer,
      context,
      ({ size }) => ({ color: "red", size, brush: "laser" }),
      (end) => {
        trail.ends.push(end);
        rest();
      },
    );
    return {
      move: (next) => drag.move(next),
      up: (next) => drag.up(next),
      cancel() {
        drag.cancel();
        rest();
      },
    };
  },
  leave: endTrail,
};

function endTrail(context: ToolContext): void {
  const trail = trails.get(context);
  if (!trail) return;
  trails.delete(context);
  trail.cancel();
  if (trail.ends.length > 0) context.send(trail.ends);
}
