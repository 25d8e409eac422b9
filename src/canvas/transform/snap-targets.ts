import { boundsOf, type Box } from "../../board/bounds.js";
import type { ShapeId } from "../../signal/ids.js";
import type { Shape } from "../../signal/shape.js";
import type { BoardView } from "../board-view.js";
import { visibleBox } from "../camera.js";
import { spanOf, stopsOf, type Axis, type Span, type Stop } from "./spans.js";

/** What there is to line up with, along each axis: spans in the order they begin, their stops in order. */
export type SnapTargets = {
  readonly [A in Axis]: { readonly spans: readonly Span[]; readonly stops: readonly Stop[] };
};

/** What boxes give others to line up with. */
export function snapTargets(boxes: readonly Box[]): SnapTargets {
  const along = (axis: Axis) => {
    const spans = boxes.map((box) => spanOf(box, axis)).sort((a, b) => a.low - b.low);
    return { spans, stops: spans.flatMap(stopsOf).sort((a, b) => a.at - b.at) };
  };
  return { x: along("x"), y: along("y") };
}

/**
 * What a view shows that others may line up with: no lines and no handwriting, whose edges nobody thinks of, and nothing
 * that is itself moved.
 */
export function targetsInView(view: BoardView, isMoved: (id: ShapeId) => boolean): SnapTargets {
  const shapes = view.shapesIn(visibleBox(view.camera.get(), view.size.get()));
  return snapTargets(shapes.filter((shape) => hasEdges(shape) && !isMoved(shape.id)).map(boundsOf));
}

function hasEdges({ kind }: Shape): boolean {
  return kind !== "ink" && kind !== "line" && kind !== "arrow";
}
