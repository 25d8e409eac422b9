import { beforeAll, describe, expect, test } from "vitest";
import { FIRST_PAGE } from "../../../src/board/board.js";
import { exportPng, exportSvg } from "../../../src/canvas/out/page-picture.js";
import { exportPdf } from "../../../src/canvas/out/pdf.js";
import { drawSvg } from "../../../src/canvas/out/svg-picture.js";
import { decodePicture } from "../../../src/canvas/pictures/decode-picture.js";
import { openPdf } from "../../../src/pdf/pdf-pages.js";
import { card, MARGIN, pictures, PLACES, sceneBoard } from "./scene.js";

const SCALE = 2;
/** A picture's pixels at two to a board unit, whatever it was put out as. */
type Pixels = (x: number, y: number) => readonly number[];

function pixelsOf(image: CanvasImageSource, width: number, height: number): Pixels {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d")!;
  context.drawImage(image, 0, 0);
  const share = width / (800 + 2 * MARGIN);
  return (x, y) => [...context.getImageData((x + MARGIN) * share, (y + MARGIN) * share, 1, 1).data.slice(0, 3)];
}

/** How far the worst of the three colours is off. */
const off = (color: readonly number[], wanted: readonly number[]) =>
  Math.max(...color.map((value, index) => Math.abs(value - wanted[index]!)));

const made = new Map<string, Pixels>();
const missing = new Map<string, readonly string[]>();
let asked: readonly string[];

beforeAll(async () => {
  const assets = await pictures();
  const board = sceneBoard();
  const look = { assets, shapes: [card] };
  const options = (kind: string) => ({ ...look, onMissing: (names: readonly string[]) => missing.set(kind, names) });
  const svg = await exportSvg(board, FIRST_PAGE, options("SVG"));
  asked = assets.asked.slice();
  const drawn = await drawSvg(svg, SCALE);
  made.set("SVG", pixelsOf(drawn, drawn.width, drawn.height));
  const png = await createImageBitmap(await exportPng(board, FIRST_PAGE, { ...options("PNG"), scale: SCALE }));
  made.set("PNG", pixelsOf(png, png.width, png.height));
  const file = await exportPdf(board, options("PDF"));
  const pdf = await openPdf(new Uint8Array(await file.arrayBuffer()));
  const { bytes } = await pdf.page(1, new AbortController().signal);
  const { image } = await decodePicture(bytes, "image/png");
  made.set("PDF", pixelsOf(image, image.width, image.height));
  pdf.close();
});

describe.each(["SVG", "PNG", "PDF"])("in %s", (kind) => {
  test.each(PLACES)("%s is as on the board, at %i, %i", (_, x, y, color) => {
    const seen = made.get(kind)!(x, y);
    expect(off(seen, color), `${seen} for ${color}`).toBeLessThan(12);
  });

  test("what cannot be had or shown is named, and stands as its alternative text", () => {
    expect(missing.get(kind)).toEqual(["gone", "broken"]);
  });
});

test("each picture is read once", () => {
  expect(asked.toSorted()).toEqual(["broken", "gone", "jpeg", "paper", "png", "svg", "webp"]);
});
