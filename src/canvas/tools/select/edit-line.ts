import { shapeAt } from "../../../board/leaves.js";
import type { Point } from "../../../board/point.js";
import type { LineShape, ShapeProps } from "../../../signal/shape.js";
import { bendThrough, onAngle, withEnd, type LineGrip } from "../../transform/line-grips.js";
import { changedProps } from "../../../editing/changed-props.js";
import { restored } from "../../transform/restore.js";
import type { Drag, ToolContext, ToolPointer } from "../../tool.js";
import { bindableAt } from "../bindable.js";
import { reachOf } from "../reach.js";
import { sixteenth } from "../sixteenth.js";
import { snapper } from "./snapper.js";

/**
 * Drags an end of a line, which is bound to the shape under it unless control is held, or bends the line by its middle.
 * Shift keeps an end to every 15 degrees from the other one.
 */
export function editLine(start: ToolPointer, context: ToolContext, line: LineShape, grip: LineGrip): Drag {
  const before = shapeAt(context.board(), line.id) ?? line;
  const endGesture = context.gesture();
  const snap = snapper(context, (id) => id === line.id);

  const propsAt = (pointer: ToolPointer): ShapeProps => {
    const to = { x: pointer.x, y: pointer.y };
    if (grip === "bend") return { bend: sixteenth(bendThrough(line, to, reachOf(start, context.camera().zoom))) };
    return withEndAt(context, line, grip, pointer, snap);
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

function withEndAt(
  context: ToolContext,
  line: LineShape,
  end: "start" | "end",
  pointer: ToolPointer,
  snap: ReturnType<typeof snapper>,
): ShapeProps {
  const other = end === "end" ? { x: line.x, y: line.y } : { x: line.x + line.w, y: line.y + line.h };
  const target = pointer.ctrl ? null : bindableAt(context, pointer, reachOf(pointer, context.camera().zoom));
  context.view.setMarks({ targets: target ? [target.id] : [] });
  if (target || pointer.shift || pointer.ctrl) {
    return withEnd(line, end, rounded(pointer.shift && !target ? onAngle(other, pointer) : pointer), target);
  }
  const way = snap({ x: pointer.x, y: pointer.y, w: 0, h: 0 }, { x: 0, y: 0 }, ["x", "y"], pointer);
  return withEnd(line, end, rounded({ x: pointer.x + way.x, y: pointer.y + way.y }), null);
}

function rounded({ x, y }: Point): Point {
  return { x: sixteenth(x), y: sixteenth(y) };
}
