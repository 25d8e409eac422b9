import { grow, ownBoxOf, type Box } from "../../board/bounds.js";
import { propOf } from "../../signal/optional.js";
import type { FrameShape, ImageShape, NoteShape, TextShape } from "../../signal/shape.js";
import { fitText, layOut, shortened, type LineMeasure } from "../text-layout.js";
import { drawBox } from "./box-path.js";
import type { ColorRole, ImagePart, PathPart, TextPart } from "./geometry.js";
import type { Path } from "./path.js";
import { centredPart, textPart } from "./text-part.js";

/** A note's padding, to the shorter of its sides and at most in board units. */
const [PADDING_SHARE, PADDING_MOST] = [0.1, 16];
const CORNER = 3;
/** A shadow is sheets under the note: so much lower, and larger by so much each. */
const SHADOW = { down: 4, layers: [-1, 0.5, 2, 3.5, 5] } as const;
/** How far a note's shadow reaches from its sheet. */
export const SHADOW_REACH = 10;

/** The name above a frame: for an editor that stands there too. */
export const FRAME_NAME = { font: "sans", fontSize: 14, gap: 4 } as const;
/** How far a frame's name reaches over its box. */
export const FRAME_NAME_REACH = 24;
const FRAME_LINE = 1.5;
const STEAD_FONT = { font: "sans", fontSize: 14 } as const;
const STEAD_PADDING = 8;

/** Lines of text, in the box its writer measured or as wide as they are. */
export function textParts(shape: TextShape, measure: LineMeasure): TextPart[] {
  const [font, align] = [propOf(shape, "font"), propOf(shape, "align")];
  const boxW = propOf(shape, "boxW");
  const isWrapped = propOf(shape, "wrap") === 1 && boxW > 0;
  const layout = layOut(shape.text, font, shape.fontSize, measure, isWrapped ? boxW : Infinity);
  if (shape.text.trim() === "") return [];
  return [textPart(layout, { x: 0, y: 0, w: boxW || layout.w, h: layout.h }, { font, align, color: "ink" })];
}

/** A sheet with a soft shadow, and its text in the middle; smaller where it is too long. */
export function noteParts<P extends Path>(
  shape: NoteShape,
  measure: LineMeasure,
  newPath: () => P,
): (PathPart<P> | TextPart)[] {
  const box = ownBoxOf(shape);
  const sheets = [
    ...SHADOW.layers.map((more) =>
      sheet(grow({ ...box, y: box.y + SHADOW.down }, more), CORNER + more, "shadow", newPath),
    ),
    sheet(box, CORNER, "sheet", newPath),
  ];
  if (shape.text.trim() === "") return sheets;
  const [font, align] = [propOf(shape, "font"), propOf(shape, "align")];
  const inner = noteBox(shape);
  const layout = fitText(shape.text, font, Math.max(1, shape.fontSize), measure, inner);
  return [...sheets, centredPart(layout, inner, { font, align, color: "onSheet" })];
}

/** Where a note's text may stand, from the note's own place: for an editor that stands there too. */
export function noteBox(shape: NoteShape): Box {
  const box = ownBoxOf(shape);
  return grow(box, -Math.min(PADDING_MOST, Math.min(box.w, box.h) * PADDING_SHARE));
}

/** A light line around a frame, and its name above. */
export function frameParts<P extends Path>(
  shape: FrameShape,
  measure: LineMeasure,
  newPath: () => P,
): (PathPart<P> | TextPart)[] {
  const box = ownBoxOf(shape);
  const outline = boxLine(box, CORNER, FRAME_LINE, newPath);
  const name = shape.text.replace(/\s+/g, " ").trim();
  if (name === "") return [outline];
  const { font, fontSize, gap } = FRAME_NAME;
  const layout = layOut(shortened(name, font, fontSize, measure, box.w), font, fontSize, measure);
  const place = { ...box, y: box.y - gap - layout.h };
  return [outline, textPart(layout, place, { font, align: "start", color: "faint" })];
}

/** A picture; while it is not at hand, a box with what is told to those who cannot see it. */
export function imageParts<P extends Path>(shape: ImageShape, measure: LineMeasure, newPath: () => P): ImagePart<P>[] {
  const box = ownBoxOf(shape);
  const [x, y] = [clampShare(propOf(shape, "cropX")), clampShare(propOf(shape, "cropY"))];
  const crop = {
    x,
    y,
    w: Math.min(clampShare(propOf(shape, "cropW")), 1 - x),
    h: Math.min(clampShare(propOf(shape, "cropH")), 1 - y),
  };
  const inner = grow(box, -Math.min(STEAD_PADDING, box.w / 4, box.h / 4));
  const { font, fontSize } = STEAD_FONT;
  const alt = propOf(shape, "alt").trim();
  const words = fitText(alt, font, fontSize, measure, inner);
  const label = centredPart(words, inner, { font, align: "middle", color: "faint" });
  return [
    {
      type: "image",
      asset: shape.asset,
      box,
      isMirroredX: shape.w < 0,
      isMirroredY: shape.h < 0,
      crop,
      stead: [boxLine(box, CORNER, 1, newPath), ...(alt === "" ? [] : [label])],
    },
  ];
}

function sheet<P extends Path>(box: Box, radius: number, color: ColorRole, newPath: () => P): PathPart<P> {
  const path = newPath();
  drawBox(path, box, radius);
  return { type: "path", path, color, width: 0, dash: [] };
}

function boxLine<P extends Path>(box: Box, radius: number, width: number, newPath: () => P): PathPart<P> {
  const path = newPath();
  drawBox(path, box, radius);
  return { type: "path", path, color: "faint", width, dash: [] };
}

function clampShare(share: number): number {
  return Math.min(1, Math.max(0, share));
}
