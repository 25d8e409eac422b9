import { drawSvg } from "./svg-picture.js";

/** Pixels to a board unit: sharp on paper, and when a reader zooms in. */
const SCALE = 4;
const SVG = "http://www.w3.org/2000/svg";
/** What a text takes from the elements around it. */
const INHERITED = ["font-family", "font-size", "font-weight", "font-style", "fill", "text-anchor", "direction"];

/** A line of text where it stood on its page, in units of the page, for what reads text in a PDF. */
export interface TextLine {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly fontSize: number;
  /** Degrees, anticlockwise. */
  readonly angle: number;
}

/**
 * Puts a picture in the place of each text of an SVG element that is in the document, and tells what stood there: so
 * every script and font looks as it does on the board, where a PDF would need the font's file.
 */
export async function textsToPictures(root: SVGSVGElement): Promise<readonly TextLine[]> {
  const lines: TextLine[] = [];
  const style = [...root.querySelectorAll("style")].map((element) => element.outerHTML).join("");
  for (const text of root.querySelectorAll("text")) {
    const line = lineOf(root, text);
    const picture = await pictureOf(text, style);
    if (picture) {
      lines.push(line);
      text.replaceWith(picture);
    } else text.remove();
  }
  return lines;
}

async function pictureOf(text: SVGTextElement, style: string): Promise<SVGImageElement | null> {
  const box = text.getBBox();
  if (box.width === 0 || box.height === 0) return null;
  // Letters may reach over their box: an italic's last one, a swash.
  const margin = box.height / 4;
  const frame = {
    x: box.x - margin,
    y: box.y - margin,
    width: box.width + 2 * margin,
    height: box.height + 2 * margin,
  };
  const copy = text.cloneNode(true) as SVGTextElement;
  copy.removeAttribute("transform");
  const look = getComputedStyle(text);
  for (const name of INHERITED) copy.setAttribute(name, look.getPropertyValue(name));
  const view = `${frame.x} ${frame.y} ${frame.width} ${frame.height}`;
  const size = `width="${frame.width}" height="${frame.height}"`;
  const canvas = await drawSvg(
    `<svg xmlns="${SVG}" ${size} viewBox="${view}">${style}${new XMLSerializer().serializeToString(copy)}</svg>`,
    SCALE,
  );
  const image = document.createElementNS(SVG, "image");
  const attributes = { ...frame, preserveAspectRatio: "none", href: canvas.toDataURL("image/png") };
  for (const [name, value] of Object.entries(attributes)) image.setAttribute(name, `${value}`);
  const transform = text.getAttribute("transform");
  if (transform) image.setAttribute("transform", transform);
  return image;
}

function lineOf(root: SVGSVGElement, text: SVGTextElement): TextLine {
  const [onScreen, page] = [text.getScreenCTM(), root.getScreenCTM()];
  const matrix = page && onScreen ? page.inverse().multiply(onScreen) : new DOMMatrix();
  const { x, y, height } = text.getBBox();
  const fontSize = Number.parseFloat(getComputedStyle(text).fontSize);
  const start = new DOMPoint(x, y + height * 0.8).matrixTransform(matrix);
  const scale = Math.hypot(matrix.a, matrix.b);
  return {
    text: text.textContent ?? "",
    x: start.x,
    baseline: start.y,
    fontSize: fontSize * scale,
    angle: (-Math.atan2(matrix.b, matrix.a) * 180) / Math.PI,
  };
}
