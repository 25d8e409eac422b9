import { ownBoxOf, type Box } from "../../board/bounds.js";
import { chordsOf, curveOf, pointAlong, type Curve } from "../../board/curve.js";
import { propOf } from "../../signal/optional.js";
import type { BoxShape, LineShape } from "../../signal/shape.js";
import { fitText, layOut, type LineMeasure } from "../text-layout.js";
import { drawBox } from "./box-path.js";
import type { PathPart, TextPart } from "./geometry.js";
import { lineWidth } from "./line-width.js";
import type { Path } from "./path.js";
import { centredPart } from "./text-part.js";

/** From a box's lines to its label, in board units, unless the box is small. */
const PADDING = 8;
/** The largest box that lies in a shape, as shares of its own box. */
const INNER: Readonly<Record<BoxShape["kind"], Box>> = {
  rectangle: { x: 0, y: 0, w: 1, h: 1 },
  ellipse: { x: 0.146, y: 0.146, w: 0.708, h: 0.708 },
  diamond: { x: 0.25, y: 0.25, w: 0.5, h: 0.5 },
  triangle: { x: 0.25, y: 0.5, w: 0.5, h: 0.5 },
  star: { x: 0.3, y: 0.36, w: 0.4, h: 0.36 },
};
/** A line's label is broken at this share of its length, but not before this many board units. */
const [LINE_SHARE, LINE_LEAST] = [0.7, 120];
/** From a label to where lines go on beside it. */
const BACK_PADDING = 4;

/** The label of a closed shape, in the middle of its height; smaller where it is too long. Among hatching it stands on the page's colour. */
export function boxLabel<P extends Path>(
  shape: BoxShape,
  measure: LineMeasure,
  newPath: () => P,
): (PathPart<P> | TextPart)[] {
  const { text, size, look } = labelOf(shape);
  if (text.trim() === "") return [];
  const box = innerBox(shape);
  const align = propOf(shape, "labelAlign");
  const part = centredPart(fitText(text, look.font, size, measure, box), box, { ...look, align });
  return shape.fill === "hachure" ? [backOf(part, newPath), part] : [part];
}

/** The label of a line, in its middle, on a piece of the page's colour. */
export function lineLabel<P extends Path>(
  shape: LineShape,
  measure: LineMeasure,
  newPath: () => P,
): (PathPart<P> | TextPart)[] {
  const { text, size, look } = labelOf(shape);
  if (text.trim() === "") return [];
  const curve = curveOf(shape);
  const layout = layOut(text, look.font, size, measure, lineLabelWidth(curve));
  const { x, y } = pointAlong(curve, 0.5);
  const part = centredPart(layout, { x, y, w: 0, h: 0 }, look);
  return [backOf(part, newPath), part];
}

/** A piece of the page's colour that keeps lines away from a label. */
function backOf<P extends Path>({ box }: TextPart, newPath: () => P): PathPart<P> {
  const path = newPath();
  drawBox(path, { x: box.x - BACK_PADDING, y: box.y, w: box.w + 2 * BACK_PADDING, h: box.h }, BACK_PADDING);
  return { type: "path", path, color: "page", width: 0, dash: [] };
}

/** Where a closed shape's label may stand, from the shape's own place: for an editor that stands there too. */
export function innerBox(shape: BoxShape): Box {
  const [own, share] = [ownBoxOf(shape), INNER[shape.kind]];
  const [w, h] = [own.w * share.w, own.h * share.h];
  const [across, down] = [w, h].map((side) => Math.min(side / 6, PADDING + lineWidth(shape.size) / 2)) as [
    number,
    number,
  ];
  const [x, y] = [own.x + own.w * share.x, own.y + own.h * share.y];
  return { x: x + across, y: y + down, w: w - 2 * across, h: h - 2 * down };
}

/** Where a line's label is broken, in board units. */
export function lineLabelWidth(curve: Curve): number {
  return Math.max(LINE_LEAST, chordsOf(curve) * LINE_SHARE);
}

function labelOf(shape: BoxShape | LineShape) {
  const look = { font: propOf(shape, "font"), align: "middle", color: "ink" } as const;
  return { text: propOf(shape, "label"), size: Math.max(1, propOf(shape, "labelSize")), look };
}
