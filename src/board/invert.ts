import type { ShapeId } from "../signal/ids.js";
import { isOptional } from "../signal/optional.js";
import { PLAIN } from "../signal/plain.js";
import type { Shape, ShapeProps } from "../signal/shape.js";
import type { Signal, SignalOf, SignalType } from "../signal/signal.js";
import { fittingProps, isOnBoard } from "./apply/shapes.js";
import type { Board } from "./board.js";
import { shapeAt, shapesOf } from "./leaves.js";
import { rotated, scaled } from "./transform.js";

type Inverse<T extends SignalType> = (before: Board, signal: SignalOf<T>) => readonly Signal[];

const none = () => [];

const INVERSES: { readonly [T in SignalType]: Inverse<T> } = {
  // A laser leaves nothing that could be taken back.
  "ink.begin": (before, { shape }) => (shape.brush === "laser" ? [] : removeUnlessThere(before, shape.id)),
  "ink.append": none,
  "ink.end": none,
  "shape.add": (before, { shape }) => removeUnlessThere(before, shape.id),
  "shape.set": (before, { id, props }) => {
    const shape = shapeAt(before, id);
    if (!shape) return [];
    return [{ type: "shape.set", id, props: propsNow(shape, Object.keys(fittingProps(shape, props))) }];
  },
  "shapes.move": (before, { ids, dx, dy }) => {
    const moved = [...new Set(ids)].flatMap((id) => {
      const shape = shapeAt(before, id);
      return shape && isOnBoard(shape.x + dx) && isOnBoard(shape.y + dy) ? [shape] : [];
    });
    const isExact = ({ x, y }: Shape) => x + dx - dx === x && y + dy - dy === y;
    const back = moved.length === ids.length && moved.every(isExact);
    if (!back) return moved.map(({ id, x, y }) => ({ type: "shape.set", id, props: { x, y } }));
    return moved.length > 0 ? [{ type: "shapes.move", ids, dx: 0 - dx, dy: 0 - dy }] : [];
  },
  // Not by the opposite transform: that would come near what was there, and not quite to it.
  "shapes.scale": (before, { ids, ...scaling }) => restored(before, ids, (shape) => scaled(shape, scaling)),
  "shapes.rotate": (before, { ids, ...turning }) => restored(before, ids, (shape) => rotated(shape, turning)),
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
  "page.paper": (before, { id }) => {
    const page = Object.hasOwn(before.pages, id) && before.pages[id];
    return page ? [{ type: "page.paper", id, paper: page.paper }] : [];
  },
  "page.remove": (before, { id }) => {
    const page = Object.hasOwn(before.pages, id) && before.pages[id];
    if (!page || Object.keys(before.pages).length === 1) return [];
    const shapes = [...shapesOf(before)].filter((shape) => shape.page === id);
    return [
      { type: "page.add", id, name: page.name, order: page.order },
      ...(page.paper ? [{ type: "page.paper", id, paper: page.paper } as const] : []),
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

/** What a shape has now of properties, as what sets them again; of those it can be without, also that it has none. */
function propsNow(shape: Shape, names: readonly string[]): ShapeProps {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = name in shape ? shape[name as keyof Shape] : isOptional(shape.kind, name) ? PLAIN[name] : undefined;
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function restored(before: Board, ids: readonly ShapeId[], change: (shape: Shape) => ShapeProps): readonly Signal[] {
  return [...new Set(ids)].flatMap((id) => {
    const shape = shapeAt(before, id);
    return shape ? [{ type: "shape.set", id, props: propsNow(shape, Object.keys(change(shape))) } as const] : [];
  });
}

function removeUnlessThere(before: Board, id: ShapeId): readonly Signal[] {
  return id in before.active || shapeAt(before, id) ? [] : [{ type: "shapes.remove", ids: [id] }];
}
