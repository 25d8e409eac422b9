import { describe, expect, test } from "vitest";
import { loadFont, measureLine, measureText } from "../../src/canvas/measure-text.js";

const WORDS = "The quick brown fox jumps over the lazy dog";

describe.each(["hand", "sans", "serif", "mono"])("text in %s", (font) => {
  test("is measured as it is broken: each line fits, and all words are there", async () => {
    await loadFont(font, WORDS);
    const { w, h, lines } = measureText(WORDS, font, 20, 120);
    expect(lines.join("")).toBe(WORDS);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(measureLine(line.trimEnd(), font, 20)).toBeLessThanOrEqual(120);
    expect(w).toBeLessThanOrEqual(120);
    expect(h).toBeCloseTo(lines.length * 26);
  });

  test("grows with its letters", () => {
    const [small, large] = [10, 30].map((fontSize) => measureText(WORDS, font, fontSize));
    expect(large?.w).toBeCloseTo(3 * (small?.w ?? 0));
    expect(large?.h).toBe(3 * (small?.h ?? 0));
  });
});

test.each(["hand", "sans"])("the letters of %s come with the package", async (font) => {
  await loadFont(font, "Aä");
  const faces = [...document.fonts].filter(({ family }) => family === `inktape-${font}`);
  expect(faces.filter(({ status }) => status === "loaded").length).toBeGreaterThan(0);
  expect(faces.filter(({ status }) => status === "error")).toEqual([]);
  // Letters of other scripts are not fetched before they are written.
  expect(faces.some(({ status }) => status === "unloaded")).toBe(true);
  expect(measureLine(WORDS, font, 20)).not.toBe(measureLine(WORDS, "serif", 20));
});

test("a font that nobody knows is the plain one", async () => {
  await loadFont("hand", WORDS);
  expect(measureText(WORDS, "wingdings", 20)).toEqual(measureText(WORDS, "hand", 20));
});
