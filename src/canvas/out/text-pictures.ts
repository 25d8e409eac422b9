import { pictureOf } from "./part-picture.js";
import { lineOf, type TextLine } from "./text-line.js";

/**
 * Puts a picture in the place of each text of an SVG element that is in the document, and tells what stood there: so
 * every script and font looks as it does on the board, where a PDF would need the font's file.
 */
export async function textsToPictures(root: SVGSVGElement): Promise<readonly TextLine[]> {
  const lines: TextLine[] = [];
  for (const text of root.querySelectorAll("text")) {
    const line = lineOf(root, text);
    const picture = await pictureOf(root, text);
    if (picture) {
      lines.push(line);
      text.replaceWith(picture);
    } else text.remove();
  }
  return lines;
}
