import { boundTo, isLine } from "../board/binding.js";
import { middleOf, ownBoxOf, toBoard } from "../board/bounds.js";
import type { Point } from "../board/point.js";
import { scaled, turned, turnOf, type Scaling } from "../board/transform.js";
import { part } from "../board/part.js";
import type { ShapeId } from "../signal/ids.js";
import { propOf } from "../signal/optional.js";
import type { LineShape, Shape, ShapeProps } from "../signal/shape.js";
import { valueOf } from "./changed-props.js";

/** What keeps its face, and only changes place: what is read, and what only its app can draw. */
const KEPT = /^(text|note|frame|\?.*)$/;

/** True for a stretching that turns over. */
export function isMirroring(scaling: Pick<Scaling, "sx" | "sy">): boolean {
  return scaling.sx < 0 || scaling.sy < 0;
}

/** What is mirrored together, and along which axes: those of the board, or (of one shape alone) its own. */
export interface Mirroring {
  readonly ids: ReadonlySet<ShapeId>;
  readonly isInOwnAxes: boolean;
}

/** True for a shape that `shapes.scale` mirrors right: one that is neither read, nor turned, nor bound to others of these. */
export function isMirroredByScale(shape: Shape, { ids, isInOwnAxes }: Mirroring): boolean {
  if (KEPT.test(shape.kind)) return false;
  if (isLine(shape)) return !boundTo(shape).some((id) => ids.has(id));
  return isInOwnAxes || turnOf(shape) === 0;
}

/**
 * What a stretching that turns over makes of a shape: text, notes, frames and custom shapes stay readable, with their
 * middle where it is mirrored; what is turned is turned the other way, and lines stay bound to the mirrored place.
 */
export function mirrored(shape: Shape, scaling: Scaling, mirroring: Mirroring): ShapeProps {
  if (isMirroredByScale(shape, mirroring)) return scaled(shape, scaling);
  if (KEPT.test(shape.kind)) return movedAcross(shape, scaling, mirroring.isInOwnAxes);
  if (isLine(shape)) return { ...scaled(shape, scaling), ...mirroredEnds(shape, scaling, mirroring.ids) };
  const { x, y } = across(shape, scaling, 0);
  return { ...scaled(shape, { ...scaling, x: shape.x, y: shape.y }), x, y, ...turnedOver(shape, scaling) };
}

function movedAcross(shape: Shape, scaling: Scaling, isInOwnAxes: boolean): ShapeProps {
  const size = sizedBy(shape, Math.abs(scaling.sx), Math.abs(scaling.sy));
  const turn = isInOwnAxes ? {} : turnedOver(shape, scaling);
  const middle = across(toBoard(shape, middleOf(ownBoxOf(shape))), scaling, isInOwnAxes ? turnOf(shape) : 0);
  const result = { ...shape, ...size, ...turn };
  const own = middleOf(ownBoxOf(result));
  const [dx, dy] = turned(own.x, own.y, turnOf(result));
  return { ...size, ...turn, x: part(middle.x - dx), y: part(middle.y - dy) };
}

/** The sizes stretched; not stretched they are just what they were, however small. */
function sizedBy(shape: Shape, sx: number, sy: number): ShapeProps {
  const sized = scaled(shape, { x: shape.x, y: shape.y, sx, sy });
  if (sx !== 1 || sy !== 1) return sized;
  return Object.fromEntries(Object.entries(sized).map(([name, value]) => [name, valueOf(shape, name) ?? value]));
}

/** Where a board point is stretched to, along axes that are turned. */
function across(point: Point, { x, y, sx, sy }: Scaling, angle: number): Point {
  const [ownX, ownY] = turned(point.x - x, point.y - y, -angle);
  const [dx, dy] = turned(ownX * sx, ownY * sy, angle);
  return { x: part(x + dx), y: part(y + dy) };
}

/** Mirrored one way a turn goes the other way round; both ways it is itself again. */
function turnedOver(shape: Shape, { sx, sy }: Scaling): ShapeProps {
  const angle = turnOf(shape);
  return angle === 0 ? {} : { rotation: sx * sy < 0 ? -angle : angle };
}

/** The places of bound ends on shapes that are mirrored along. */
function mirroredEnds(line: LineShape, { sx, sy }: Scaling, ids: ReadonlySet<ShapeId>): ShapeProps {
  const letters = [...(sx < 0 ? (["X"] as const) : []), ...(sy < 0 ? (["Y"] as const) : [])];
  return Object.fromEntries(
    (["start", "end"] as const)
      .filter((end) => ids.has(propOf(line, `${end}Id`) as ShapeId))
      .flatMap((end) => letters.map((letter) => [`${end}${letter}`, 1 - propOf(line, `${end}${letter}`)])),
  );
}
