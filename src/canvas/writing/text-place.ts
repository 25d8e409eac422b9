import { isLine, lineInPlace, type FindShape } from "../../board/binding.js";
import { grow, ownBoxOf, type Box } from "../../board/bounds.js";
import { curveOf, pointAlong } from "../../board/curve.js";
import { propOf } from "../../signal/optional.js";
import type { LineShape, Shape } from "../../signal/shape.js";
import { fitText, layOut, type LineMeasure, type TextLayout } from "../../picture/text-layout.js";
import { wrapWidth } from "./words.js";

/** Where a shape's words stand, for an editor in their place. */
export interface TextPlace {
  /** The shape where it is seen: its words turn with it around its own place. */
  readonly shape: Shape;
  /** From the shape's own place, before it is turned, in board units. */
  readonly box: Box;
  readonly font: string;
  readonly fontSize: number;
  /** `start`, `middle` or `end`. */
  readonly align: string;
  /** True where lines are broken at the box's width. */
  readonly isWrapped: boolean;
}

/** A label's distance from the lines around it, and a note's from its edge: to the shorter side, and at most. */
const PADDING = { label: [1 / 6, 10], note: [0.1, 16] } as const;
/** The largest box that lies in a shape, as shares of its own box. */
const INNER: Readonly<Record<string, Box>> = {
  ellipse: { x: 0.146, y: 0.146, w: 0.708, h: 0.708 },
  diamond: { x: 0.25, y: 0.25, w: 0.5, h: 0.5 },
  triangle: { x: 0.25, y: 0.5, w: 0.5, h: 0.5 },
  star: { x: 0.3, y: 0.36, w: 0.4, h: 0.36 },
};
const FRAME_NAME = { font: "sans", fontSize: 14, gap: 4 } as const;
/** A line's label is broken at this share of its length, but not before this many board units. */
const [LINE_SHARE, LINE_LEAST] = [0.7, 120];

/** Where `words` stand when they are written on a shape. */
export function textPlace(own: Shape, words: string, measure: LineMeasure, find: FindShape): TextPlace {
  const shape = isLine(own) ? lineInPlace(own, find) : own;
  const [font, align] = [propOf(shape, "font"), propOf(shape, "align")];
  switch (shape.kind) {
    case "text": {
      const fontSize = shape.fontSize as number;
      const width = wrapWidth(shape);
      const layout = layOut(words, font, fontSize, measure, width);
      const box = { x: 0, y: 0, w: width ?? layout.w, h: layout.h };
      return { shape, box, font, fontSize, align, isWrapped: width !== undefined };
    }
    case "frame": {
      const { gap, ...look } = FRAME_NAME;
      const { x, y, w } = ownBoxOf(shape);
      const { h } = layOut("", look.font, look.fontSize, measure);
      return { shape, box: { x, y: y - gap - h, w, h }, ...look, align: "start", isWrapped: false };
    }
    case "note":
      return fitted(shape, words, measure, padded(ownBoxOf(shape), PADDING.note), shape.fontSize as number, align);
    case "line":
    case "arrow":
      return onLine(shape as LineShape, words, measure);
    default:
      return fitted(
        shape,
        words,
        measure,
        padded(innerBox(shape), PADDING.label),
        propOf(shape, "labelSize"),
        "middle",
      );
  }
}

/** Words in the middle of a box's height, with smaller letters where they are too many. */
function fitted(shape: Shape, words: string, measure: LineMeasure, inner: Box, size: number, align: string): TextPlace {
  const font = propOf(shape, "font");
  const { h, fontSize } = fitText(words, font, size, measure, inner);
  const box = { ...inner, y: inner.y + (inner.h - h) / 2, h };
  return { shape, box, font, fontSize, align, isWrapped: true };
}

function onLine(line: LineShape, words: string, measure: LineMeasure): TextPlace {
  const [font, fontSize] = [propOf(line, "font"), propOf(line, "labelSize")];
  const width = Math.max(LINE_LEAST, Math.hypot(line.w, line.h) * LINE_SHARE);
  const layout = layOut(words, font, fontSize, measure, width);
  const { x, y } = pointAlong(curveOf(line), 0.5);
  return { shape: line, box: around(x, y, layout), font, fontSize, align: "middle", isWrapped: layout.w >= width };
}

function around(x: number, y: number, { w, h }: TextLayout): Box {
  return { x: x - w / 2, y: y - h / 2, w, h };
}

function innerBox(shape: Shape): Box {
  const own = ownBoxOf(shape);
  const share = INNER[shape.kind];
  return share
    ? { x: own.x + own.w * share.x, y: own.y + own.h * share.y, w: own.w * share.w, h: own.h * share.h }
    : own;
}

function padded(box: Box, [share, most]: readonly [number, number]): Box {
  return grow(box, -Math.min(most, Math.min(box.w, box.h) * share));
}
