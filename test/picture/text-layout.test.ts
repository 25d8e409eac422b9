import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitText, layOut, shortened, type LineMeasure } from "../../src/picture/text-layout.js";

/** Every letter is as wide as half of its height. */
const measure: LineMeasure = (line, _font, fontSize) => ([...line].length * fontSize) / 2;
const linesOf = (text: string, letters: number) => layOut(text, "sans", 2, measure, letters).lines;

describe("a text is broken", () => {
  test.each<[string, string, number, readonly string[]]>([
    ["not at all where it fits", "one two", 7, ["one two"]],
    ["after blanks", "one two", 6, ["one ", "two"]],
    ["where it says so", "one\n\ntwo", 20, ["one", "", "two"]],
    ["inside a word that is too long", "abcdefgh", 3, ["abc", "def", "gh"]],
    ["before a long word, and inside it", "to abcdef", 4, ["to ", "abcd", "ef"]],
    ["between letters of scripts without blanks", "世界你好", 2, ["世界", "你好"]],
    ["with blanks over the edge", "abc   d", 3, ["abc   ", "d"]],
    ["with a letter to a line at least", "ab", 0.1, ["a", "b"]],
    ["with the blanks it begins with", "  ab", 4, ["  ab"]],
  ])("%s", (_, text, letters, lines) => {
    expect(linesOf(text, letters)).toEqual(lines);
  });

  test("without losing a letter, in lines that fit", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "b", " ", "世", "\t") }),
        fc.integer({ min: 1, max: 9 }),
        (text, width) => {
          const lines = linesOf(text, width);
          expect(lines.join("")).toBe(text);
          for (const line of lines) expect([...line.trimEnd()].length).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});

test("a text that is too long for its box has smaller letters, and fits", () => {
  const box = { w: 40, h: 40 };
  expect(fitText("one two", "sans", 10, measure, box).fontSize).toBe(10);
  const { fontSize, w, h } = fitText("one two three four five six", "sans", 10, measure, box);
  expect(fontSize).toBeLessThan(10);
  expect([w <= box.w, h <= box.h]).toEqual([true, true]);
});

test("a text that fits by no means has the smallest letters", () => {
  const { fontSize } = fitText("word ".repeat(1000), "sans", 10, measure, { w: 20, h: 20 });
  expect(fontSize).toBeGreaterThanOrEqual(2);
  expect(fontSize).toBeLessThan(2.5);
});

test("a line is cut where it is too wide", () => {
  expect(shortened("Frame", "sans", 2, measure, 5)).toBe("Frame");
  expect(shortened("Frame 1", "sans", 2, measure, 5)).toBe("Fram…");
  expect(shortened("Frame 1", "sans", 2, measure, 0)).toBe("…");
});
