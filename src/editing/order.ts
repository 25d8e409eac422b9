import { generateNKeysBetween } from "fractional-indexing";
import type { Board } from "../board/board.js";
import { overlaps } from "../board/bounds.js";
import { orderAbove } from "../board/order.js";
import type { ShapeId } from "../signal/ids.js";
import type { Shape } from "../signal/shape.js";
import type { Signal } from "../signal/signal.js";
import { boxOf, editable, shapesOnPage, withContents } from "./selection.js";

/** Where shapes go among the others of their page. */
export type OrderChange = "front" | "forward" | "backward" | "back";

/**
 * Moves the shapes that are not locked above or below others, keeping the order among themselves: all others, or the
 * next one that overlaps them (the next one of all, when none does).
 */
export function reordering(board: Board, ids: readonly ShapeId[], change: OrderChange): readonly Signal[] {
  const moved = withContents(board, editable(board, ids));
  const [first] = moved;
  if (!first) return [];
  const list = shapesOnPage(board, first.page);
  const chosen = new Set(moved.map(({ id }) => id));
  const others = list.filter(({ id }) => !chosen.has(id));
  const own = list.filter(({ id }) => chosen.has(id));
  switch (change) {
    case "front":
      return keysFor(list, [...others, ...own], chosen);
    case "back":
      return keysFor(list, [...own, ...others], chosen);
    case "forward":
      return keysFor(list, stepped(board, list, chosen), chosen);
    case "backward":
      return keysFor(list, stepped(board, list.toReversed(), chosen).toReversed(), chosen);
  }
}

/** The list with each of the chosen one further on, from the last one on. */
function stepped(board: Board, list: readonly Shape[], chosen: ReadonlySet<ShapeId>): readonly Shape[] {
  return list.toReversed().reduce<readonly Shape[]>((now, shape) => {
    if (!chosen.has(shape.id)) return now;
    const place = now.indexOf(shape);
    const beyond = now.slice(place + 1).filter(({ id }) => !chosen.has(id));
    const box = boxOf(board, shape);
    const target = beyond.find((other) => overlaps(box, boxOf(board, other))) ?? beyond[0];
    if (!target) return now;
    const without = now.toSpliced(place, 1);
    return without.toSpliced(without.indexOf(target) + 1, 0, shape);
  }, list);
}

/** Gives the moved shapes order keys for a list; others only where there is no key between them. */
function keysFor(before: readonly Shape[], after: readonly Shape[], moved: ReadonlySet<ShapeId>): readonly Signal[] {
  if (before.every(({ id }, index) => id === after[index]?.id)) return [];
  const signals: Signal[] = [];
  let below: string | null = null;
  let waiting: Shape[] = [];
  const set = (keys: readonly string[]) => {
    waiting.forEach(({ id }, index) => signals.push({ type: "shape.set", id, props: { order: keys[index]! } }));
    waiting = [];
    below = keys.at(-1) ?? below;
  };
  for (const shape of after) {
    if (moved.has(shape.id)) {
      waiting.push(shape);
      continue;
    }
    const keys = waiting.length === 0 ? [] : keysBetween(below, shape.order, waiting.length);
    if (!keys || (below !== null && shape.order < below)) {
      waiting.push(shape);
      continue;
    }
    set(keys);
    below = shape.order;
  }
  set(keysAbove(below, waiting.length));
  return signals;
}

function keysBetween(below: string | null, above: string, count: number): readonly string[] | null {
  try {
    return generateNKeysBetween(below, above, count);
  } catch {
    return null;
  }
}

/** So many order keys, each above the one before. */
export function keysAbove(below: string | null, count: number): readonly string[] {
  const keys: string[] = [];
  for (let index = 0; index < count; index++) keys.push(orderAbove(keys.at(-1) ?? below));
  return keys;
}
