import { boundsOf, grow, LINE_HEIGHT, ownBoxOf, unionOf, type Box } from "../../board/bounds.js";
import { isKnownShape, type Shape, type TextShape, type UnknownShape } from "../../signal/shape.js";
import type { CustomShapes } from "../custom/custom-shapes.js";
import type { Geometry } from "../geometry/geometry.js";
import { geometryOf } from "../geometry/geometry-of.js";
import { fillColor, inkColor, type Theme } from "../palette.js";
import { guessedWidth } from "../text.js";
import { UNKNOWN_LOOK, unknownLabel } from "../unknown.js";
import { drawingMarkup } from "./drawing-markup.js";
import { SvgPath } from "./svg-path.js";
import { type Attributes, decimal, element, escapeXml } from "./xml.js";

/** A shape as SVG elements, drawn from the shape's own place. */
export interface ShapeMarkup {
  readonly content: string;
  /** A box around the drawing, from the shape's own place; a guess for text. */
  readonly box: Box;
}

/** From the top of a line's letters to their baseline, to their height: nearly the same in all fonts. */
const LETTER_TOP = 0.77;
/** What a canvas writes as a space. */
const BLANK = /[\t\n\f\r]/g;

/** A shape's elements and their box; null when nothing is to be seen. Throws `bad-argument` for ink not loaded. */
export function shapeMarkup(shape: Shape, theme: Theme, custom?: CustomShapes): ShapeMarkup | null {
  if (!isKnownShape(shape)) return customMarkup(shape, theme, custom);
  if (shape.kind === "text") return textMarkup(shape, theme);
  return pathsMarkup(
    geometryOf(shape, () => new SvgPath()),
    shape.color,
    theme,
  );
}

function pathsMarkup(geometry: Geometry<SvgPath>, color: string, theme: Theme): ShapeMarkup | null {
  const [elements, boxes]: [string[], Box[]] = [[], []];
  for (const { path, paint, width } of geometry) {
    if (!path.box) continue;
    boxes.push(grow(path.box, width / 2));
    const look =
      paint === "stroke"
        ? { stroke: inkColor(color, theme), "stroke-width": width }
        : { fill: paint === "ink" ? inkColor(color, theme) : fillColor(color, theme) };
    elements.push(element("path", { ...look, d: path.d }));
  }
  const box = unionOf(boxes);
  return box && { content: elements.join(""), box };
}

/** Each line is told to have its middle in the middle of its height, which is where CSS and the canvas have it. */
function textMarkup({ text, fontSize, color }: TextShape, theme: Theme): ShapeMarkup {
  const lines = text.split("\n");
  const lineHeight = fontSize * LINE_HEIGHT;
  const look = { fill: inkColor(color, theme), "font-size": fontSize, "dominant-baseline": "central" };
  const elements = lines.map((line, index) =>
    line.trim() === "" ? "" : textElement(line, { ...look, y: (index + 0.5) * lineHeight }),
  );
  const box = { x: 0, y: 0, w: guessedWidth(lines) * fontSize, h: lines.length * lineHeight };
  return { content: elements.join(""), box };
}

function customMarkup(shape: UnknownShape, theme: Theme, custom: CustomShapes | undefined): ShapeMarkup {
  const drawn = custom?.draw(shape, theme) ?? null;
  if (!custom || drawn === null) return unknownMarkup(shape, theme, unknownLabel(shape.kind));
  if ("error" in drawn) return unknownMarkup(shape, theme, unknownLabel(shape.kind, drawn.error));
  const reach = custom.reachOf(shape);
  const box = grow(ownBoxOf(shape), reach);
  const { x, y, w: width, h: height } = box;
  const viewBox = [-reach, -reach, width, height].map(decimal).join(" ");
  const content = drawingMarkup(drawn.drawing, shape, theme);
  // An inner <svg> cuts what reaches over its edges.
  return { content: element("svg", { x, y, width, height, viewBox }, content), box };
}

function unknownMarkup(shape: UnknownShape, theme: Theme, text: string): ShapeMarkup {
  const { dash, lineWidth, fontSize, padding } = UNKNOWN_LOOK;
  const color = inkColor(UNKNOWN_LOOK.color, theme);
  const bounds = boundsOf(shape);
  const box = { ...bounds, x: bounds.x - shape.x, y: bounds.y - shape.y };
  const line = { stroke: color, "stroke-width": lineWidth, "stroke-dasharray": dash.join(" ") };
  const ends = { "stroke-linecap": "butt", "stroke-linejoin": "miter" };
  const label = textElement(text, {
    fill: color,
    "font-size": fontSize,
    x: padding,
    y: padding + LETTER_TOP * fontSize,
  });
  // An inner <svg> cuts what reaches over its edges.
  const inner = element("svg", { x: box.x, y: box.y, width: box.w, height: box.h }, label);
  return { content: element("path", { ...line, ...ends, d: boxPath(box) }) + inner, box: grow(box, lineWidth / 2) };
}

function textElement(line: string, look: Attributes): string {
  return element("text", { "xml:space": "preserve", ...look }, escapeXml(line.replace(BLANK, " ")));
}

function boxPath({ x, y, w, h }: Box): string {
  const path = new SvgPath();
  path.moveTo(x, y);
  path.lineTo(x + w, y);
  path.lineTo(x + w, y + h);
  path.lineTo(x, y + h);
  path.closePath();
  return path.d;
}
