import { isLine, lineInPlace, type FindShape } from "../../board/binding.js";
import { ownBoxOf, type Box } from "../../board/bounds.js";
import { curveOf, pointAlong } from "../../board/curve.js";
import { propOf } from "../../signal/optional.js";
import type { BoxShape, LineShape, NoteShape, Shape } from "../../signal/shape.js";
import { innerBox, lineLabelWidth } from "../../picture/geometry/label-parts.js";
import { FRAME_NAME, noteBox } from "../../picture/geometry/sheet-parts.js";
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
      return fitted(shape, words, measure, noteBox(shape as NoteShape), shape.fontSize as number, align);
    case "line":
    case "arrow":
      return onLine(shape as LineShape, words, measure);
    default: {
      const [size, labelAlign] = [propOf(shape, "labelSize"), propOf(shape, "labelAlign")];
      return fitted(shape, words, measure, innerBox(shape as BoxShape), size, labelAlign);
    }
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
  const curve = curveOf(line);
  const width = lineLabelWidth(curve);
  const layout = layOut(words, font, fontSize, measure, width);
  const { x, y } = pointAlong(curve, 0.5);
  return { shape: line, box: around(x, y, layout), font, fontSize, align: "middle", isWrapped: layout.w >= width };
}

function around(x: number, y: number, { w, h }: TextLayout): Box {
  return { x: x - w / 2, y: y - h / 2, w, h };
}
