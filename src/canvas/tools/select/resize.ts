import { scaled, turned, turnOf, type Scaling } from "../../../board/transform.js";
import { isMirroredByScale, isMirroring, mirrored, type Mirroring } from "../../../editing/mirror.js";
import type { Shape, ShapeProps } from "../../../signal/shape.js";
import { leavingFrame } from "../../transform/frames.js";
import { settled } from "../../transform/restore.js";
import { outOfFrame, type BoxFrame } from "../../transform/box-frame.js";
import { HANDLE_SIDES, type ResizeHandle } from "../../transform/handles.js";
import { scalingFor } from "../../transform/resize.js";
import { scaleSteps } from "../../transform/steps.js";
import type { Axis } from "../../transform/spans.js";
import type { Drag, ToolContext, ToolPointer } from "../../tool.js";
import { snapper } from "./snapper.js";
import { changedShapes, idsOf, transformSelection } from "./transform-selection.js";

/**
 * Resizes the selection by a handle of its box, and turns it over past the other side: what is read stays readable. What
 * is in a frame that is resized alone stays where it is, and leaves the frame when no part of it is in there any more.
 * Shift keeps the proportions, which images and text keep anyway (and shift lets images go), alt keeps the middle where it
 * is, control turns snapping round.
 */
export function resizeSelection(start: ToolPointer, context: ToolContext, frame: BoxFrame, handle: ResizeHandle): Drag {
  const shapes = changedShapes(context);
  const selected = new Set(idsOf(shapes));
  const snap = snapper(context, (id) => selected.has(id));
  const mirroring: Mirroring = { ids: selected, isInOwnAxes: shapes.length === 1 };
  const isBoundToProportions = keepsProportions(shapes);
  const hasImagesOnly = shapes.every(({ kind }) => kind === "image");

  return transformSelection<Scaling>(context, {
    at(pointer) {
      const isProportional = isBoundToProportions || pointer.shift !== hasImagesOnly;
      const way = snappedWay(start, pointer, frame, handle, isProportional ? null : snap);
      return scalingFor(frame, handle, way, { isProportional, isCentred: pointer.alt });
    },
    steps(all, from, to) {
      if (!isMirroring(to) && (from === null || !isMirroring(from))) return scaleSteps(idsOf(all), from, to);
      const byScale = all.filter((shape) => isMirroredByScale(shape, mirroring));
      const others = all.filter((shape) => !byScale.includes(shape));
      const setting = settled(context.board(), others, (shape) => stretched(shape, to, mirroring));
      return [...scaleSteps(idsOf(byScale), from, to), ...setting];
    },
    apply: (shape, to) => stretched(shape, to, mirroring),
    finish: () =>
      shapes[0]?.kind === "frame" && shapes.length === 1 ? leavingFrame(context.board(), shapes[0].id) : [],
  });
}

function stretched(shape: Shape, scaling: Scaling, mirroring: Mirroring): ShapeProps {
  return isMirroring(scaling) ? mirrored(shape, scaling, mirroring) : scaled(shape, scaling);
}

/** Text grows by its letters, and of several shapes those that are turned would be sheared. */
function keepsProportions(shapes: readonly Shape[]): boolean {
  return shapes.some((shape) => shape.kind === "text" || (shapes.length > 1 && turnOf(shape) !== 0));
}

/** The way of the handle along the box's own axes. A box that is turned has no edges that could line up with others. */
function snappedWay(
  start: ToolPointer,
  pointer: ToolPointer,
  frame: BoxFrame,
  handle: ResizeHandle,
  snap: ReturnType<typeof snapper> | null,
) {
  const way = { x: pointer.x - start.x, y: pointer.y - start.y };
  if (!snap || frame.angle !== 0) {
    const [x, y] = turned(way.x, way.y, -frame.angle);
    return { x, y };
  }
  const side = HANDLE_SIDES[handle];
  const corner = outOfFrame(frame, { x: (side.x * frame.w) / 2, y: (side.y * frame.h) / 2 });
  const axes = (["x", "y"] as const).filter((axis: Axis) => side[axis] !== 0);
  return snap({ ...corner, w: 0, h: 0 }, way, axes, pointer);
}
