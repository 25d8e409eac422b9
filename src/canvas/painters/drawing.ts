import type { Drawing, DrawingPart, TextPart } from "../../picture/custom/drawing.js";
import { fillColor, inkColor, type Theme } from "../../picture/palette.js";
import { UI_FONT } from "../../picture/text.js";
import type { Shape } from "../../signal/shape.js";
import { prepareText } from "./text.js";

const ALIGN = { start: "left", middle: "center", end: "right" } as const;

/** Paints what a custom shape looks like. The context stands at the top left corner of the shape's box. */
export function paintDrawing(
  context: CanvasRenderingContext2D,
  drawing: Drawing,
  shape: Pick<Shape, "color" | "size">,
  theme: Theme,
): void {
  for (const part of drawing) {
    if ("text" in part) paintLine(context, part, shape, theme);
    else paintPath(context, part, shape, theme);
  }
}

function paintPath(
  context: CanvasRenderingContext2D,
  part: Exclude<DrawingPart, TextPart>,
  { size }: Pick<Shape, "size">,
  theme: Theme,
): void {
  const { path: draw, fill, tint, stroke, width = size, dash = [] } = part;
  const path = new Path2D();
  draw(path);
  const filling = tint === undefined ? fill && inkColor(fill, theme) : fillColor(tint, theme);
  if (filling !== undefined) {
    context.fillStyle = filling;
    context.fill(path);
  }
  if (stroke === undefined) return;
  context.strokeStyle = inkColor(stroke, theme);
  context.lineWidth = width;
  context.lineCap = "round";
  context.lineJoin = "round";
  context.setLineDash([...dash]);
  context.stroke(path);
}

function paintLine(
  context: CanvasRenderingContext2D,
  { text, x, y, fontSize, color, align = "start", isBold = false }: TextPart,
  shape: Pick<Shape, "color">,
  theme: Theme,
): void {
  prepareText(context, `${isBold ? "600 " : ""}${fontSize}px ${UI_FONT}`, "alphabetic");
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = context.measureText("");
  context.textAlign = ALIGN[align];
  context.fillStyle = inkColor(color ?? shape.color, theme);
  context.fillText(text, x, y + (ascent - descent) / 2);
}
