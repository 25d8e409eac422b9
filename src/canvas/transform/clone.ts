import { compareOrder, orderAbove } from "../../board/order.js";
import type { ShapeId } from "../../signal/ids.js";
import type { Shape } from "../../signal/shape.js";

/** Properties that name another shape. */
const REFERENCES = ["frame", "startId", "endId"] as const;

/** What copies need of where they are put. */
export interface CloneOptions {
  newShapeId(): ShapeId;
  /** The order key that the lowest copy gets. */
  readonly order: string;
  /** The group that the copies stay in: groups inside of it are new ones. */
  readonly within: string;
}

/** Copies of shapes: above all others, in groups of their own, and bound to each other as the shapes are. */
export function clonesOf(shapes: readonly Shape[], options: CloneOptions): readonly Shape[] {
  const sorted = [...shapes].sort(compareOrder);
  const ids = new Map<number, ShapeId>(sorted.map(({ id }) => [id, options.newShapeId()]));
  const [mark] = ids.values();
  let order: string | null = null;
  return sorted.map((shape) => {
    order = order === null ? options.order : orderAbove(order);
    const props = shape as Shape & { readonly [prop: string]: unknown };
    const references = REFERENCES.flatMap((name) => {
      const id = ids.get(props[name] as number);
      return id === undefined ? [] : [[name, id] as const];
    });
    const group = typeof props["group"] === "string" ? { group: regrouped(props["group"], options.within, mark) } : {};
    return { ...shape, ...Object.fromEntries(references), ...group, id: ids.get(shape.id), order } as Shape;
  });
}

/** The path with new names for the groups inside of `within`. */
function regrouped(path: string, within: string, mark: ShapeId | undefined): string {
  const kept = within === "" ? 0 : within.split("/").length;
  return path
    .split("/")
    .map((name, depth) => (depth < kept ? name : `${name}-${mark}`))
    .join("/");
}
