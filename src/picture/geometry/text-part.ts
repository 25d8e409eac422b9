import { LINE_HEIGHT, type Box } from "../../board/bounds.js";
import type { TextLayout } from "../text-layout.js";
import type { ColorRole, TextPart } from "./geometry.js";

/** Where lines begin, have their middle or end in a box, to its width. */
const SHARES = { start: 0, middle: 0.5, end: 1 } as const;

export interface TextLook {
  /** A shape's `font` and `align`; what this version does not know is like `start`. */
  readonly font: string;
  readonly align: string;
  readonly color: ColorRole;
}

/** Lines of text from the top of a box, aligned in its width; higher up when there are too many for it and so asked. */
export function textPart(layout: TextLayout, box: Box, { font, align, color }: TextLook): TextPart {
  const anchor = align === "middle" || align === "end" ? align : "start";
  const share = SHARES[anchor];
  const x = box.x + box.w * share;
  const { lines, fontSize } = layout;
  const around = { x: x - layout.w * share, y: box.y, w: layout.w, h: layout.h };
  return { type: "text", lines, x, y: box.y, anchor, font, fontSize, color, box: around };
}

/** Lines of text in the middle of a box's height. */
export function centredPart(layout: TextLayout, box: Box, look: TextLook): TextPart {
  return textPart(layout, { ...box, y: box.y + (box.h - layout.h) / 2 }, look);
}

/** From the top of a text part to the middle of a line. */
export function middleOfLine(index: number, fontSize: number): number {
  return (index + 0.5) * fontSize * LINE_HEIGHT;
}
