import { CLOSED_POINTS, pointsOfLine } from "../../../board/binding.js";
import { shapeAt } from "../../../board/leaves.js";
import type { Point } from "../../../board/point.js";
import { propOf } from "../../../signal/optional.js";
import type { LineShape, ShapeProps } from "../../../signal/shape.js";
import { bendThrough, onAngle, withEnd, withNewPoint, withPoint, type LineGrip } from "../../transform/line-grips.js";
import { changedProps } from "../../../editing/changed-props.js";
import { restored } from "../../transform/restore.js";
import type { Drag, ToolContext, ToolPointer } from "../../tool.js";
import { bindableAt } from "../bindable.js";
import { reachOf } from "../reach.js";
import { sixteenth } from "../sixteenth.js";
import { snapper } from "./snapper.js";

/**
 * Drags an end of a line, which is bound to the shape under it unless control is held, or a point that it leads through; the
 * middle of a part becomes such a point. The middle of a line without any bends it, with alt it becomes one. Shift keeps
 * what is dragged to every 15 degrees from the point before.
 */
export function editLine(start: ToolPointer, context: ToolContext, line: LineShape, grip: LineGrip): Drag {
  const before = shapeAt(context.board(), line.id) ?? line;
  const endGesture = context.gesture();
  const snap = snapper(context, (id) => id === line.id);
  const held = grip === "bend" && start.alt ? { middle: 0 } : grip;
  const points = pointsOfLine(line);

  const propsAt = (pointer: ToolPointer): ShapeProps => {
    const reach = reachOf(start, context.camera().zoom);
    if (held === "bend") return { bend: sixteenth(bendThrough(line, pointer, reach)) };
    if (held === "start" || held === "end") return withEndAt(context, line, held, pointer, snap);
    const isNew = "middle" in held;
    const index = isNew ? held.middle : held.point;
    const at = placeAt(points[index] as Point, pointer, snap);
    return isNew ? withNewPoint(line, index, at) : withPoint(line, index, at);
  };
  const follow = (pointer: ToolPointer) => {
    const now = shapeAt(context.board(), line.id);
    if (!now) return;
    const props = changedProps(now, propsAt(pointer));
    if (Object.keys(props).length > 0) context.send([{ type: "shape.set", id: line.id, props }]);
  };
  const end = () => context.view.setMarks({ targets: [], guides: [] });

  return {
    move: follow,
    up(pointer) {
      follow(pointer);
      end();
      endGesture();
    },
    cancel() {
      const signals = restored(context.board(), [before]);
      if (signals.length > 0) context.send(signals);
      end();
      endGesture("takenBack");
    },
  };
}

type Snap = ReturnType<typeof snapper>;

function withEndAt(
  context: ToolContext,
  line: LineShape,
  end: "start" | "end",
  pointer: ToolPointer,
  snap: Snap,
): ShapeProps {
  const reach = reachOf(pointer, context.camera().zoom);
  const points = pointsOfLine(line);
  const [beside, other] = (end === "end" ? [points.at(-2), points[0]] : [points[1], points.at(-1)]) as [Point, Point];
  // The other end would follow its shape, away from this one.
  const isOtherBound = propOf(line, end === "end" ? "startId" : "endId") !== 0;
  const canClose = points.length >= CLOSED_POINTS && !pointer.ctrl && !isOtherBound;
  if (canClose && Math.hypot(pointer.x - other.x, pointer.y - other.y) <= reach) return withEnd(line, end, other, null);
  const target = pointer.ctrl ? null : bindableAt(context, pointer, reach);
  context.view.setMarks({ targets: target ? [target.id] : [] });
  if (target) return withEnd(line, end, rounded(pointer), target);
  return withEnd(line, end, placeAt(beside, pointer, snap), null);
}

/** Where a pointer puts a point that comes after another one. */
function placeAt(before: Point, pointer: ToolPointer, snap: Snap): Point {
  if (pointer.shift) return rounded(onAngle(before, pointer));
  if (pointer.ctrl) return rounded(pointer);
  const way = snap({ x: pointer.x, y: pointer.y, w: 0, h: 0 }, { x: 0, y: 0 }, ["x", "y"], pointer);
  return rounded({ x: pointer.x + way.x, y: pointer.y + way.y });
}

function rounded({ x, y }: Point): Point {
  return { x: sixteenth(x), y: sixteenth(y) };
}
