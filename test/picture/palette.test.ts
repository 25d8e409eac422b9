import { describe, expect, test } from "vitest";
import {
  accentColor,
  COLOR_NAMES,
  contrast,
  fillColor,
  inkColor,
  inkOn,
  pageColor,
  paperColor,
  patternColor,
  readableOn,
  sheetColor,
  themeOn,
} from "../../src/picture/palette.js";

const HEX = /^#[0-9a-f]{6}$/;

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  test.each(COLOR_NAMES.filter((name) => name !== "white"))("%s can be read on the page", (name) => {
    expect(contrast(inkColor(name, theme), pageColor(theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(COLOR_NAMES.filter((name) => name !== "white"))("%s can be read on its own solid fill", (name) => {
    expect(contrast(inkColor(name, theme), fillColor(name, theme))).toBeGreaterThanOrEqual(3);
  });

  test.each(COLOR_NAMES)("what is written on a note of %s can be read well", (name) => {
    const sheet = sheetColor(name, theme);
    expect(contrast(inkOn(sheet), sheet)).toBeGreaterThanOrEqual(7);
  });

  test.each(COLOR_NAMES)("paper of %s is written on in this theme, and its pattern is faint", (name) => {
    const paper = paperColor(name, theme);
    expect(themeOn(paper)).toBe(theme);
    expect(contrast(inkColor("black", theme), paper)).toBeGreaterThanOrEqual(7);
    expect(contrast(patternColor(paper), paper)).toBeLessThan(2);
    expect(contrast(patternColor(paper), paper)).toBeGreaterThan(1.1);
  });

  test("white is the page's colour, and black stands out most", () => {
    expect(inkColor("white", theme)).toBe(pageColor(theme));
    const contrasts = COLOR_NAMES.map((name) => contrast(inkColor(name, theme), pageColor(theme)));
    expect(contrast(inkColor("black", theme), pageColor(theme))).toBe(Math.max(...contrasts));
  });

  test("every colour is written #rrggbb", () => {
    const colors = [pageColor(theme), accentColor(theme), ...COLOR_NAMES.map((name) => inkColor(name, theme))];
    for (const color of [...colors, fillColor("red", theme)]) expect(color).toMatch(HEX);
  });

  test.each(["", "constructor", "__proto__", "url(https://example.org)", "#12345", "#1234567", "red;", "RED"])(
    "%j is not a colour, so black is taken",
    (color) => {
      expect(inkColor(color, theme)).toBe(inkColor("black", theme));
    },
  );

  test("a colour of the app's own stays as it is", () => {
    expect(inkColor("#A1b2C3", theme)).toBe("#a1b2c3");
  });
});

test("a paper of the app's own is written on in the theme that can be read on it", () => {
  expect([themeOn("#113322"), themeOn("#fff8e0")]).toEqual(["dark", "light"]);
  expect(paperColor("#113322", "light")).toBe("#113322");
});

test("contrast is that of WCAG", () => {
  expect(contrast("#000000", "#ffffff")).toBe(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  expect(contrast("#ffffff", "#777777")).toBe(contrast("#777777", "#ffffff"));
});

test("what is written on a colour can be read", () => {
  expect(readableOn("#ffd43b")).toBe("#000000");
  expect(readableOn("#1864c8")).toBe("#ffffff");
});
