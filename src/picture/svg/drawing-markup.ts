import type { Drawing, DrawingPart, TextPart } from "../custom/drawing.js";
import { fillColor, inkColor, type Theme } from "../palette.js";
import { UI_FONT } from "../text.js";
import type { Shape } from "../../signal/shape.js";
import { SvgPath } from "./svg-path.js";
import { element, escapeXml } from "./xml.js";

/** What a custom shape looks like, as SVG elements from the top left corner of the shape's box. */
export function drawingMarkup(drawing: Drawing, shape: Pick<Shape, "color" | "size">, theme: Theme): string {
  return drawing
    .map((part) => ("text" in part ? lineMarkup(part, shape, theme) : pathMarkup(part, shape, theme)))
    .join("");
}

function pathMarkup(part: Exclude<DrawingPart, TextPart>, { size }: Pick<Shape, "size">, theme: Theme): string {
  const { path: draw, fill, tint, stroke, width = size, dash = [] } = part;
  const path = new SvgPath();
  draw(path);
  const filling = tint === undefined ? fill && inkColor(fill, theme) : fillColor(tint, theme);
  const look = {
    ...(filling !== undefined && { fill: filling }),
    ...(stroke !== undefined && { stroke: inkColor(stroke, theme), "stroke-width": width }),
    ...(stroke !== undefined && dash.length > 0 && { "stroke-dasharray": dash.join(" ") }),
  };
  return element("path", { ...look, d: path.d });
}

function lineMarkup(part: TextPart, shape: Pick<Shape, "color">, theme: Theme): string {
  const { text, x, y, fontSize, color, align = "start", isBold = false } = part;
  const look = {
    "xml:space": "preserve",
    fill: inkColor(color ?? shape.color, theme),
    "font-family": UI_FONT,
    "font-size": fontSize,
    "dominant-baseline": "central",
    ...(isBold && { "font-weight": 600 }),
    ...(align !== "start" && { "text-anchor": align }),
    x,
    y,
  };
  return element("text", look, escapeXml(text.replace(/[\t\n\f\r]/g, " ")));
}
