/** The font family of everything written on a board. */
export const TEXT_FONT = "ui-sans-serif, system-ui, sans-serif";

/**
 * The CSS font of everything written on a board. An editor that stands in a text shape's place uses it too, with
 * the board's `LINE_HEIGHT`.
 */
export function textFont(fontSize: number): string {
  return `${fontSize}px ${TEXT_FONT}`;
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
