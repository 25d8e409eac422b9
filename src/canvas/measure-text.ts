import { layOut, type LineMeasure } from "../picture/text-layout.js";
import { textFont } from "../picture/text.js";
import { addFontFaces } from "./fonts/font-faces.js";
import { contextOf } from "./layers/layer.js";

/** Text in lines, in board units; `w` and `h` go around all of them. */
export interface MeasuredText {
  readonly w: number;
  readonly h: number;
  readonly lines: readonly string[];
}

/** Letters are measured at this height: at small ones browsers round widths. */
const MEASURED_AT = 64;

/** Made when something is first measured. */
let context: CanvasRenderingContext2D | null = null;

/** How wide a line of text is when a canvas writes it. */
export const measureLine: LineMeasure = (line, font, fontSize) => {
  context ??= measuringContext();
  context.font = textFont(MEASURED_AT, font);
  return (context.measureText(line).width * fontSize) / MEASURED_AT;
};

/**
 * Breaks a text into lines as it is drawn, and measures them.
 *
 * @param font a shape's `font`: `hand`, `sans`, `serif` or `mono`.
 * @param fontSize the letters' height, in board units.
 * @param wrapWidth where lines are broken, in board units; without it only where the text says so.
 */
export function measureText(text: string, font: string, fontSize: number, wrapWidth?: number): MeasuredText {
  const { w, h, lines } = layOut(text, font, fontSize, measureLine, wrapWidth);
  return { w, h, lines };
}

/** Fetches the letters that a text in that font needs; measured before, it is measured in another font. */
export async function loadFont(font: string, text: string): Promise<void> {
  addFontFaces(document.fonts);
  // A font that cannot be had is written in the next one that can.
  await document.fonts.load(textFont(MEASURED_AT, font), text).catch(() => undefined);
}

function measuringContext(): CanvasRenderingContext2D {
  addFontFaces(document.fonts);
  return contextOf(document.createElement("canvas"));
}
