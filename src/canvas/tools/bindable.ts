import { boundsOf, ownBoxOf, toOwn } from "../../board/bounds.js";
import { isInside, outlineOf } from "../../board/outline.js";
import type { Point } from "../../board/point.js";
import type { CustomShapes } from "../../picture/custom/custom-shapes.js";
import type { ShapeId } from "../../signal/ids.js";
import { isKnownShape, type Shape } from "../../signal/shape.js";
import type { ToolContext } from "../tool.js";

/** Where an end of a line is bound: a shape, and the place on it as shares of its box. */
export interface Target {
  readonly id: ShapeId;
  readonly x: number;
  readonly y: number;
}

/** Shares are rounded to parts of this size, which are short on the wire. */
const PARTS = 1024;
/** An end as near as this to the middle is meant for it. */
const MIDDLE = 0.1;

/**
 * The shape that an end of a line at a board point would be bound to: of what lies there down to the first shape that
 * hides what is below, the smallest. Lines and ink are not bound to.
 */
export function bindableAt(context: ToolContext, point: Point, reach: number): Target | null {
  const { custom } = context.view;
  const near = context.view.shapesIn({ x: point.x - reach, y: point.y - reach, w: 2 * reach, h: 2 * reach });
  const there = near.filter((shape) => isBindable(shape) && isUnder(shape, point, reach, custom));
  const cover = there.findLastIndex((shape) => custom.hits(shape, point, 0));
  const [smallest] = there.slice(Math.max(0, cover)).sort((a, b) => areaOf(a) - areaOf(b));
  return smallest ? targetOn(smallest, point) : null;
}

function targetOn(shape: Shape, point: Point): Target {
  const [box, own] = [ownBoxOf(shape), toOwn(shape, point)];
  const [x, y] = [shareOf(own.x - box.x, box.w), shareOf(own.y - box.y, box.h)];
  const isMiddle = Math.abs(x - 0.5) <= MIDDLE && Math.abs(y - 0.5) <= MIDDLE;
  return isMiddle ? { id: shape.id, x: 0.5, y: 0.5 } : { id: shape.id, x, y };
}

function shareOf(length: number, side: number): number {
  if (side === 0) return 0.5;
  return Math.round(Math.min(1, Math.max(0, length / side)) * PARTS) / PARTS;
}

function isBindable({ kind }: Shape): boolean {
  return kind !== "line" && kind !== "arrow" && kind !== "ink";
}

/** A frame is bound to by its edge: what is in it has places of its own. */
function isUnder(shape: Shape, point: Point, reach: number, custom: CustomShapes): boolean {
  if (custom.hits(shape, point, reach)) return true;
  return isKnownShape(shape) && shape.kind !== "frame" && isInside(outlineOf(shape), toOwn(shape, point));
}

function areaOf(shape: Shape): number {
  const { w, h } = boundsOf(shape);
  return w * h;
}
