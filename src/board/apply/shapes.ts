import type { PageId } from "../../signal/ids.js";
import { LIMITS } from "../../signal/limits.js";
import type { PropValue, Shape, ShapeProps } from "../../signal/shape.js";
import type { MutableBoard } from "../board.js";
import { dropShape, hasPlace, putShape, shapeAt } from "../leaves.js";
import { raiseTop } from "./pages.js";
import type { Rules } from "./recipe.js";

export const shapeRules: Rules<"shape.add" | "shape.set" | "shapes.move" | "shapes.remove"> = {
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
    Object.assign(shape, fitting);
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

function isOnBoard(coordinate: number): boolean {
  return Math.abs(coordinate) <= LIMITS.coordinate;
}

/** Those properties that the shape has already; of newer versions' (`?` and a number), all. */
export function fittingProps(shape: Shape, props: ShapeProps): { [prop: string]: PropValue } {
  return Object.fromEntries(
    Object.entries(props).filter(
      ([name]) => name !== "id" && name !== "kind" && (name in shape || name.startsWith("?")),
    ),
  );
}
