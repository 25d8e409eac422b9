import type { Font, Glyph, GlyphPosition } from "fontkit";
import { bundledFamily } from "../../picture/text.js";
import { fontBytes } from "../fonts/font-bytes.js";
import { FONT_FILES, type FontFile, isMeantFor } from "../fonts/font-faces.js";
import { loadFont } from "../measure-text.js";
import { lineOf, type TextLine } from "./text-line.js";

const SVG = "http://www.w3.org/2000/svg";
/** What says how letters are set, which outlines have no use for. */
const SETTING = /^(x|y|xml:space|font-.*|text-anchor|dominant-baseline|direction)$/;
/** Letters that are drawn over the one before them. */
const MARK = /\p{M}/u;

/** Letters side by side that one file has. */
interface Run {
  readonly font: Font;
  readonly text: string;
  /** Where it begins in its line, in UTF-16 units. */
  readonly start: number;
}

/**
 * Gives what puts outlines in the place of the texts of an SVG element that is in the document, and tells what stood
 * there. It leaves those in which a letter, or the whole font, is not among the bundled ones. Letters stand where the
 * browser put the runs that they are in, and are shaped by the font's own rules. Files of fonts are read once.
 */
export function textOutliner(): (root: SVGSVGElement) => Promise<readonly TextLine[]> {
  const fonts = new Map<FontFile, Promise<Font>>();
  const fontOf = (file: FontFile): Promise<Font> => {
    const font = fonts.get(file) ?? readFont(file);
    fonts.set(file, font);
    return font;
  };
  return async (root) => {
    const lines: TextLine[] = [];
    for (const text of root.querySelectorAll("text")) {
      const runs = await runsOf(text, fontOf);
      if (!runs) continue;
      lines.push(lineOf(root, text));
      text.replaceWith(outlineOf(text, runs));
    }
    return lines;
  };
}

async function readFont({ url }: FontFile): Promise<Font> {
  const [{ create }, bytes] = await Promise.all([import("fontkit"), fontBytes(url)]);
  // The files are fonts, not collections of some.
  return create(bytes as Buffer) as Font;
}

/** A line's letters by their files; null when a file is missing for one. */
async function runsOf(text: SVGTextElement, fontOf: (file: FontFile) => Promise<Font>): Promise<Run[] | null> {
  const words = text.textContent ?? "";
  const family = getComputedStyle(text).fontFamily.split(",")[0]?.replace(/["']/g, "").trim();
  const files = FONT_FILES.filter(({ font }) => bundledFamily(font).replace(/["']/g, "") === family);
  if (!files[0] || MARK.test(words)) return null;
  const runs: Run[] = [];
  let start = 0;
  for (const letter of words) {
    const code = letter.codePointAt(0) ?? 0;
    const file = files.find((one) => isMeantFor(one, code));
    const font = file && (await fontOf(file));
    if (!font?.hasGlyphForCodePoint(code)) return null;
    const last = runs.at(-1);
    if (last?.font === font) runs[runs.length - 1] = { ...last, text: last.text + letter };
    else runs.push({ font, text: letter, start });
    start += letter.length;
  }
  // Runs are where the browser puts them once it has the font.
  await loadFont(files[0].font, words);
  return runs;
}

function outlineOf(text: SVGTextElement, runs: readonly Run[]): SVGPathElement {
  const fontSize = Number.parseFloat(getComputedStyle(text).fontSize);
  const baseline = baselineOf(text);
  const path = document.createElementNS(SVG, "path");
  for (const { name, value } of text.attributes) if (!SETTING.test(name)) path.setAttribute(name, value);
  const d = runs.map(({ font, text: letters, start }) => {
    const unit = fontSize / font.unitsPerEm;
    let x = text.getStartPositionOfChar(start).x;
    const { glyphs, positions } = font.layout(letters);
    return glyphs.map((glyph, index) => {
      const place = positions[index] as GlyphPosition;
      const outline = glyphOutline(glyph, unit, x + place.xOffset * unit, baseline - place.yOffset * unit);
      x += place.xAdvance * unit;
      return outline;
    });
  });
  path.setAttribute("d", d.flat().join(""));
  return path;
}

/** Fonts have their letters the right way up, SVG has them upside down. */
function glyphOutline({ path }: Glyph, unit: number, x: number, y: number): string {
  return path.scale(unit, -unit).translate(x, y).toSVG();
}

/** Where a text's letters stand, however it says which of its lines is at its y. */
function baselineOf(text: SVGTextElement): number {
  const top = text.getExtentOfChar(0).y;
  const look = text.getAttribute("dominant-baseline") ?? "auto";
  text.setAttribute("dominant-baseline", "alphabetic");
  const moved = top - text.getExtentOfChar(0).y;
  text.setAttribute("dominant-baseline", look);
  return Number(text.getAttribute("y") ?? 0) + moved;
}
