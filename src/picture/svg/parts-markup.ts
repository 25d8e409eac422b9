import { grow, unionOf, type Box } from "../../board/bounds.js";
import type { Shape } from "../../signal/shape.js";
import { colorOf, type Light } from "../colors.js";
import type { ImagePart, Part, PathPart, TextPart } from "../geometry/geometry.js";
import { middleOfLine } from "../geometry/text-part.js";
import { fontFamily } from "../text.js";
import type { SvgPath } from "./svg-path.js";
import { decimal, element, escapeXml, type Attributes } from "./xml.js";

/** Gives what an asset's picture is found by in a document: a `data:` address, or another; null for none. */
export type HrefOf = (asset: string) => string | null;

/** Elements, drawn from the shape's own place. */
export interface Markup {
  readonly content: string;
  /** A box around the drawing, from the shape's own place; a guess for text that was not measured. */
  readonly box: Box;
}

/** What a canvas writes as a space. */
const BLANK = /[\t\n\f\r]/g;

/** The elements of a shape's parts, bottom to top; null when nothing is to be seen. */
export function partsMarkup(
  parts: readonly Part<SvgPath>[],
  shape: Shape,
  light: Light,
  hrefOf: HrefOf,
): Markup | null {
  const made = parts.flatMap((part) => partMarkup(part, shape, light, hrefOf) ?? []);
  const box = unionOf(made.map((markup) => markup.box));
  return box && { content: made.map(({ content }) => content).join(""), box };
}

/** A line of text. */
export function textElement(line: string, look: Attributes): string {
  return element("text", { "xml:space": "preserve", ...look }, escapeXml(line.replace(BLANK, " ")));
}

function partMarkup(part: Part<SvgPath>, shape: Shape, light: Light, hrefOf: HrefOf): Markup | null {
  switch (part.type) {
    case "path":
      return pathMarkup(part, colorOf(part.color, shape, light));
    case "text":
      return textMarkup(part, colorOf(part.color, shape, light));
    case "image": {
      const href = hrefOf(part.asset);
      return href === null ? partsMarkup(part.stead, shape, light, hrefOf) : imageMarkup(part, href);
    }
  }
}

function pathMarkup({ path, width, dash }: PathPart<SvgPath>, color: string): Markup | null {
  if (!path.box) return null;
  const look: Attributes =
    width === 0
      ? { fill: color }
      : {
          stroke: color,
          "stroke-width": width,
          ...(dash.length > 0 && { "stroke-dasharray": dash.map(decimal).join(" ") }),
        };
  return { content: element("path", { ...look, d: path.d }), box: grow(path.box, width / 2) };
}

/** Each line is told to have its middle in the middle of its height, which is where CSS and the canvas have it. */
function textMarkup({ lines, x, y, anchor, font, fontSize, box }: TextPart, color: string): Markup {
  const look = {
    fill: color,
    "font-family": fontFamily(font),
    "font-size": fontSize,
    "dominant-baseline": "central",
    ...(anchor !== "start" && { "text-anchor": anchor }),
    ...(x !== 0 && { x }),
  };
  const elements = lines.map((line, index) => {
    const written = anchor === "start" ? line : line.trimEnd();
    return written.trim() === "" ? "" : textElement(written, { ...look, y: y + middleOfLine(index, fontSize) });
  });
  return { content: elements.join(""), box };
}

/** An inner <svg> stretches what it shows of the picture over its box, and cuts the rest. */
function imageMarkup({ asset, box, crop, isMirroredX, isMirroredY }: ImagePart<SvgPath>, href: string): Markup | null {
  if (crop.w <= 0 || crop.h <= 0 || box.w === 0 || box.h === 0) return null;
  const [w, h] = [box.w / crop.w, box.h / crop.h];
  const place = { x: -crop.x * w, y: -crop.y * h, width: w, height: h };
  const image = element("image", { ...place, preserveAspectRatio: "none", href, "data-asset": asset });
  const inner = element("svg", { width: box.w, height: box.h }, image);
  const [sx, sy] = [isMirroredX ? -1 : 1, isMirroredY ? -1 : 1];
  const [x, y] = [isMirroredX ? box.x + box.w : box.x, isMirroredY ? box.y + box.h : box.y];
  const transform = `translate(${decimal(x)} ${decimal(y)}) scale(${sx} ${sy})`;
  return { content: element("g", { transform }, inner), box };
}
