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

type Place = readonly [x: number, y: number];

/**
 * The lines that a line or arrow becomes. Two points are a line, three a bent one; more are lines one after another,
 * since ours have no corners.
 */
export function linesOf(element: ExcalidrawElement, maker: Maker): readonly Shape[] {
  const points = pointsAt(element).map(([x, y]) => turnedPlace(element, x, y));
  const { type, raw, seed } = element;
  const isBent = points.length === 3 && isObject(raw.roundness);
  const corners = isBent ? [points[0]!, points[2]!] : points;
  return corners.slice(1).map((to, index): Shape => {
    const from = corners[index]!;
    const [isFirst, isLast] = [index === 0, index === corners.length - 2];
    const heads = {
      startHead: isFirst ? headOf(raw.startArrowhead) : "none",
      endHead: isLast ? headOf(raw.endArrowhead) : "none",
    };
    return {
      ...(isFirst ? maker.base(element) : maker.another(element)),
      kind: type === "arrow" ? "arrow" : "line",
      ...lookOf(element),
      ...outlineOf(element),
      ...heads,
      ...(isFirst && boundEnd("start", raw.startBinding, from, maker)),
      ...(isLast && boundEnd("end", raw.endBinding, to, maker)),
      ...(isBent && { bend: bendOf(from, points[1]!, to) }),
      x: sixteenth(from[0]),
      y: sixteenth(from[1]),
      w: sixteenth(to[0] - from[0]),
      h: sixteenth(to[1] - from[1]),
      seed,
    } as Shape;
  });
}

/** How far a point is off the straight way, to the right of its direction. */
function bendOf([x1, y1]: Place, [x, y]: Place, [x2, y2]: Place): number {
  const length = Math.hypot(x2 - x1, y2 - y1);
  return length === 0 ? 0 : sixteenth(((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)) / length);
}

/** An end that is bound to a shape, at the place on its box that is nearest to where the end is. */
function boundEnd(end: "start" | "end", binding: unknown, [x, y]: Place, maker: Maker): ShapeProps {
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
function turnedPlace({ x, y, width, height, angle }: ExcalidrawElement, dx: number, dy: number): Place {
  if (angle === 0) return [x + dx, y + dy];
  const [cx, cy, cos, sin] = [x + width / 2, y + height / 2, Math.cos(angle), Math.sin(angle)];
  const [ox, oy] = [x + dx - cx, y + dy - cy];
  return [cx + ox * cos - oy * sin, cy + ox * sin + oy * cos];
}

/** On the grid that our own tools draw on. */
export function sixteenth(length: number): number {
  return Math.round(length * 16) / 16 + 0;
}
