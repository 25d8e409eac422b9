import type { ShapeId } from "../../signal/ids.js";
import type { LineShape } from "../../signal/shape.js";
import type { Drag, ToolContext, ToolPointer } from "../tool.js";
import { bindableAt, type Target } from "./bindable.js";
import { dragShape, type DragKind, type Extent } from "./drag-shape.js";
import { reachOf } from "./reach.js";

/** The angles that shift keeps a line to: 15 degrees apart. */
const ANGLE_STEP = Math.PI / 12;

/**
 * Draws a straight line from end to end, by a drag or by two presses. Shift keeps it to every 15 degrees. Its ends are
 * bound to the shapes under them, unless control is held, or both would be to the same.
 */
export function dragLine(start: ToolPointer, context: ToolContext, kind: LineShape["kind"]): Drag {
  const { view } = context;
  const reach = reachOf(start, context.camera().zoom);
  const first = start.ctrl ? null : bindableAt(context, start, reach);

  const targets = (pointer: ToolPointer) => {
    const { x, y, w, h } = lineBetween(start, pointer);
    const last = pointer.ctrl ? null : bindableAt(context, { x: x + w, y: y + h }, reach);
    return first?.id === last?.id ? { first: null, last: null } : { first, last };
  };
  const line: DragKind = {
    follow(_, pointer) {
      const bound = targets(pointer);
      view.setMarks({ targets: [bound.first, bound.last].flatMap((target): ShapeId[] => (target ? [target.id] : [])) });
      return { ...lineBetween(start, pointer), ...bindings("start", bound.first), ...bindings("end", bound.last) };
    },
    shape: (base, following, seed, { style, heads }) => {
      const { dash, roughness } = style();
      return { kind, ...base, ...following, seed, dash, roughness, ...heads()[kind] };
    },
    click: "open",
  };
  const drag = dragShape(start, context, line);
  const unmark = () => view.setMarks({ targets: [] });
  return {
    move: (pointer) => drag.move(pointer),
    up(pointer) {
      const outcome = drag.up(pointer);
      if (outcome !== "open") unmark();
      return outcome;
    },
    cancel() {
      drag.cancel();
      unmark();
    },
  };
}

function bindings(end: "start" | "end", target: Target | null): Readonly<Record<string, number>> {
  return { [`${end}Id`]: target?.id ?? 0, [`${end}X`]: target?.x ?? 0.5, [`${end}Y`]: target?.y ?? 0.5 };
}

function lineBetween({ x, y }: ToolPointer, to: ToolPointer): Extent {
  const [w, h] = [to.x - x, to.y - y];
  if (!to.shift) return { x, y, w, h };
  const angle = Math.round(Math.atan2(h, w) / ANGLE_STEP) * ANGLE_STEP;
  const length = w * Math.cos(angle) + h * Math.sin(angle);
  return { x, y, w: length * Math.cos(angle), h: length * Math.sin(angle) };
}
