import { type Box, unionOf } from "../board/bounds.js";
import type { Board } from "../board/board.js";
import { shapeAt, shapesOf } from "../board/leaves.js";
import type { PageId, ShapeId } from "../signal/ids.js";
import type { Shape } from "../signal/shape.js";
import { seenBoxOf } from "./transform/seen-box.js";
import { type Axis, spanOf } from "./transform/spans.js";

/** One of the four ways to go, y being down. */
export interface Direction {
  readonly axis: Axis;
  readonly sign: 1 | -1;
}

/** How much farther off something is for being aside of the way, to being along it. */
const ASIDE = 2;

/**
 * The shape of a page that is nearest to the selected ones in a direction: its middle is that way, and more that way than
 * it is aside. Null where there is none, and without a selection. Each step leads farther, so that no two shapes hand
 * over to each other.
 */
export function nearestShape(
  board: Board,
  page: PageId,
  selection: readonly ShapeId[],
  direction: Direction,
): Shape | null {
  const selected = selection.flatMap((id) => shapeAt(board, id) ?? []);
  const from = unionOf(selected.map((shape) => seenBoxOf(board, shape)));
  if (!from) return null;
  let nearest: { readonly shape: Shape; readonly distance: number } | null = null;
  for (const shape of shapesOf(board)) {
    if (shape.page !== page || selected.includes(shape)) continue;
    const distance = distanceTo(from, seenBoxOf(board, shape), direction);
    if (distance === null || (nearest && distance >= nearest.distance)) continue;
    nearest = { shape, distance };
  }
  return nearest?.shape ?? null;
}

/** How far a box is in a direction; null when it is not there. */
function distanceTo(from: Box, to: Box, { axis, sign }: Direction): number | null {
  const [here, there] = [spanOf(from, axis), spanOf(to, axis)];
  const along = (sign * (there.low + there.high - here.low - here.high)) / 2;
  const aside = Math.max(0, there.crossLow - here.crossHigh, here.crossLow - there.crossHigh);
  return along > 0 && aside <= along ? along + ASIDE * aside : null;
}
