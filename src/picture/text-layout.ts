import { LINE_HEIGHT } from "../board/bounds.js";
import { guessedWidth } from "./text.js";

/** How wide a line of text is in a shape's `font` with letters of that height, in board units. */
export type LineMeasure = (line: string, font: string, fontSize: number) => number;

/** Text in lines. */
export interface TextLayout {
  readonly lines: readonly string[];
  /** The widest line's width. */
  readonly w: number;
  /** All lines' height. */
  readonly h: number;
  readonly fontSize: number;
}

/** Where a line may be broken: after blanks, and around letters of scripts that are written without them. */
const PIECES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}][^\S\n]*|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+[^\S\n]*|[^\S\n]+/gu;
/** A fitted text's letters get smaller by this much at a time, and no smaller than this share of what was asked for. */
const [SMALLER, SMALLEST] = [0.92, 0.2];

/** For where nothing can be measured: rather too wide than too narrow. */
export const guessLine: LineMeasure = (line, _font, fontSize) => guessedWidth([line]) * fontSize;

/**
 * Breaks a text into lines: where it says so and, with a `width` in board units, where a line would be longer. A word
 * that is too long for a line is broken too. Blanks at a line's end may reach over the width, as in CSS.
 */
export function layOut(
  text: string,
  font: string,
  fontSize: number,
  measure: LineMeasure,
  width = Infinity,
): TextLayout {
  const widthOf = (line: string) => measure(line, font, fontSize);
  const paragraphs = text.split("\n");
  const lines = width === Infinity ? paragraphs : paragraphs.flatMap((line) => broken(line, width, widthOf));
  const w = lines.reduce((widest, line) => Math.max(widest, widthOf(line.trimEnd())), 0);
  return { lines, w, h: lines.length * fontSize * LINE_HEIGHT, fontSize };
}

/** Breaks a text into lines that fit a box, with smaller letters where it is too long for it. */
export function fitText(
  text: string,
  font: string,
  fontSize: number,
  measure: LineMeasure,
  box: { readonly w: number; readonly h: number },
): TextLayout {
  let layout = layOut(text, font, fontSize, measure, box.w);
  for (let size = fontSize * SMALLER; layout.h > box.h && size >= fontSize * SMALLEST; size *= SMALLER) {
    layout = layOut(text, font, size, measure, box.w);
  }
  return layout;
}

/** A line cut short, with an ellipsis at its end, where it is wider than `width`. */
export function shortened(line: string, font: string, fontSize: number, measure: LineMeasure, width: number): string {
  if (measure(line, font, fontSize) <= width) return line;
  const letters = [...line];
  const count = longestFit(letters, (part) => measure(`${part}…`, font, fontSize) <= width);
  return `${letters.slice(0, count).join("").trimEnd()}…`;
}

function broken(paragraph: string, width: number, widthOf: (line: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (let piece of paragraph.match(PIECES) ?? []) {
    if (widthOf((line + piece).trimEnd()) <= width) {
      line += piece;
      continue;
    }
    if (line !== "") lines.push(line);
    while (widthOf(piece.trimEnd()) > width) {
      const letters = [...piece];
      const count = Math.max(
        1,
        longestFit(letters, (part) => widthOf(part) <= width),
      );
      if (count >= letters.length) break;
      lines.push(letters.slice(0, count).join(""));
      piece = letters.slice(count).join("");
    }
    line = piece;
  }
  return [...lines, line];
}

/** How many of the letters, from the first on, still fit. */
function longestFit(letters: readonly string[], fits: (part: string) => boolean): number {
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(letters.slice(0, middle).join(""))) low = middle;
    else high = middle - 1;
  }
  return low;
}
