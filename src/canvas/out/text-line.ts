/** A line of text where it stood on its page, in units of the page, for what reads text in a PDF. */
export interface TextLine {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly fontSize: number;
  /** Degrees, anticlockwise. */
  readonly angle: number;
}

/** Tells a text of an SVG element that is in the document. */
export function lineOf(root: SVGSVGElement, text: SVGTextElement): TextLine {
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
