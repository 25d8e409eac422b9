import type { Board } from "../../board/board.js";
import { shapeAt, shapesOf } from "../../board/leaves.js";
import type { ShapeId } from "../../signal/ids.js";
import { propOf } from "../../signal/optional.js";
import type { Shape } from "../../signal/shape.js";

// Which group is entered follows from what is selected, so that it needs no memory and cannot go stale: it is the
// innermost group that holds the whole selection and more.

/** The path of the innermost group that holds all of the selection and other shapes too; "" for none. */
export function enteredGroup(board: Board, selection: readonly ShapeId[]): string {
  const shapes = selection.flatMap((id) => shapeAt(board, id) ?? []);
  const [first] = shapes;
  if (!first) return "";
  let group = shapes.map((shape) => propOf(shape, "group")).reduce(commonGroup);
  while (group !== "" && membersOf(board, first, group).length <= shapes.length) group = outerOf(group);
  return group;
}

/** The shapes that are selected with one: all of the outermost group that it is in, inside of the entered one. */
export function unitOf(board: Board, shape: Shape, entered: string): readonly ShapeId[] {
  const own = propOf(shape, "group");
  if (own === "" || own === entered) return [shape.id];
  const depth = isInGroup(own, entered) ? depthOf(entered) + 1 : 1;
  return membersOf(board, shape, own.split("/").slice(0, depth).join("/"));
}

/** What is selected by going into the group that a shape is selected with: what of it the shape belongs to there. */
export function unitInside(board: Board, shape: Shape, entered: string): readonly ShapeId[] {
  const own = propOf(shape, "group").split("/");
  const depth = isInGroup(own.join("/"), entered) ? depthOf(entered) + 1 : 1;
  return unitOf(board, shape, own.slice(0, depth).join("/"));
}

/** All of what the units of these shapes hold, each once. */
export function unitsOf(board: Board, shapes: readonly Shape[], entered: string): readonly ShapeId[] {
  const ids = new Set<ShapeId>();
  for (const shape of shapes) {
    if (ids.has(shape.id)) continue;
    for (const id of unitOf(board, shape, entered)) ids.add(id);
  }
  return [...ids];
}

/** What is selected by going one step out: the entered group as a whole; nothing when none is entered. */
export function outwards(board: Board, selection: readonly ShapeId[]): readonly ShapeId[] {
  const entered = enteredGroup(board, selection);
  const member = selection.flatMap((id) => shapeAt(board, id) ?? [])[0];
  return entered === "" || !member ? [] : membersOf(board, member, entered);
}

/** True when a group, told by its path, is that group or in it. Everything is in none (""). */
export function isInGroup(path: string, group: string): boolean {
  return group === "" || path === group || path.startsWith(`${group}/`);
}

/** The shapes of a group on a shape's page. */
function membersOf(board: Board, { page }: Shape, group: string): readonly ShapeId[] {
  const ids: ShapeId[] = [];
  for (const shape of shapesOf(board)) {
    if (shape.page === page && isInGroup(propOf(shape, "group"), group)) ids.push(shape.id);
  }
  return ids;
}

function commonGroup(a: string, b: string): string {
  const [left, right] = [a.split("/"), b.split("/")];
  const length = left.findIndex((name, index) => name !== right[index]);
  return length === -1 ? a : left.slice(0, length).join("/");
}

function outerOf(group: string): string {
  return group.split("/").slice(0, -1).join("/");
}

function depthOf(group: string): number {
  return group === "" ? 0 : group.split("/").length;
}
