import { describe, expect, test } from "vitest";
import { EMPTY_BOARD, FIRST_PAGE, type Board } from "../../src/board/board.js";
import { branchesOf, shapesOf } from "../../src/board/leaves.js";
import { pageSvg } from "../../src/picture/page-svg.js";
import { fillColor, inkColor, pageColor } from "../../src/picture/palette.js";
import { isInktapeError } from "../../src/signal/errors.js";
import type { PageId, Seq } from "../../src/signal/ids.js";
import type { Shape } from "../../src/signal/shape.js";
import type { Signal } from "../../src/signal/signal.js";
import { StoredInk } from "../../src/signal/stored-ink.js";
import { arrow, boardOf, ellipse, idOf, ink, rectangle, text, unknown, wave } from "../canvas/support/log.js";

const SECOND = "two" as PageId;

function add(...shapes: readonly Shape[]): Signal[] {
  return shapes.map((shape) => ({ type: "shape.add", shape }));
}

/** The first page with these shapes. */
function svgOf(...shapes: readonly Shape[]): string {
  return pageSvg(boardOf(...add(...shapes)), FIRST_PAGE);
}

/** The colours of the document's drawings, from the lowest to the highest. */
function colorsOf(svg: string): string[] {
  return [...svg.matchAll(/<path (?:fill|stroke)="(.*?)"/g)].map(([, color]) => color ?? "");
}

/** The words of the document, from the lowest to the highest. */
function wordsOf(svg: string): string[] {
  return [...svg.matchAll(/<text .*?>(.*?)<\/text>/g)].map(([, words]) => words ?? "");
}

function sizeOf(svg: string): { width: number; height: number; viewBox: string } {
  const [, width, height, viewBox = ""] = /<svg .*?width="(.*?)" height="(.*?)" viewBox="(.*?)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height), viewBox };
}

const everything = [
  ink(idOf(1)),
  rectangle(idOf(2), { fill: "solid", x: 200 }),
  ellipse(idOf(3), { fill: "hachure", y: 90 }),
  arrow(idOf(4), { x: 150, y: 90 }),
  text(idOf(5), { x: 30, y: 160 }),
  unknown(idOf(6), { x: 320, y: 90 }),
];

describe("the shapes", () => {
  test("lie in their order, whichever came first", () => {
    const [red, green, blue] = ["#ff0000", "#00ff00", "#0000ff"] as const;
    const svg = svgOf(
      ink(idOf(1), { color: blue, order: "a2" }),
      ink(idOf(2), { color: red, order: "a0" }),
      ink(idOf(3), { color: green, order: "a1" }),
    );
    expect(colorsOf(svg)).toEqual([red, green, blue]);
  });

  test("are those of the page alone", () => {
    const board = boardOf(
      { type: "page.add", id: SECOND, name: "Two", order: "a1" },
      ...add(text(idOf(1), { text: "one" }), text(idOf(2), { text: "two", page: SECOND })),
    );
    expect([FIRST_PAGE, SECOND].map((page) => wordsOf(pageSvg(board, page)))).toEqual([["one"], ["two"]]);
  });

  test("have a fill under their outline", () => {
    const svg = svgOf(rectangle(idOf(1), { fill: "solid", color: "red" }));
    expect(colorsOf(svg)).toEqual([fillColor("red", "light"), inkColor("red", "light")]);
  });

  test("of unknown kinds are a dashed box with the kind's name", () => {
    const svg = svgOf(unknown(idOf(1)));
    expect(svg).toMatch(
      /<path stroke="#5f6672" stroke-width="1" stroke-dasharray="6 4".*? d="m0 0l90 0l0 50l-90 0z"\/>/,
    );
    expect(wordsOf(svg)).toEqual(["diamond"]);
  });

  test("without anything to be seen are left out", () => {
    expect(svgOf(ink(idOf(1), { points: new Int32Array(0) }))).toBe(svgOf());
  });

  test("far from the board's origin are written as near it", () => {
    expect(svgOf(ink(idOf(1), { x: 2 ** 29 + 0.25, y: -(2 ** 29) }))).toBe(svgOf(ink(idOf(1), { x: 0.25 })));
  });
});

describe("ink under construction", () => {
  const { points: _, ...header } = ink(idOf(1), { color: "#ff0000", order: "a0" });
  const begin: Signal = { type: "ink.begin", shape: header };
  const append: Signal = { type: "ink.append", id: header.id, points: wave(10) };

  test("lies over what is finished", () => {
    const board = boardOf(begin, append, ...add(ink(idOf(2), { color: "#0000ff", order: "a1" })));
    expect(colorsOf(pageSvg(board, FIRST_PAGE))).toEqual(["#0000ff", "#ff0000"]);
  });

  test("looks as when it is finished", () => {
    const board = boardOf(begin, append);
    expect(Object.keys(board.active)).toHaveLength(1);
    expect(pageSvg(board, FIRST_PAGE)).toBe(
      pageSvg(boardOf(begin, append, { type: "ink.end", id: header.id }), FIRST_PAGE),
    );
  });

  test("that has no point yet is not there", () => {
    expect(pageSvg(boardOf(begin), FIRST_PAGE)).toBe(pageSvg(EMPTY_BOARD, FIRST_PAGE));
  });

  test("of another page is not there", () => {
    const board = boardOf({ type: "page.add", id: SECOND, name: "Two", order: "a1" }, begin, append);
    expect(colorsOf(pageSvg(board, SECOND))).toEqual([]);
  });
});

describe("text", () => {
  test("is a line of the document for each of its lines, and none for an empty one", () => {
    const svg = svgOf(text(idOf(1), { text: "one\n\nthree", fontSize: 20 }));
    expect(wordsOf(svg)).toEqual(["one", "three"]);
    expect([...svg.matchAll(/ y="(.*?)"/g)].map(([, y]) => y)).toEqual(["13", "65"]);
  });

  test("cannot leave its place, whatever it says", () => {
    const bad = `</text><script>alert("&")</script>\u0000\u000b`;
    const svg = pageSvg(
      boardOf(
        { type: "page.set", id: FIRST_PAGE, name: bad, order: "a0" },
        ...add(text(idOf(1), { text: bad, color: bad })),
      ),
      FIRST_PAGE,
    );
    const safe = "&lt;/text&gt;&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;";
    expect(wordsOf(svg)).toEqual([safe]);
    expect(svg).toContain(`<title>${safe}</title>`);
    expect(svg).not.toContain("<script");
  });

  test("has spaces where it has tabs, as on the canvas", () => {
    expect(wordsOf(svgOf(text(idOf(1), { text: "a\tb\rc\fd" })))).toEqual(["a b c d"]);
  });

  test("in the kind of an unknown shape cannot leave its place", () => {
    expect(wordsOf(svgOf({ ...unknown(idOf(1)), kind: "?<b>&" }))).toEqual(["&lt;b&gt;&amp;"]);
  });
});

describe("the document", () => {
  test("is as large as what is drawn, and a margin", () => {
    const { width, height, viewBox } = sizeOf(svgOf(unknown(idOf(1), { x: 500, y: -300, w: 90, h: 50 })));
    // A line of width 1 lies half outside of its box, and sides are whole.
    expect([width, height, viewBox]).toEqual([90 + 2 * 25, 50 + 2 * 25, "0 0 140 100"]);
  });

  test("of an empty page has a size, and nothing on it but its colour", () => {
    const svg = pageSvg(EMPTY_BOARD, FIRST_PAGE);
    expect(sizeOf(svg)).toEqual({ width: 800, height: 600, viewBox: "0 0 800 600" });
    expect(svg).toContain(`<rect fill="${pageColor("light")}" width="800" height="600"/>`);
    expect(svg).not.toMatch(/<(g|path|text)\b/);
  });

  test("is named after the page", () => {
    expect(pageSvg(EMPTY_BOARD, FIRST_PAGE)).toContain("<title>Page 1</title>");
  });

  test("in the dark theme has its colours", () => {
    const board = boardOf(...add(...everything));
    const [light, dark] = (["light", "dark"] as const).map((theme) => pageSvg(board, FIRST_PAGE, { theme }));
    expect(dark).toContain(`<rect fill="${pageColor("dark")}"`);
    expect(new Set(colorsOf(dark ?? ""))).toEqual(
      new Set(["black", "grey"].map((name) => inkColor(name, "dark")).concat(fillColor("black", "dark"))),
    );
    // Nothing but colours is another.
    const plain = (svg = "") => svg.replaceAll(/#[0-9a-f]{6}/g, "");
    expect(plain(dark)).toBe(plain(light));
  });

  test("has the background that was asked for, or none", () => {
    expect(pageSvg(EMPTY_BOARD, FIRST_PAGE, { background: "#A1b2c3" })).toContain(`<rect fill="#A1b2c3"`);
    expect(pageSvg(EMPTY_BOARD, FIRST_PAGE, { background: "transparent" })).not.toContain("<rect");
  });

  test("is the same text for the same board, made of other objects in another order too", () => {
    const board = boardOf(...add(...everything));
    const other: Board = { ...board, branches: branchesOf([...shapesOf(structuredClone(board))].reverse()) };
    expect(pageSvg(other, FIRST_PAGE)).toBe(pageSvg(board, FIRST_PAGE));
    expect(pageSvg(board, FIRST_PAGE)).toBe(pageSvg(board, FIRST_PAGE));
  });

  test("has no number finer than two decimals", () => {
    const svg = svgOf(...everything.map((shape) => ({ ...shape, x: shape.x + 1 / 3 })));
    expect(svg).toMatch(/\.\d\d\b/);
    expect(svg).not.toMatch(/\.\d{3}|\de[-+]?\d/);
  });
});

describe("the paper", () => {
  const paper = { color: "#fff8e0", pattern: "grid", asset: "", w: 0, h: 0 };
  const on = (change: Partial<typeof paper>, options = {}) =>
    pageSvg(boardOf({ type: "page.paper", id: FIRST_PAGE, paper: { ...paper, ...change } }), FIRST_PAGE, options);

  test("has its colour and a pattern from the board's origin on", () => {
    expect(on({})).toContain(`<rect fill="#fff8e0"`);
    expect(on({})).toMatch(/<pattern id="paper" width="24" height="24" x="0" y="0"/);
    expect(on({ pattern: "plain" })).not.toContain("<pattern");
    expect(on({ pattern: "tartan" })).not.toContain("<pattern");
  });

  test("that is dark is written on in the dark theme's colours", () => {
    const board = boardOf(
      { type: "page.paper", id: FIRST_PAGE, paper: { ...paper, pattern: "plain", color: "#113322" } },
      ...add(ink(idOf(1))),
    );
    expect(colorsOf(pageSvg(board, FIRST_PAGE))).toEqual([inkColor("black", "dark")]);
  });

  test("has its picture where it is told", () => {
    const page = { asset: "ab", w: 300, h: 200 };
    expect(on(page)).not.toContain("<image");
    const svg = on(page, { hrefOf: (asset: string) => `https://assets.example/${asset}?a&b` });
    expect(svg).toContain(
      `width="300" height="200" preserveAspectRatio="none" href="https://assets.example/ab?a&amp;b"`,
    );
    expect(sizeOf(svg)).toMatchObject({ width: 348, height: 248 });
  });
});

test("only the shapes that are asked for are drawn, as large as they are", () => {
  const [kept, left] = [unknown(idOf(1)), unknown(idOf(2), { x: 900 })];
  const svg = pageSvg(boardOf(...add(kept, left)), FIRST_PAGE, { only: new Set([kept.id]) });
  expect(svg).toBe(svgOf(kept));
});

test("bound lines are where their shapes are, and lasers are no drawing", () => {
  const box = rectangle(idOf(1), { x: 400, y: 0, w: 100, h: 100 });
  const line = arrow(idOf(2), { x: 0, y: 50, w: 10, h: 0, endId: box.id });
  expect(svgOf(box, line)).not.toBe(svgOf(box, { ...line, endId: 0 }));
  const { points: _, ...header } = ink(idOf(3), { brush: "laser" });
  const board = boardOf({ type: "ink.begin", shape: header }, { type: "ink.append", id: header.id, points: wave(9) });
  expect(pageSvg(board, FIRST_PAGE)).toBe(pageSvg(EMPTY_BOARD, FIRST_PAGE));
});

describe("it refuses", () => {
  const codeOf = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      if (isInktapeError(error)) return [error.code, error.message];
      throw error;
    }
    return null;
  };

  test.each(["gone", "constructor", "__proto__"])("a page that the board does not have: %s", (id) => {
    expect(codeOf(() => pageSvg(EMPTY_BOARD, id as PageId))).toEqual([
      "not-found",
      `The board has no page "${id}" at entry 0: ask for one of its pages.`,
    ]);
  });

  test("ink that is not loaded, on this page only", () => {
    const stored = { ...ink(idOf(1)), points: new StoredInk(1 as Seq) };
    const board: Board = { ...EMPTY_BOARD, branches: branchesOf([stored]) };
    expect(codeOf(() => pageSvg(board, FIRST_PAGE))?.[0]).toBe("bad-argument");
    const elsewhere: Board = { ...EMPTY_BOARD, branches: branchesOf([{ ...stored, page: SECOND }]) };
    expect(pageSvg(elsewhere, FIRST_PAGE)).toBe(pageSvg(EMPTY_BOARD, FIRST_PAGE));
  });

  test.each(["red", "#12345", `#123456"/>`, ""])("a background that is no colour: %j", (background) => {
    expect(codeOf(() => pageSvg(EMPTY_BOARD, FIRST_PAGE, { background }))).toEqual([
      "bad-argument",
      `The background "${background}" is neither transparent nor #rrggbb.`,
    ]);
  });
});
