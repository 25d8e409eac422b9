import { shapeAt } from "../../board/leaves.js";
import { boundsOf, overlaps, unionOf, type Box } from "../../board/bounds.js";
import { hitsBox } from "../../board/hit.js";
import type { ShapeId } from "../../signal/ids.js";
import type { Point } from "../../board/point.js";
import type { Drag, Tool, ToolContext, ToolPointer } from "../tool.js";
import { dragSelection } from "./drag-selection.js";
import { isDragged, reachOf, shapesAt } from "./reach.js";

/**
 * Selects and moves. A press on a shape selects it and drags it, shift adds or takes away; a press beside all shapes
 * opens a box that selects what it touches; a press between selected shapes moves them.
 */
export const select: Tool = {
  name: "select",
  cursor: "default",
  down(pointer, context) {
    const id = topmost(pointer, context);
    if (id !== null) return pressShape(pointer, context, id);
    if (!pointer.shift && isInSelection(pointer, context)) return pressSelection(pointer, context);
    return pressEmpty(pointer, context);
  },
  doubleClick(pointer, context) {
    const id = topmost(pointer, context);
    const shape = id === null ? undefined : shapeAt(context.board(), id);
    if (!shape) context.editText({ x: pointer.x, y: pointer.y });
    else if (shape.kind === "text") context.editText({ id: shape.id });
  },
};

function pressShape(start: ToolPointer, context: ToolContext, id: ShapeId): Drag {
  const before = context.selection();
  const wasSelected = before.includes(id);
  if (!wasSelected) context.setSelection(start.shift ? [...before, id] : [id]);
  return pressThenMove(start, context, () => {
    if (start.shift && wasSelected) context.setSelection(before.filter((other) => other !== id));
    else if (!start.shift) context.setSelection([id]);
  });
}

function pressSelection(start: ToolPointer, context: ToolContext): Drag {
  return pressThenMove(start, context, () => context.setSelection([]));
}

/** Moves the selection from the first real movement on; a press without one is a click. */
function pressThenMove(start: ToolPointer, context: ToolContext, click: () => void): Drag {
  let moving: Drag | null = null;
  return {
    move(pointer) {
      if (!moving && isDragged(start, pointer)) moving = dragSelection(start, context);
      moving?.move(pointer);
    },
    up(pointer) {
      if (moving) moving.up(pointer);
      else click();
    },
    cancel: () => moving?.cancel(),
  };
}

function pressEmpty(start: ToolPointer, context: ToolContext): Drag {
  const before = context.selection();
  const kept = start.shift ? before : [];
  let isOpen = false;
  const close = () => context.view.setMarquee(null);
  return {
    move(pointer) {
      isOpen ||= isDragged(start, pointer);
      if (!isOpen) return;
      const box = boxBetween(start, pointer);
      context.view.setMarquee(box);
      const touched = context.view.shapesIn(box).filter((shape) => hitsBox(shape, box));
      context.setSelection([...new Set([...kept, ...touched.map(({ id }) => id)])]);
    },
    up() {
      close();
      if (!isOpen) context.setSelection(kept);
    },
    cancel() {
      close();
      context.setSelection(before);
    },
  };
}

function topmost(pointer: ToolPointer, context: ToolContext): ShapeId | null {
  const there = shapesAt(context.view, pointer, reachOf(pointer, context.camera().zoom));
  return there.at(-1)?.id ?? null;
}

function isInSelection(point: Point, context: ToolContext): boolean {
  const shapes = context.selection().flatMap((id) => shapeAt(context.board(), id) ?? []);
  const around = shapes.length > 1 ? unionOf(shapes.map(boundsOf)) : null;
  return around !== null && overlaps(around, { x: point.x, y: point.y, w: 0, h: 0 });
}

function boxBetween(a: Point, b: Point): Box {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) };
}
