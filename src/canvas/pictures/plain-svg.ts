import { InktapeError } from "../../signal/errors.js";

/** An SVG that draws and does nothing else. */
export interface PlainSvg {
  readonly text: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** What is left out: programs, and pages within the picture, which also keep a canvas from being read. */
const FORBIDDEN = "script, foreignObject, iframe, object, embed, audio, video, handler, listener";
/** How large a picture is that does not say it (CSS 2.2, 10.3.2). */
const UNSAID = { width: 300, height: 150 };

/**
 * Takes out of an SVG what could run or be fetched from elsewhere, and writes its size down, which not every browser works
 * out by itself. Throws `bad-argument` for what is no SVG.
 */
export function plainSvg(source: string): PlainSvg {
  const { documentElement: svg } = new DOMParser().parseFromString(source, "image/svg+xml");
  if (svg.localName !== "svg" || svg.querySelector("parsererror")) {
    throw new InktapeError("bad-argument", "This SVG cannot be read: it is damaged.");
  }
  for (const element of svg.querySelectorAll(FORBIDDEN)) element.remove();
  for (const element of [svg, ...svg.querySelectorAll("*")]) {
    for (const attribute of [...element.attributes]) {
      if (!isHarmless(attribute)) element.removeAttributeNode(attribute);
    }
  }
  const { width, height } = sizeOf(svg);
  svg.setAttribute("width", String(width));
  svg.setAttribute("height", String(height));
  return { text: new XMLSerializer().serializeToString(svg), width, height };
}

function isHarmless({ localName, value }: Attr): boolean {
  if (localName.toLowerCase().startsWith("on")) return false;
  return localName !== "href" || /^\s*(#|data:image\/)/i.test(value);
}

function sizeOf(svg: Element): { readonly width: number; readonly height: number } {
  const said = (name: string) => {
    const text = svg.getAttribute(name) ?? "";
    const value = Number.parseFloat(text);
    return /%\s*$/.test(text) || !(value > 0) ? null : value;
  };
  const [, , boxWidth = 0, boxHeight = 0] = (svg.getAttribute("viewBox") ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const ratio = boxWidth > 0 && boxHeight > 0 ? boxWidth / boxHeight : null;
  const [width, height] = [said("width"), said("height")];
  if (width !== null && height !== null) return { width, height };
  if (ratio === null) return { width: width ?? UNSAID.width, height: height ?? UNSAID.height };
  if (width !== null) return { width, height: width / ratio };
  if (height !== null) return { width: height * ratio, height };
  return { width: boxWidth, height: boxHeight };
}
