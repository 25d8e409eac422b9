import type { PageId } from "../../signal/ids.js";
import { LIMITS } from "../../signal/limits.js";
import { isOptional, isPlainValue } from "../../signal/optional.js";
import type { PropValue, Shape, ShapeProps } from "../../signal/shape.js";
import type { MutableBoard } from "../board.js";
import { dropShape, hasPlace, putShape, shapeAt } from "../leaves.js";
import { readThrough } from "../through.js";
import { rotated, scaled } from "../transform.js";
import { raiseTop } from "./pages.js";
import type { Rules } from "./recipe.js";

export const shapeRules: Rules<
  "shape.add" | "shape.set" | "shapes.move" | "shapes.scale" | "shapes.rotate" | "shapes.remove"
> = {
  "shape.add"(draft, { shape }) {
    if (!isFree(draft, shape)) return;
    putShape(draft, { ...shape });
    raiseTop(draft, shape.page, shape.order);
  },

  "shape.set"(draft, { id, props }) {
    const shape = shapeAt(draft, id);
    if (!shape) return;
    const fitting = fittingProps(shape, props);
    if ("page" in fitting && !Object.hasOwn(draft.pages, fitting.page as PageId)) return;
    if (Object.keys({ ...shape, ...fitting }).length > LIMITS.shapeProps) return;
    setProps(shape, fitting);
    raiseTop(draft, shape.page, shape.order);
  },

  "shapes.move"(draft, { ids, dx, dy }) {
    for (const id of ids) {
      const shape = shapeAt(draft, id);
      if (!shape) continue;
      const [x, y] = [shape.x + dx, shape.y + dy];
      if (!isOnBoard(x) || !isOnBoard(y)) continue;
      const place: { x: number; y: number } = shape;
      place.x = x;
      place.y = y;
    }
  },

  "shapes.scale"(draft, { ids, ...scaling }) {
    for (const id of ids) {
      const shape = shapeAt(draft, id);
      if (shape) setWithin(shape, scaled(shape, scaling));
    }
  },

  "shapes.rotate"(draft, { ids, ...turning }) {
    for (const id of ids) {
      const shape = shapeAt(draft, id);
      if (shape) setWithin(shape, rotated(shape, turning));
    }
  },

  "shapes.remove"(draft, { ids }) {
    for (const id of ids) {
      dropShape(draft, id);
      delete draft.active[id];
    }
  },
};

/** True when a shape can be put on its page under its id. */
export function isFree(draft: MutableBoard, { id, page }: Pick<Shape, "id" | "page">): boolean {
  return hasPlace(id) && Object.hasOwn(draft.pages, page) && !(id in draft.active) && !shapeAt(draft, id);
}

/** True for a coordinate that a shape may have. */
export function isOnBoard(coordinate: number): boolean {
  return Math.abs(coordinate) <= LIMITS.coordinate;
}

/** Sets what a transform gives, of which points a line leads through are the only text, unless it leads beyond the board. */
function setWithin(shape: Shape, props: ShapeProps): void {
  const isWithin = (value: PropValue) =>
    typeof value === "string" ? readThrough(value).length > 0 : isOnBoard(value as number);
  if (Object.values(props).every(isWithin)) setProps(shape, props);
}

function setProps(shape: Shape, props: ShapeProps): void {
  const writable = shape as { [prop: string]: PropValue };
  for (const [name, value] of Object.entries(props)) {
    if (isPlainValue(shape.kind, name, value)) delete writable[name];
    else writable[name] = value;
  }
}

/** Those properties that the shape has or may have; of newer versions' (`?` and a number), all. */
export function fittingProps(shape: Shape, props: ShapeProps): { [prop: string]: PropValue } {
  return Object.fromEntries(
    Object.entries(props).filter(
      ([name]) =>
        name !== "id" && name !== "kind" && (name in shape || isOptional(shape.kind, name) || name.startsWith("?")),
    ),
  );
}
