import type { PageId } from "../../signal/ids.js";
import { LIMITS } from "../../signal/limits.js";
import type { PropValue, Shape, ShapeProps } from "../../signal/shape.js";
import { dropShape, putShape, shapeAt } from "../leaves.js";
import { raiseTop } from "./pages.js";
import type { Rules } from "./recipe.js";

export const shapeRules: Rules<"shape.add" | "shape.set" | "shapes.move" | "shapes.remove"> = {
  "shape.add"(draft, { shape }) {
    if (shape.id in draft.active || shapeAt(draft, shape.id) || !(shape.page in draft.pages)) return;
    putShape(draft, shape);
    raiseTop(draft, shape.page, shape.order);
  },

  "shape.set"(draft, { id, props }) {
    const shape = shapeAt(draft, id);
    if (!shape) return;
    const fitting = fittingProps(shape, props);
    if ("page" in fitting && !((fitting.page as PageId) in draft.pages)) return;
    const next = { ...shape, ...fitting } as Shape;
    if (Object.keys(next).length > LIMITS.shapeProps) return;
    putShape(draft, next);
    raiseTop(draft, next.page, next.order);
  },

  "shapes.move"(draft, { ids, dx, dy }) {
    for (const id of ids) {
      const shape = shapeAt(draft, id);
      if (!shape) continue;
      const [x, y] = [shape.x + dx, shape.y + dy];
      if (isOnBoard(x) && isOnBoard(y)) putShape(draft, { ...shape, x, y } as Shape);
    }
  },

  "shapes.remove"(draft, { ids }) {
    for (const id of ids) {
      dropShape(draft, id);
      delete draft.active[id];
    }
  },
};

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
