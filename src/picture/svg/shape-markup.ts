import { grow, ownBoxOf, type Box } from "../../board/bounds.js";
import { turnOf } from "../../board/transform.js";
import { isKnownShape, type Shape, type UnknownShape } from "../../signal/shape.js";
import { highlighterBlend, isHighlighter, opacityOf, type Light } from "../colors.js";
import type { CustomShapes } from "../custom/custom-shapes.js";
import { geometryOf } from "../geometry/geometry-of.js";
import { inkColor, type Theme } from "../palette.js";
import type { LineMeasure } from "../text-layout.js";
import { UNKNOWN_LOOK, unknownLabel } from "../unknown.js";
import { drawingMarkup } from "./drawing-markup.js";
import { partsMarkup, textElement, type HrefOf, type Markup } from "./parts-markup.js";
import { SvgPath } from "./svg-path.js";
import { decimal, element, type Attributes } from "./xml.js";

/** What a document's shapes are drawn with. */
export interface MarkupKit extends Light {
  readonly measure: LineMeasure;
  readonly hrefOf: HrefOf;
  /** The kinds of shapes that the app has declared. */
  readonly custom: CustomShapes;
}

/** From the top of a line's letters to their baseline, to their height: nearly the same in all fonts. */
const LETTER_TOP = 0.77;
const DEGREES = 180 / Math.PI;

/**
 * A shape's elements and their box, before the shape is turned; null when nothing is to be seen. Throws `bad-argument`
 * for ink not loaded.
 */
export function shapeMarkup(shape: Shape, kit: MarkupKit): Markup | null {
  if (!isKnownShape(shape)) return customMarkup(shape, kit);
  return partsMarkup(
    geometryOf(shape, () => new SvgPath(), kit.measure),
    shape,
    kit,
    kit.hrefOf,
  );
}

/** What is said of a shape's group, besides its place: its turn, and how what is below is seen through it. */
export function groupLook(shape: Shape, theme: Theme): { readonly turn: string; readonly look: Attributes } {
  const [angle, opacity] = [turnOf(shape), opacityOf(shape)];
  return {
    turn: angle === 0 ? "" : ` rotate(${Math.round(angle * DEGREES * 1000) / 1000})`,
    look: {
      ...(opacity < 1 && { opacity }),
      ...(isHighlighter(shape) && { style: `mix-blend-mode:${highlighterBlend(theme)}` }),
    },
  };
}

/** A custom shape as the app has declared it; one that is not declared, or cannot be painted, as a labelled box. */
function customMarkup(shape: UnknownShape, { theme, custom }: MarkupKit): Markup {
  const drawn = custom.draw(shape, theme);
  if (drawn === null) return unknownMarkup(shape, theme, unknownLabel(shape.kind));
  if ("error" in drawn) return unknownMarkup(shape, theme, unknownLabel(shape.kind, drawn.error));
  const reach = custom.reachOf(shape);
  const box = grow(ownBoxOf(shape), reach);
  const { x, y, w: width, h: height } = box;
  const viewBox = [-reach, -reach, width, height].map(decimal).join(" ");
  const content = drawingMarkup(drawn.drawing, shape, theme);
  // An inner <svg> cuts what reaches over its edges.
  return { content: element("svg", { x, y, width, height, viewBox }, content), box };
}

function unknownMarkup(shape: UnknownShape, theme: Theme, text: string): Markup {
  const { dash, lineWidth, fontSize, padding } = UNKNOWN_LOOK;
  const color = inkColor(UNKNOWN_LOOK.color, theme);
  const box = ownBoxOf(shape);
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

function boxPath({ x, y, w, h }: Box): string {
  const path = new SvgPath();
  path.moveTo(x, y);
  path.lineTo(x + w, y);
  path.lineTo(x + w, y + h);
  path.lineTo(x, y + h);
  path.closePath();
  return path.d;
}
