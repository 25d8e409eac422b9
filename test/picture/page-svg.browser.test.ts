import { describe, expect, test } from "vitest";
import { FIRST_PAGE, type Board } from "../../src/board/board.js";
import { shapesOf } from "../../src/board/leaves.js";
import { compareOrder } from "../../src/board/order.js";
import type { Point } from "../../src/board/point.js";
import { fontCss } from "../../src/canvas/fonts/font-css.js";
import { loadFont, measureLine } from "../../src/canvas/measure-text.js";
import { pageSvg } from "../../src/picture/page-svg.js";
import type { Theme } from "../../src/picture/palette.js";
import { pointsOf, type Shape } from "../../src/signal/shape.js";
import type { Signal } from "../../src/signal/signal.js";
import {
  arrow,
  boardOf,
  ellipse,
  frame,
  idOf,
  image,
  ink,
  ME,
  note,
  rectangle,
  text,
  unknown,
  wave,
} from "../canvas/support/log.js";
import { layerPicture } from "../canvas/support/layer-picture.js";
import { inkedPixels, mountView } from "../canvas/support/mount.js";

/**
 * How two pictures of one page may differ: by so many levels of 255 at most, by more than a few in few of the pixels
 * that are drawn on. Edges are smoothed by a few samples to a pixel, and a place that is rounded to a hundredth of a
 * unit may fall to the other side of one. Text is the same pixel for pixel.
 */
const MOST_LEVELS = 96;
const FEW_LEVELS = 24;
const FEW_PIXELS = 0.025;

/** What may be written on a board: letters of several scripts, bundled and not, spaces in a row, a tab. */
const WORDS = "  Two  spaces\tand WWW мир שלום (1) Łódź";
/** Near the board's origin: a view paints in tiles, and smooths an edge that runs through several a little otherwise. */
const PLACE = { x: 40.3, y: 30.2 };

function add(...shapes: readonly Shape[]): Signal[] {
  return shapes.map((shape) => ({ type: "shape.add", shape }));
}

function contextOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext("2d");
  if (!context) throw new Error("There is no 2D canvas.");
  return context;
}

/** The picture an SVG document is, a pixel to a unit. */
async function pixelsOf(svg: string): Promise<ImageData> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  await image.decode();
  // Fonts in a document are read when it is first drawn.
  contextOf(1, 1).drawImage(image, 0, 0);
  for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  URL.revokeObjectURL(image.src);
  const { naturalWidth: width, naturalHeight: height } = image;
  const context = contextOf(width, height);
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, width, height);
}

/** The board from `corner` on as a view's layers show it, as large as the other picture. */
function paintedPixels(board: Board, theme: Theme, corner: Point, { width, height }: ImageData): ImageData {
  const { host, view } = mountView(() => ({ board, time: Infinity, self: ME }), { width, height, theme });
  view.setCamera({ ...corner, zoom: 1 });
  view.paint();
  const context = contextOf(width, height);
  for (const layer of ["shapes", "strokes"] as const) context.drawImage(layerPicture(host, layer).canvas, 0, 0);
  return context.getImageData(0, 0, width, height);
}

/** The board's place in the corner of a document with that board. */
function cornerOf(svg: string, board: Board): Point {
  const place = [...shapesOf(board)].sort(compareOrder)[0] ?? PLACE;
  const [, x, y] = /<g transform="translate\((\S+) (\S+?)\)/.exec(svg) ?? [];
  return { x: place.x - Number(x), y: place.y - Number(y) };
}

/** How far the two pictures are apart in each pixel: the most levels of a colour, 0 to 255. */
function levelsApart(a: ImageData, b: ImageData): number[] {
  return Array.from({ length: a.width * a.height }, (_, pixel) =>
    Math.max(
      ...[0, 1, 2, 3].map((channel) =>
        Math.abs((a.data[4 * pixel + channel] ?? 0) - (b.data[4 * pixel + channel] ?? 0)),
      ),
    ),
  );
}

const { points, ...header } = ink(idOf(9), { x: 60, y: 50, size: 12, color: "blue" });
const OVERLAPPING: readonly Signal[] = [
  { type: "ink.begin", shape: header },
  { type: "ink.append", id: header.id, points: pointsOf({ points }) },
  ...add(
    text(idOf(1), { ...PLACE, order: "a3", color: "white" }),
    rectangle(idOf(2), { ...PLACE, order: "a1", fill: "solid", color: "green" }),
    ellipse(idOf(3), { x: 70, y: 40, order: "a2", fill: "hachure", color: "orange" }),
    unknown(idOf(4), { x: 10, y: 60, order: "a4" }),
  ),
];

describe.each(["light", "dark"] as const)("in the %s theme a document looks as the canvas does, with", (theme) => {
  test.each<[string, readonly Signal[]]>([
    ["ink", add(ink(idOf(1), { ...PLACE, color: "violet" }))],
    ["thin ink", add(ink(idOf(1), { ...PLACE, size: 1 }))],
    ["a dot", add(ink(idOf(1), { ...PLACE, size: 20, points: wave(1) }))],
    ["a rectangle", add(rectangle(idOf(1), { ...PLACE, w: 180, h: 120 }))],
    ["a solid rectangle", add(rectangle(idOf(1), { ...PLACE, fill: "solid", color: "red" }))],
    ["a hachured rectangle", add(rectangle(idOf(1), { ...PLACE, fill: "hachure" }))],
    ["an ellipse", add(ellipse(idOf(1), PLACE))],
    ["a solid ellipse", add(ellipse(idOf(1), { ...PLACE, fill: "solid", color: "#12ab34" }))],
    ["a hachured ellipse", add(ellipse(idOf(1), { ...PLACE, fill: "hachure", size: 9 }))],
    ["a line", add({ ...arrow(idOf(1), { ...PLACE, w: 150, h: 47 }), kind: "line" })],
    ["an arrow", add(arrow(idOf(1), { ...PLACE, h: -80 }))],
    ["lines of text", add(text(idOf(1), PLACE))],
    ["small text", add(text(idOf(1), { ...PLACE, text: "The quick brown fox <jumps> & rests", fontSize: 11 }))],
    ["text of many scripts", add(text(idOf(1), { ...PLACE, text: WORDS, fontSize: 33 }))],
    ["a shape of an unknown kind", add(unknown(idOf(1), PLACE))],
    ["one that is smaller than its name", add(unknown(idOf(1), { ...PLACE, w: -30, h: 15 }))],
    ["a turned rectangle", add(rectangle(idOf(1), { ...PLACE, rotation: 0.4, fill: "solid" }))],
    ["a clean dashed rectangle", add(rectangle(idOf(1), { ...PLACE, roughness: 0, dash: "dashed" }))],
    ["a dotted ellipse in a hurry", add(ellipse(idOf(1), { ...PLACE, roughness: 2, dash: "dotted", size: 6 }))],
    [
      "a diamond with a label",
      add({ ...rectangle(idOf(1), { ...PLACE, w: 200, h: 120, label: "Yes or no" }), kind: "diamond" }),
    ],
    ["a mirrored triangle", add({ ...rectangle(idOf(1), { x: 180, y: 150, w: -120, h: -90 }), kind: "triangle" })],
    [
      "a star one can see through",
      add({ ...rectangle(idOf(1), { ...PLACE, opacity: 0.5, fill: "solid", fillColor: "#ffcc00" }), kind: "star" }),
    ],
    [
      "a bent line with heads",
      add(arrow(idOf(1), { ...PLACE, y: 90, w: 200, bend: 40, startHead: "dot", endHead: "triangle" })),
    ],
    [
      "a dashed arrow through points",
      add(arrow(idOf(1), { ...PLACE, y: 90, w: 200, through: "60 -50 140 80", dash: "dashed", startHead: "dot" })),
    ],
    [
      "a closed line with a ruler and a label",
      add(
        arrow(idOf(1), {
          ...{ ...PLACE, w: 0, h: 0, through: "150 30 90 120", corners: "sharp" },
          ...{ roughness: 0, label: "goes round" },
        }),
      ),
    ],
    ["an arrow with a label", add(arrow(idOf(1), { ...PLACE, w: 190, h: 30, label: "causes", startHead: "bar" }))],
    ["a note", add(note(idOf(1), { ...PLACE, text: "Buy milk and bread", color: "yellow" }))],
    [
      "a note with too much text",
      add(note(idOf(1), { ...PLACE, text: "So many words ".repeat(20), color: "blue", align: "start" })),
    ],
    ["text to the right", add(text(idOf(1), { ...PLACE, align: "end", boxW: 220, font: "serif" }))],
    [
      "text in lines of a width",
      add(text(idOf(1), { ...PLACE, text: "one two three four five six seven", boxW: 130, wrap: 1, font: "sans" })),
    ],
    ["stretched ink", add(ink(idOf(1), { ...PLACE, scaleX: 2, scaleY: -1, y: 90, rotation: 0.2 }))],
    [
      "a highlighter over text",
      add(
        text(idOf(1), { ...PLACE, order: "a0" }),
        ink(idOf(2), { ...PLACE, y: 50, order: "a1", size: 24, color: "yellow", brush: "highlighter" }),
      ),
    ],
    [
      "a frame and what is in it",
      add(
        rectangle(idOf(2), { ...PLACE, x: 100, order: "a0", w: 250, h: 200, fill: "solid", frame: idOf(1) }),
        frame(idOf(1), { ...PLACE, order: "a1", text: "Chapter one" }),
      ),
    ],
    ["a picture that is not there", add(image(idOf(1), { ...PLACE, alt: "A cat on a mat" }))],
    ["shapes over each other and an unfinished stroke over all", OVERLAPPING],
  ])("%s", async (_, signals) => {
    const board = boardOf(...signals);
    for (const font of ["hand", "sans"]) await loadFont(font, WORDS);
    const css = await fontCss(board, FIRST_PAGE);
    const svg = pageSvg(board, FIRST_PAGE, { theme, measure: measureLine, fontCss: css });
    const drawn = await pixelsOf(svg);
    const painted = paintedPixels(board, theme, cornerOf(svg, board), drawn);
    const levels = levelsApart(drawn, painted);
    const inked = inkedPixels(painted);
    expect(inked).toBeGreaterThan(100);
    expect(levels.reduce((most, level) => Math.max(most, level), 0)).toBeLessThanOrEqual(MOST_LEVELS);
    expect(levels.filter((level) => level > FEW_LEVELS).length / inked).toBeLessThan(FEW_PIXELS);
  });
});
