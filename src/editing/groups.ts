import type { Board } from "../board/board.js";
import { shapesOf } from "../board/leaves.js";
import type { ShapeId } from "../signal/ids.js";
import { propOf } from "../signal/optional.js";
import type { Shape } from "../signal/shape.js";
import type { Signal } from "../signal/signal.js";
import { editable } from "./selection.js";

// A group's path names it: "outer/inner" and "inner" are two groups.

/** Where a shape stands among groups, some of which are chosen as a whole. */
export interface Membership {
  readonly shape: Shape;
  /** The groups it is in of which not all is chosen, outermost first. */
  readonly around: readonly string[];
  /** The groups it is in of which all is chosen, outermost first. */
  readonly whole: readonly string[];
}

/** Tells for each of the shapes which of its groups are chosen as a whole. */
export function memberships(board: Board, shapes: readonly Shape[]): readonly Membership[] {
  const told = toldOf.get(shapes);
  if (told?.board === board) return told.members;
  const members = findMemberships(board, shapes);
  toldOf.set(shapes, { board, members });
  return members;
}

/** What was told last; no list of shapes is ever written into, and several commands ask about one. */
const toldOf = new WeakMap<readonly Shape[], { readonly board: Board; readonly members: readonly Membership[] }>();

function findMemberships(board: Board, shapes: readonly Shape[]): readonly Membership[] {
  const chosen = new Set(shapes.map(({ id }) => id));
  const partial = new Set<string>();
  if (shapes.some((shape) => propOf(shape, "group") !== "")) {
    const pages = new Set(shapes.map(({ page }) => page));
    for (const shape of shapesOf(board)) {
      if (!chosen.has(shape.id) && pages.has(shape.page)) for (const path of pathsOf(shape)) partial.add(path);
    }
  }
  return shapes.map((shape) => {
    const segments = segmentsOf(shape);
    const depth = pathsOf(shape).filter((path) => partial.has(path)).length;
    return { shape, around: segments.slice(0, depth), whole: segments.slice(depth) };
  });
}

/** What a shape is arranged with as one: the outermost of its groups that are chosen as a whole, or itself. */
export function unitKey({ shape, around, whole }: Membership): string {
  return whole[0] === undefined ? `shape ${shape.id}` : [...around, whole[0]].join("/");
}

/** Whether the shapes are more than one thing, so that they can become a group. */
export function canGroup(board: Board, ids: readonly ShapeId[]): boolean {
  const [first, ...others] = memberships(board, editable(board, ids));
  return first !== undefined && others.some((member) => unitKey(member) !== unitKey(first));
}

/** Makes one group of the shapes, inside the groups that all of them are in. Groups chosen as a whole stay in it. */
export function grouping(board: Board, ids: readonly ShapeId[], name: string): readonly Signal[] {
  if (!canGroup(board, ids)) return [];
  const members = memberships(board, editable(board, ids));
  const around = commonStart(members.map((member) => member.around));
  return members.map(({ shape, whole }) => setGroup(shape, [...around, name, ...whole]));
}

/** Dissolves the outermost of the groups that are chosen as a whole. */
export function ungrouping(board: Board, ids: readonly ShapeId[]): readonly Signal[] {
  return memberships(board, editable(board, ids))
    .filter(({ whole }) => whole.length > 0)
    .map(({ shape, around, whole }) => setGroup(shape, [...around, ...whole.slice(1)]));
}

function setGroup({ id }: Shape, segments: readonly string[]): Signal {
  return { type: "shape.set", id, props: { group: segments.join("/") } };
}

function segmentsOf(shape: Shape): readonly string[] {
  const group = propOf(shape, "group");
  return group === "" ? [] : group.split("/");
}

function pathsOf(shape: Shape): readonly string[] {
  const segments = segmentsOf(shape);
  return segments.map((_, index) => segments.slice(0, index + 1).join("/"));
}

function commonStart(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = lists;
  const end = first.findIndex((segment, index) => others.some((other) => other[index] !== segment));
  return end < 0 ? first : first.slice(0, end);
}
