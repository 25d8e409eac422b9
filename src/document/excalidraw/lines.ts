import { wayThrough } from "../../board/binding.js";
import type { Point } from "../../board/point.js";
import { LIMITS } from "../../signal/limits.js";
import type { Shape, ShapeProps } from "../../signal/shape.js";
import { isObject } from "../json-values.js";
import { type ExcalidrawElement, numberOr, pointsAt } from "./element.js";
import { headOf, lookOf, outlineOf } from "./look.js";

/** What shapes are made with. */
export interface Maker {
  /** What every shape of the element has: its number, page, order, and what it is in. */
  base(element: ExcalidrawElement): Pick<Shape, "id" | "page" | "order"> & ShapeProps;
  /** Another shape of the same element. */
  another(element: ExcalidrawElement): Pick<Shape, "id" | "page" | "order"> & ShapeProps;
  /** The number of the shape that an element became, and its box; null when it became none. */
  find(id: unknown): { readonly id: number; readonly element: ExcalidrawElement } | null;
}

/** The most parts of a line between its points. */
const PARTS = LIMITS.linePoints + 1;

/**
 * The lines that a line or arrow becomes: one through its points, its corners sharp unless it is rounded. One of more
 * points than a line may have becomes several, one after another.
 */
export function linesOf(element: ExcalidrawElement, maker: Maker): readonly Shape[] {
  const places = pointsAt(element).map(([dx, dy]) => turnedPlace(element, dx, dy));
  const { type, raw, seed } = element;
  const starts = Array.from({ length: Math.ceil((places.length - 1) / PARTS) }, (_, index) => index * PARTS);
  return starts.map((start, index): Shape => {
    const points = places.slice(start, start + PARTS + 1).map(({ x, y }) => ({ x: sixteenth(x), y: sixteenth(y) }));
    const [isFirst, isLast] = [index === 0, index === starts.length - 1];
    return {
      ...(isFirst ? maker.base(element) : maker.another(element)),
      kind: type === "arrow" ? "arrow" : "line",
      ...lookOf(element),
      ...outlineOf(element),
      startHead: isFirst ? headOf(raw.startArrowhead) : "none",
      endHead: isLast ? headOf(raw.endArrowhead) : "none",
      ...(isFirst && boundEnd("start", raw.startBinding, points[0]!, maker)),
      ...(isLast && boundEnd("end", raw.endBinding, points.at(-1)!, maker)),
      ...wayThrough(points),
      ...(points.length > 2 && !isObject(raw.roundness) && { corners: "sharp" }),
      seed,
    } as Shape;
  });
}

/** An end that is bound to a shape, at the place on its box that is nearest to where the end is. */
function boundEnd(end: "start" | "end", binding: unknown, { x, y }: Point, maker: Maker): ShapeProps {
  const target = isObject(binding) ? maker.find(binding.elementId) : null;
  if (!target || !isObject(binding)) return {};
  const { element } = target;
  const fixed = Array.isArray(binding.fixedPoint) ? (binding.fixedPoint as unknown[]) : [];
  const share = (value: unknown, place: number, from: number, side: number) =>
    Math.min(1, Math.max(0, numberOr(value, side === 0 ? 0.5 : (place - from) / side)));
  return {
    [`${end}Id`]: target.id,
    [`${end}X`]: share(fixed[0], x, element.x, element.width),
    [`${end}Y`]: share(fixed[1], y, element.y, element.height),
  };
}

/** A point of an element, told from its place, on the board: elements are turned around the middle of their box. */
function turnedPlace({ x, y, width, height, angle }: ExcalidrawElement, dx: number, dy: number): Point {
  if (angle === 0) return { x: x + dx, y: y + dy };
  const [cx, cy, cos, sin] = [x + width / 2, y + height / 2, Math.cos(angle), Math.sin(angle)];
  const [ox, oy] = [x + dx - cx, y + dy - cy];
  return { x: cx + ox * cos - oy * sin, y: cy + ox * sin + oy * cos };
}

/** On the grid that our own tools draw on. */
export function sixteenth(length: number): number {
  return Math.round(length * 16) / 16 + 0;
}
