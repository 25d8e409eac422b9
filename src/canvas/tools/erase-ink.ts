import { boundsOf, grow, overlaps, unionOf, type Box } from "../../board/bounds.js";
import { cutInk } from "../../board/cut.js";
import { shapeAt } from "../../board/leaves.js";
import type { Point } from "../../board/point.js";
import type { ShapeId } from "../../signal/ids.js";
import { propOf } from "../../signal/optional.js";
import type { InkShape, Shape } from "../../signal/shape.js";
import type { Drag, ToolContext, ToolPointer } from "../tool.js";
import { removeShapes } from "./remove-shapes.js";
import { sweep } from "./sweep.js";

/**
 * Cuts the ink that the pointer touches on its way out of its strokes. What is left is seen here at once; the others get
 * it when the pointer is let go, as strokes with the points, times and pressures that they had.
 */
export function eraseInk(start: ToolPointer, context: ToolContext): Drag {
  const { view } = context;
  /** What is left of each stroke that was touched. */
  const left = new Map<ShapeId, readonly InkShape[]>();

  const cutAll = (pieces: readonly InkShape[], from: Point, to: Point, reach: number) => {
    const around = wayBox(from, to, reach);
    const cut = pieces.map((piece) => (touches(piece, around) ? pieced(piece, from, to, reach, context) : null));
    return cut.some((rest) => rest !== null) ? pieces.flatMap((piece, index) => cut[index] ?? [piece]) : null;
  };
  const move = sweep(start, context, (from, to, reach) => {
    const around = wayBox(from, to, reach);
    const whole = view.shapesIn(around).filter((shape) => isWhole(shape, context) && !left.has(shape.id));
    let isCut = false;
    for (const [id, pieces] of [...left, ...whole.map((ink) => [ink.id, [ink as InkShape]] as const)]) {
      const rest = cutAll(pieces, from, to, reach);
      if (rest) left.set(id, rest);
      isCut ||= rest !== null;
    }
    if (isCut) view.setStandIns(new Map([...left].map(([id, pieces]) => [id, () => pieces])));
  });
  const forget = () => {
    if (left.size > 0) view.setStandIns(new Map());
  };

  return {
    move,
    up() {
      forget();
      const pieces = [...left.values()].flat();
      removeShapes(
        context,
        [...left.keys()],
        pieces.map((shape) => ({ type: "shape.add", shape })),
      );
    },
    cancel: forget,
  };
}

/** True for a stroke on the board that may be changed; not for what is shown in the place of one. */
function isWhole(shape: Shape, context: ToolContext): boolean {
  return shape.kind === "ink" && propOf(shape, "locked") !== 1 && shapeAt(context.board(), shape.id) !== undefined;
}

/** What is left of a stroke, each part with an id of its own; null when it was not touched. */
function pieced(ink: InkShape, from: Point, to: Point, reach: number, context: ToolContext): InkShape[] | null {
  const runs = cutInk(ink, from, to, reach);
  return runs && runs.map((points) => ({ ...ink, id: context.newShapeId(), points }));
}

function touches(ink: InkShape, box: Box): boolean {
  return overlaps(grow(boundsOf(ink), ink.size / 2), box);
}

function wayBox(from: Point, to: Point, reach: number): Box {
  const ends = [from, to].map(({ x, y }) => ({ x, y, w: 0, h: 0 }));
  return grow(unionOf(ends) as Box, reach);
}
