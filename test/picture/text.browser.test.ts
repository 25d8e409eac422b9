import { expect, test } from "vitest";
import { loadFont, measureLine } from "../../src/canvas/measure-text.js";
import { FONT_NAMES, guessedWidth, UI_FONT } from "../../src/picture/text.js";

/** How wide a line is as a canvas writes it, to the height of its letters. */
function writtenWidth(line: string): number {
  const context = new OffscreenCanvas(1, 1).getContext("2d");
  if (!context) throw new Error("There is no 2D canvas.");
  context.font = `100px ${UI_FONT}`;
  return context.measureText(line).width / 100;
}

test.each([
  "Next week: mitosis",
  "  Two  spaces\tand WWW",
  "ILLUSTRATION",
  "mmmm www",
  "1234567890",
  "a² + b² = c²",
  "Σχολείο",
  "שלום",
  "نظرية",
  "世界地図",
  "👍👍👍👍👍👍",
])("%j is guessed to be as wide as it is written, or wider, but not by far", (line) => {
  const [guessed, written] = [guessedWidth([line]), writtenWidth(line)];
  expect(guessed).toBeGreaterThanOrEqual(written);
  expect(guessed).toBeLessThan(2.5 * written);
});

test.each(FONT_NAMES)("the guess is wide enough in %s", async (font) => {
  for (const line of ["Next week: mitosis", "ILLUSTRATION", "mmmm www", "1234567890"]) {
    await loadFont(font, line);
    expect(guessedWidth([line])).toBeGreaterThanOrEqual(measureLine(line, font, 1));
  }
});

test("the widest line counts", () => {
  expect(guessedWidth(["a", "aaa", "aa"])).toBe(guessedWidth(["aaa"]));
  expect(guessedWidth([""])).toBe(0);
});
