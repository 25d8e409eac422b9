import type { ShapeId } from "../signal/ids.js";
import type { Signal, SignalOf } from "../signal/signal.js";

/**
 * The same change in fewer signals: what is set twice is set once, moves of the same shapes add up, and what comes and
 * goes again is left out with all that was done to it. So undoing a long drag is one small signal.
 */
export function compact(signals: readonly Signal[]): readonly Signal[] {
  let kept: readonly Signal[] = [];
  for (const signal of signals) kept = add(kept, signal);
  return kept.filter((signal) => !isNothing(signal));
}

function add(kept: readonly Signal[], signal: Signal): readonly Signal[] {
  if (signal.type === "shapes.remove") return [...without(kept, signal), ...remaining(kept, signal)];
  const place = placeToJoin(kept, signal);
  const before = kept[place];
  const joined = before && join(before, signal);
  return joined ? kept.toSpliced(place, 1, joined) : [...kept, signal];
}

/** Where something may stand that the signal adds to: at the end, or behind settings of other shapes, whose order is all one. */
function placeToJoin(kept: readonly Signal[], signal: Signal): number {
  let place = kept.length - 1;
  if (signal.type !== "shape.set") return place;
  for (let last = kept[place]; last?.type === "shape.set" && last.id !== signal.id; last = kept[place]) place -= 1;
  return place;
}

/** What was done alone to shapes that are then removed. */
function without(kept: readonly Signal[], { ids }: SignalOf<"shapes.remove">): readonly Signal[] {
  const gone = new Set(ids);
  return kept.filter((signal) => {
    if (signal.type === "shape.add") return !gone.has(signal.shape.id);
    return signal.type !== "shape.set" || !gone.has(signal.id);
  });
}

/** The removal, but for shapes that were put there by what was left out: they were not there before, either. */
function remaining(kept: readonly Signal[], removal: SignalOf<"shapes.remove">): readonly Signal[] {
  const firsts = new Map<ShapeId, Signal["type"]>();
  for (const signal of kept) {
    for (const id of idsOf(signal)) if (!firsts.has(id)) firsts.set(id, signal.type);
  }
  const ids = removal.ids.filter((id) => firsts.get(id) !== "shape.add");
  return ids.length > 0 ? [{ type: "shapes.remove", ids }] : [];
}

function idsOf(signal: Signal): readonly ShapeId[] {
  switch (signal.type) {
    case "shape.add":
      return [signal.shape.id];
    case "shape.set":
      return [signal.id];
    case "shapes.move":
    case "shapes.remove":
      return signal.ids;
    default:
      return [];
  }
}

function join(before: Signal, next: Signal): Signal | undefined {
  if (before.type === "shape.set" && next.type === "shape.set" && before.id === next.id) {
    return { ...next, props: { ...before.props, ...next.props } };
  }
  if (before.type === "shapes.move" && next.type === "shapes.move" && isSameList(before.ids, next.ids)) {
    return { ...next, dx: before.dx + next.dx, dy: before.dy + next.dy };
  }
  return undefined;
}

function isSameList(a: readonly ShapeId[], b: readonly ShapeId[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}

function isNothing(signal: Signal): boolean {
  return signal.type === "shapes.move" && signal.dx === 0 && signal.dy === 0;
}
