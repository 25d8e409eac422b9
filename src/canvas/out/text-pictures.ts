import { pictureOf } from "./part-picture.js";

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
