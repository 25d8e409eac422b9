import { grow, ownBoxOf, type Box } from "../../board/bounds.js";
import { turnOf } from "../../board/transform.js";
import { isKnownShape, type Shape, type UnknownShape } from "../../signal/shape.js";
import { highlighterBlend, isHighlighter, opacityOf, type Light } from "../colors.js";
import { geometryOf } from "../geometry/geometry-of.js";
import { inkColor, type Theme } from "../palette.js";
import type { LineMeasure } from "../text-layout.js";
import { UNKNOWN_LOOK, unknownLabel } from "../unknown.js";
import { partsMarkup, textElement, type HrefOf, type Markup } from "./parts-markup.js";
import { SvgPath } from "./svg-path.js";
import { element, type Attributes } from "./xml.js";

/** What a document's shapes are drawn with. */
export interface MarkupKit extends Light {
  readonly measure: LineMeasure;
  readonly hrefOf: HrefOf;
}

/** From the top of a line's letters to their baseline, to their height: nearly the same in all fonts. */
const LETTER_TOP = 0.77;
const DEGREES = 180 / Math.PI;

/**
 * A shape's elements and their box, before the shape is turned; null when nothing is to be seen. Throws `bad-argument`
 * for ink not loaded.
 */
export function shapeMarkup(shape: Shape, kit: MarkupKit): Markup | null {
  if (!isKnownShape(shape)) return unknownMarkup(shape, kit.theme);
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

function unknownMarkup(shape: UnknownShape, theme: Theme): Markup {
  const { dash, lineWidth, fontSize, padding } = UNKNOWN_LOOK;
  const color = inkColor(UNKNOWN_LOOK.color, theme);
  const box = ownBoxOf(shape);
  const line = { stroke: color, "stroke-width": lineWidth, "stroke-dasharray": dash.join(" ") };
  const ends = { "stroke-linecap": "butt", "stroke-linejoin": "miter" };
  const label = textElement(unknownLabel(shape.kind), {
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
