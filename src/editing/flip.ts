import type { Board } from "../board/board.js";
import { isLine } from "../board/binding.js";
import { middleOf, ownBoxOf, toBoard, unionOf, type Box } from "../board/bounds.js";
import type { Point } from "../board/point.js";
import { turned, turnOf } from "../board/transform.js";
import type { ShapeId } from "../signal/ids.js";
import { propOf } from "../signal/optional.js";
import type { LineShape, Shape, ShapeProps } from "../signal/shape.js";
import type { Signal } from "../signal/signal.js";
import type { Axis } from "./distribute.js";
import { boxOf, editable, withContents } from "./selection.js";
import { part } from "./units.js";

/** What keeps its face, and only changes place: what is read, and what only its app can draw. */
const KEPT = /^(text|note|frame|\?.*)$/;

/** Mirrors the shapes that are not locked in the box around them, left to right (`x`) or upside down (`y`). */
export function flipping(board: Board, ids: readonly ShapeId[], axis: Axis): readonly Signal[] {
  const shapes = withContents(board, editable(board, ids));
  const all = unionOf(shapes.map((shape) => boxOf(board, shape)));
  if (!all) return [];
  const flipped = new Set(shapes.map(({ id }) => id));
  const straight = shapes.filter((shape) => !KEPT.test(shape.kind) && turnOf(shape) === 0);
  const { x, y } = roundedMiddle(all);
  const [sx, sy] = axis === "x" ? [-1, 1] : [1, -1];
  return [
    ...(straight.length > 0
      ? [{ type: "shapes.scale" as const, ids: straight.map(({ id }) => id), x, y, sx, sy }]
      : []),
    ...shapes.flatMap((shape): readonly Signal[] => {
      if (KEPT.test(shape.kind)) return set(shape, movedAcross(shape, axis, { x, y }));
      if (turnOf(shape) === 0) return set(shape, isLine(shape) ? mirroredEnds(shape, flipped, axis) : {});
      const scale = { type: "shapes.scale" as const, ids: [shape.id], x: shape.x, y: shape.y, sx, sy };
      const place = axis === "x" ? { x: part(2 * x - shape.x) } : { y: part(2 * y - shape.y) };
      return [scale, ...set(shape, { ...place, rotation: -turnOf(shape) })];
    }),
  ];
}

/** A shape that is not mirrored, with its middle where that would be mirrored, and turned the other way. */
function movedAcross(shape: Shape, axis: Axis, about: Point): ShapeProps {
  const own = middleOf(ownBoxOf(shape));
  const middle = toBoard(shape, own);
  const angle = turnOf(shape) === 0 ? 0 : -turnOf(shape);
  const [dx, dy] = turned(own.x, own.y, angle);
  const target = axis === "x" ? { x: 2 * about.x - middle.x, y: middle.y } : { x: middle.x, y: 2 * about.y - middle.y };
  return { x: part(target.x - dx), y: part(target.y - dy), ...(angle !== 0 && { rotation: angle }) };
}

/** The places of bound ends on shapes that are mirrored along. */
function mirroredEnds(line: LineShape, flipped: ReadonlySet<ShapeId>, axis: Axis): ShapeProps {
  const letter = axis === "x" ? "X" : "Y";
  return Object.fromEntries(
    (["start", "end"] as const)
      .filter((end) => flipped.has(propOf(line, `${end}Id`) as ShapeId))
      .map((end) => [`${end}${letter}`, 1 - propOf(line, `${end}${letter}`)]),
  );
}

function set({ id }: Shape, props: ShapeProps): readonly Signal[] {
  return Object.keys(props).length > 0 ? [{ type: "shape.set", id, props }] : [];
}

function roundedMiddle(box: Box): Point {
  const { x, y } = middleOf(box);
  return { x: part(x), y: part(y) };
}
