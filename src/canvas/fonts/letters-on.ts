import type { Board } from "../../board/board.js";
import { shapesOf } from "../../board/leaves.js";
import { fontName } from "../../picture/text.js";
import type { PageId } from "../../signal/ids.js";
import { propOf } from "../../signal/optional.js";
import type { Shape } from "../../signal/shape.js";

/** What frames and pictures are named in. */
const NAME_FONT = "sans";

/** What is written on a page, as code points, by the font. */
export function lettersOn(board: Board, page: PageId): Map<string, Set<number>> {
  return lettersOf([...shapesOf(board)].filter((shape) => shape.page === page));
}

/** What is written on shapes, as code points, by the font. */
export function lettersOf(shapes: Iterable<Shape>): Map<string, Set<number>> {
  const letters = new Map<string, Set<number>>();
  for (const shape of shapes) {
    const text = typeof shape["text" as never] === "string" ? (shape["text" as never] as string) : "";
    const words = [text, propOf(shape, "label"), propOf(shape, "alt")].join("");
    if (words === "") continue;
    const font = shape.kind === "frame" || shape.kind === "image" ? NAME_FONT : fontName(propOf(shape, "font"));
    const known = letters.get(font) ?? new Set<number>();
    letters.set(font, known);
    // An ellipsis stands where text is cut.
    for (const letter of `${words}…`) known.add(letter.codePointAt(0) ?? 0);
  }
  return letters;
}
