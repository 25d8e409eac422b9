import { cornersOf, grow, LINE_HEIGHT, ownBoxOf, toBoard, unionOf, type Box } from "../board/bounds.js";
import { curveOf, pointAlong } from "../board/curve.js";
import { propOf } from "../signal/optional.js";
import { isKnownShape, type KnownShape, type LineShape, type Shape, type TextShape } from "../signal/shape.js";
import { headLength } from "../picture/geometry/heads.js";
import { inkReach } from "../picture/geometry/ink-outline.js";
import { lineLabelWidth } from "../picture/geometry/label-parts.js";
import { lineWidth } from "../picture/geometry/line-width.js";
import type { CustomShapes } from "../picture/custom/custom-shapes.js";
import { roughReach } from "../picture/geometry/rough-parts.js";
import { roughnessOf } from "../picture/geometry/rough-style.js";
import { FRAME_NAME_REACH, SHADOW_REACH } from "../picture/geometry/sheet-parts.js";
import { guessLine, layOut } from "../picture/text-layout.js";

/** A letter is at most so wide, to its height; what the board takes for its width is an average. */
const WIDEST_LETTER = 2;
/** Letters reach over their line by at most so much, to their height. */
const LETTER_REACH = 1;
/** How far what stands for a picture reaches from its box. */
const STEAD_REACH = 20;
/** Half of the dashed line's width. */
const UNKNOWN_REACH = 0.5;

/** A box that holds all of a shape's drawing; never too small, at times too large. A line is to be given in its place. */
export function paintBoxOf(shape: Shape, custom?: CustomShapes): Box {
  const own = isKnownShape(shape)
    ? ownPaintBox(shape)
    : grow(ownBoxOf(shape), Math.max(UNKNOWN_REACH, custom?.reachOf(shape) ?? 0));
  const corners = cornersOf(own).map((corner) => ({ ...toBoard(shape, corner), w: 0, h: 0 }));
  return unionOf(corners) ?? own;
}

/** The box before it is turned, from the shape's own place. */
function ownPaintBox(shape: KnownShape): Box {
  const box = ownBoxOf(shape);
  switch (shape.kind) {
    case "ink":
      return grow(box, inkReach(shape.size));
    case "rectangle":
    case "ellipse":
    case "diamond":
    case "triangle":
    case "star": {
      const letters = propOf(shape, "label") === "" ? 0 : propOf(shape, "labelSize") * LETTER_REACH;
      return grow(box, Math.max(letters, lineWidth(shape.size) + roughReach(box, roughnessOf(shape))));
    }
    case "line":
    case "arrow":
      return linePaintBox(shape, box);
    case "text":
      return textPaintBox(shape, box);
    case "note":
      return grow(box, Math.max(SHADOW_REACH, shape.text === "" ? 0 : shape.fontSize * LETTER_REACH));
    case "image":
      return grow(box, propOf(shape, "alt") === "" ? lineWidth(1) : STEAD_REACH);
    case "frame":
      return grow({ ...box, y: box.y - FRAME_NAME_REACH, h: box.h + FRAME_NAME_REACH }, FRAME_NAME_REACH);
  }
}

function linePaintBox(shape: LineShape, box: Box): Box {
  const curve = curveOf(shape);
  const drawn = grow(box, lineWidth(shape.size) + roughReach(box, roughnessOf(shape)) + headLength(shape, curve));
  const label = propOf(shape, "label");
  if (label === "") return drawn;
  const { x, y } = pointAlong(curve, 0.5);
  const { w, h } = largestText(label, propOf(shape, "labelSize"), lineLabelWidth(curve));
  return unionOf([drawn, { x: x - w / 2, y: y - h / 2, w, h }]) ?? drawn;
}

function textPaintBox(shape: TextShape, { w: boxW, h: boxH }: Box): Box {
  const isWrapped = propOf(shape, "wrap") === 1 && propOf(shape, "boxW") > 0;
  const { w, h } = largestText(shape.text, shape.fontSize, isWrapped ? boxW : Infinity);
  const over = propOf(shape, "align") === "start" ? 0 : Math.max(0, w - boxW);
  const box = { x: -over, y: 0, w: Math.max(w, boxW) + over, h: Math.max(h, boxH) };
  return grow(box, shape.fontSize * LETTER_REACH);
}

/** A text in letters as wide as any are, with a line to spare for each where lines are broken. */
function largestText(text: string, fontSize: number, width: number): Pick<Box, "w" | "h"> {
  const { lines } = layOut(text, "", fontSize, guessLine, width);
  const letters = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const widest = letters * fontSize * WIDEST_LETTER;
  const spare = width === Infinity ? 0 : 1;
  return {
    w: width === Infinity ? widest : Math.min(widest, width + fontSize * WIDEST_LETTER),
    h: (lines.length + spare) * fontSize * LINE_HEIGHT,
  };
}
