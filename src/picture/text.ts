import { PLAIN } from "../signal/plain.js";

/** The fonts that can be written with, in the order a toolbar shows them. */
export const FONT_NAMES = ["hand", "sans", "serif", "mono"] as const;

export type FontName = (typeof FONT_NAMES)[number];

/** The fonts that come with the package; canvas/fonts has their files. The others are the system's. */
export const BUNDLED_FONTS = ["hand", "sans"] as const;

export type BundledFont = (typeof BUNDLED_FONTS)[number];

/** The family that a bundled font's letters are loaded under. */
export function bundledFamily(font: BundledFont): string {
  return `inktape-${font}`;
}

/** What is not a board's own text is written in: names of members and of kinds of shapes. */
export const UI_FONT = "ui-sans-serif, system-ui, sans-serif";

const FAMILIES: Readonly<Record<FontName, string>> = {
  hand: `${bundledFamily("hand")}, "Segoe Print", "Bradley Hand", "Comic Sans MS", sans-serif`,
  sans: `${bundledFamily("sans")}, ${UI_FONT}`,
  serif: `ui-serif, Georgia, Cambria, "Times New Roman", serif`,
  mono: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace",
};

/** The font that stands for a shape's `font`: the plain one for a name that this version does not know. */
export function fontName(font: string): FontName {
  return (FONT_NAMES as readonly string[]).includes(font) ? (font as FontName) : PLAIN.font;
}

/** The CSS font families of a shape's `font`. */
export function fontFamily(font: string): string {
  return FAMILIES[fontName(font)];
}

/**
 * The CSS font of a board's text. An editor that stands in a text shape's place uses it too, with the board's
 * `LINE_HEIGHT`.
 */
export function textFont(fontSize: number, font: string = PLAIN.font): string {
  return `${fontSize}px ${fontFamily(font)}`;
}

/** Letters that are wider than most, and what they take in width, to their height. Widths of a wide font. */
const FULL = { letters: /[\u{1100}-\u{10ffff}]/u, width: 1.25 };
const BROAD = { letters: /[\p{Lu}mw%@&+=<>_~]/u, width: 0.9 };
const OTHER_WIDTH = 0.65;

/**
 * How wide the widest of the lines is, to the height of its letters, where nothing can be measured: rather too wide
 * than too narrow.
 */
export function guessedWidth(lines: readonly string[]): number {
  return lines.reduce((widest, line) => Math.max(widest, widthOf(line)), 0);
}

function widthOf(line: string): number {
  let width = 0;
  for (const letter of line) {
    width += FULL.letters.test(letter) ? FULL.width : BROAD.letters.test(letter) ? BROAD.width : OTHER_WIDTH;
  }
  return width;
}
