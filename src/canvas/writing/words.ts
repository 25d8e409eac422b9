import { LIMITS } from "../../signal/limits.js";
import { propOf } from "../../signal/optional.js";
import type { Shape, ShapeProps } from "../../signal/shape.js";
import type { ToolContext } from "../tool.js";
import { sixteenth } from "../tools/sixteenth.js";

/** As many letters as a shape's text may have whatever letters they are: none takes more than three bytes to each of its UTF-16 units. */
export const MAX_LETTERS = Math.floor(LIMITS.textBytes / 3);

/** What is written on a shape; null for one that cannot be written on. */
export function wordsOf(shape: Shape): string | null {
  switch (shape.kind) {
    case "text":
    case "note":
    case "frame":
      return (shape as { readonly text?: string }).text ?? "";
    case "rectangle":
    case "ellipse":
    case "diamond":
    case "triangle":
    case "star":
    case "line":
    case "arrow":
      return propOf(shape, "label");
    default:
      return null;
  }
}

/** What a shape gets when that is written on it: a text with the size of its box, a first label with the chosen letters. */
export function written(shape: Shape, words: string, { measureText, style }: ToolContext): ShapeProps {
  if (shape.kind === "note" || shape.kind === "frame") return { text: words };
  if (shape.kind !== "text") {
    const { font, fontSize } = style();
    const isFirst = propOf(shape, "label") === "" && words !== "";
    return isFirst ? { label: words, labelSize: fontSize, font } : { label: words };
  }
  const width = wrapWidth(shape);
  const { w, h } = measureText(words, propOf(shape, "font"), shape.fontSize as number, width);
  return { text: words, boxW: width ?? sixteenth(w), boxH: sixteenth(h) };
}

/** Where the lines of a text are broken, in board units; nothing when only where it says so. */
export function wrapWidth(shape: Shape): number | undefined {
  return propOf(shape, "wrap") === 1 && propOf(shape, "boxW") > 0 ? propOf(shape, "boxW") : undefined;
}
