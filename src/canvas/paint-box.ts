import { boundsOf, grow, type Box } from "../board/bounds.js";
import { inkReach } from "../picture/geometry/ink-outline.js";
import { lineWidth } from "../picture/geometry/line-width.js";
import { arrowHeadLength, roughReach } from "../picture/geometry/rough-parts.js";
import type { CustomShapes } from "../picture/custom/custom-shapes.js";
import { isKnownShape, type Shape } from "../signal/shape.js";

/** A letter is at most so wide, to its height; what the board takes for its width is an average. */
const WIDEST_LETTER = 2;
/** Letters reach over their line by at most so much, to their height. */
const LETTER_REACH = 1;
/** Half of the dashed line's width. */
const UNKNOWN_REACH = 0.5;

/** A box that holds all of a shape's drawing; never too small, at times too large. */
export function paintBoxOf(shape: Shape, custom?: CustomShapes): Box {
  const box = boundsOf(shape);
  if (!isKnownShape(shape)) return grow(box, Math.max(UNKNOWN_REACH, custom?.reachOf(shape) ?? 0));
  switch (shape.kind) {
    case "ink":
      return grow(box, inkReach(shape.size));
    case "rectangle":
    case "ellipse":
    case "diamond":
    case "triangle":
    case "star":
    case "note":
    case "image":
    case "frame":
    case "line":
      return grow(box, lineWidth(shape.size) + roughReach(box));
    case "arrow":
      return grow(box, lineWidth(shape.size) + roughReach(box) + arrowHeadLength(shape));
    case "text": {
      const letters = Math.max(...shape.text.split("\n").map((line) => line.length));
      return grow({ ...box, w: letters * shape.fontSize * WIDEST_LETTER }, shape.fontSize * LETTER_REACH);
    }
  }
}
