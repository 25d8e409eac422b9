import { drawSvg } from "./svg-picture.js";

/** Pixels to a board unit: sharp on paper, and when a reader zooms in. */
const SCALE = 4;
const SVG = "http://www.w3.org/2000/svg";
/** What an element takes from those around it. */
const INHERITED = [
  ..."font-family font-size font-weight font-style fill text-anchor direction".split(" "),
  ..."stroke stroke-width stroke-linecap stroke-linejoin".split(" "),
];

/**
 * An element of an SVG that is in the document as a picture, which is to be put in its place; null for one on which
 * nothing is.
 */
export async function pictureOf(root: SVGSVGElement, part: SVGGraphicsElement): Promise<SVGImageElement | null> {
  const box = part.getBBox();
  if (box.width === 0 && box.height === 0) return null;
  // Letters may reach over their box (an italic's last one, a swash), lines reach over theirs by half their width.
  const margin = part instanceof SVGTextElement ? box.height / 4 : widestLine(part);
  const frame = {
    x: box.x - margin,
    y: box.y - margin,
    width: box.width + 2 * margin,
    height: box.height + 2 * margin,
  };
  const copy = part.cloneNode(true) as SVGGraphicsElement;
  copy.removeAttribute("transform");
  const look = getComputedStyle(part);
  for (const name of INHERITED) copy.setAttribute(name, look.getPropertyValue(name));
  const view = `${frame.x} ${frame.y} ${frame.width} ${frame.height}`;
  const size = `width="${frame.width}" height="${frame.height}"`;
  const style = [...root.querySelectorAll("style")].map((element) => element.outerHTML).join("");
  const canvas = await drawSvg(
    `<svg xmlns="${SVG}" ${size} viewBox="${view}">${style}${new XMLSerializer().serializeToString(copy)}</svg>`,
    SCALE,
  );
  const image = document.createElementNS(SVG, "image");
  const attributes = { ...frame, preserveAspectRatio: "none", href: canvas.toDataURL("image/png") };
  for (const [name, value] of Object.entries(attributes)) image.setAttribute(name, `${value}`);
  const transform = part.getAttribute("transform");
  if (transform) image.setAttribute("transform", transform);
  return image;
}

function widestLine(part: Element): number {
  const widths = [...part.querySelectorAll("[stroke-width]")].map((line) => Number(line.getAttribute("stroke-width")));
  return Math.max(1, ...widths);
}
