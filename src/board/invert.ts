import type { ShapeId } from "../signal/ids.js";
import type { Shape } from "../signal/shape.js";
import type { Signal, SignalOf, SignalType } from "../signal/signal.js";
import { fittingProps } from "./apply/shapes.js";
import type { Board } from "./board.js";
import { shapeAt, shapesOf } from "./leaves.js";

type Inverse<T extends SignalType> = (before: Board, signal: SignalOf<T>) => readonly Signal[];

const none = () => [];

const INVERSES: { readonly [T in SignalType]: Inverse<T> } = {
  "ink.begin": (before, { shape }) => removeUnlessThere(before, shape.id),
  "ink.append": none,
  "ink.end": none,
  "shape.add": (before, { shape }) => removeUnlessThere(before, shape.id),
  "shape.set": (before, { id, props }) => {
    const shape = shapeAt(before, id);
    if (!shape) return [];
    const names = Object.keys(fittingProps(shape, props)).filter((name) => name in shape);
    const old = Object.fromEntries(names.map((name) => [name, shape[name as keyof Shape]]));
    return [{ type: "shape.set", id, props: old }];
  },
  "shapes.move": (before, { ids, dx, dy }) => {
    const there = ids.filter((id) => shapeAt(before, id));
    return there.length > 0 ? [{ type: "shapes.move", ids: there, dx: 0 - dx, dy: 0 - dy }] : [];
  },
  "shapes.remove": (before, { ids }) =>
    [...new Set(ids)].flatMap((id) => {
      const shape = shapeAt(before, id);
      return shape ? [{ type: "shape.add", shape } as const] : [];
    }),
  "page.add": (before, { id }) => (Object.hasOwn(before.pages, id) ? [] : [{ type: "page.remove", id }]),
  "page.set": (before, { id }) => {
    const page = Object.hasOwn(before.pages, id) && before.pages[id];
    return page ? [{ type: "page.set", id, name: page.name, order: page.order }] : [];
  },
  "page.remove": (before, { id }) => {
    const page = Object.hasOwn(before.pages, id) && before.pages[id];
    if (!page || Object.keys(before.pages).length === 1) return [];
    const shapes = [...shapesOf(before)].filter((shape) => shape.page === id);
    return [
      { type: "page.add", id, name: page.name, order: page.order },
      ...shapes.map((shape) => ({ type: "shape.add", shape }) as const),
    ];
  },
  "state.set": (before, { key }) => [
    { type: "state.set", key, value: Object.hasOwn(before.shared, key) ? before.shared[key] : undefined },
  ],
  event: none,
  marker: none,
  "page.lock": none,
  "access.set": none,
  "recording.set": none,
  void: none,
  "member.join": none,
  "member.leave": none,
  unknown: none,
  cursor: none,
  camera: none,
  selection: none,
};

/**
 * The signals that take back what `signal` does to the board `before` it, and nothing else: what others change
 * meanwhile stays as they made it. Empty for what cannot or need not be taken back.
 */
export function invert(before: Board, signal: Signal): readonly Signal[] {
  const inverse = INVERSES[signal.type] as Inverse<SignalType>;
  return inverse(before, signal);
}

function removeUnlessThere(before: Board, id: ShapeId): readonly Signal[] {
  return id in before.active || shapeAt(before, id) ? [] : [{ type: "shapes.remove", ids: [id] }];
}
