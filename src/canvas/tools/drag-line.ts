import { CLOSED_POINTS, wayThrough } from "../../board/binding.js";
import type { Point } from "../../board/point.js";
import type { ShapeId } from "../../signal/ids.js";
import { LIMITS } from "../../signal/limits.js";
import type { LineShape } from "../../signal/shape.js";
import type { Drag, ToolContext, ToolPointer } from "../tool.js";
import { onAngle } from "../transform/line-grips.js";
import { bindableAt, type Target } from "./bindable.js";
import { drawnShape, type Following } from "./drawn-shape.js";
import { isDragged, reachOf } from "./reach.js";
import { sixteenth } from "./sixteenth.js";

/** A point of a line that is drawn, and the shape that it would be bound to as an end. */
interface Place extends Point {
  readonly target: Target | null;
}

/**
 * Draws a straight line by a drag from end to end, or one through points by presses. That one ends with a press on its
 * last point (so with a double press), on its first one, which closes it, or, of an arrow, on a shape that its end is
 * bound to; and what there is of it is kept with Enter, Escape and the like. Shift keeps each part to every 15 degrees. Its ends are bound to the shapes
 * under them, unless control is held, or both would be to the same with no point between.
 */
export function dragLine(start: ToolPointer, context: ToolContext, kind: LineShape["kind"]): Drag {
  const { view } = context;
  const shape = drawnShape(context, {
    shape: (base, following, seed, { style, heads }) => {
      const { dash, roughness, corners } = style();
      return { kind, ...base, ...following, seed, dash, roughness, corners, ...heads()[kind] };
    },
  });
  let fixed: readonly [Place, ...Place[]] = [placeOf(start, start, context)];
  let isOpen = false;

  const isNear = (pointer: ToolPointer, { x, y }: Point) =>
    Math.hypot(pointer.x - x, pointer.y - y) <= reachOf(pointer, context.camera().zoom);
  const last = () => fixed.at(-1) as Place;
  const canClose = () => fixed.length + 1 >= CLOSED_POINTS;

  const next = (pointer: ToolPointer): Place => {
    if (canClose() && isNear(pointer, fixed[0])) return fixed[0];
    return placeOf(pointer, pointer.shift ? onAngle(last(), pointer) : pointer, context);
  };
  const draw = (places: readonly Place[]) => {
    const ends = endsOf(places);
    view.setMarks({ targets: ends.flatMap((target): ShapeId[] => (target ? [target.id] : [])) });
    shape.draw(followingOf(places, ends));
  };
  const move = (pointer: ToolPointer) => {
    if (shape.id() === null && !isDragged(start, pointer)) return;
    const place = next(pointer);
    const isThere = fixed.length > 1 && place.x === last().x && place.y === last().y;
    draw(isThere ? fixed : [...fixed, place]);
  };
  const unmark = () => view.setMarks({ targets: [] });
  const takeBack = () => {
    shape.takeBack();
    unmark();
  };
  const end = (isToolLeft = false) => {
    shape.finish();
    unmark();
    const id = shape.id();
    if (id !== null && !isToolLeft) context.drawn([id]);
  };
  const finish = (isToolLeft = false) => {
    if (fixed.length === 1) return takeBack();
    draw(fixed);
    return end(isToolLeft);
  };

  return {
    move,
    up(pointer) {
      const wasOpen = isOpen;
      isOpen = true;
      if (wasOpen && isNear(pointer, last())) return finish();
      move(pointer);
      if (!wasOpen) return shape.id() === null ? "open" : end();
      const place = next(pointer);
      fixed = [...fixed, place];
      const isClosed = place === fixed[0];
      const isBound = kind === "arrow" && endsOf(fixed)[1] !== null;
      return isClosed || isBound || fixed.length === LIMITS.linePoints + 2 ? end() : "open";
    },
    keep: finish,
    cancel: takeBack,
  };
}

function placeOf(pointer: ToolPointer, { x, y }: Point, context: ToolContext): Place {
  const reach = reachOf(pointer, context.camera().zoom);
  return {
    x: sixteenth(x),
    y: sixteenth(y),
    target: pointer.ctrl ? null : bindableAt(context, { x, y }, reach),
  };
}

/** What the ends are bound to: a closed line to nothing, so that it stays closed. */
function endsOf(places: readonly Place[]): readonly [Target | null, Target | null] {
  const [first, last] = [places[0]!, places.at(-1)!];
  const isLoop = places.length === 2 && first.target?.id === last.target?.id;
  return first === last || isLoop ? [null, null] : [first.target, last.target];
}

function followingOf(places: readonly Point[], [first, last]: ReturnType<typeof endsOf>): Following {
  return { through: "", ...wayThrough(places), ...bindings("start", first), ...bindings("end", last) };
}

function bindings(end: "start" | "end", target: Target | null): Readonly<Record<string, number>> {
  return { [`${end}Id`]: target?.id ?? 0, [`${end}X`]: target?.x ?? 0.5, [`${end}Y`]: target?.y ?? 0.5 };
}
