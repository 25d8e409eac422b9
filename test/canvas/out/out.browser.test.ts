import { expect, test } from "vitest";
import { FIRST_PAGE, type Board } from "../../../src/board/board.js";
import { exportPng, exportSvg } from "../../../src/canvas/out/page-picture.js";
import { exportPdf } from "../../../src/canvas/out/pdf.js";
import { openPdf } from "../../../src/pdf/pdf-pages.js";
import type { PageId } from "../../../src/signal/ids.js";
import type { TextShape } from "../../../src/signal/shape.js";
import { boardAfter, rectangle } from "../../board/log.js";

const text = (count: number, words: string, page = FIRST_PAGE): TextShape => {
  const { id, order, color, size } = rectangle(count);
  return { kind: "text", id, page, order, x: 20, y: 200, color, size, text: words, fontSize: 24 };
};

const SECOND = "second" as PageId;

/** A page with a red box and a text, and one with a text in another script. */
function boardOfTwo(): Board {
  return boardAfter(
    { type: "shape.add", shape: rectangle(0, { w: 400, h: 100, color: "#ff0000", fill: "solid" }) },
    { type: "shape.add", shape: text(1, "A cell (alive)") },
    { type: "page.add", id: SECOND, name: "Second", order: "a1" },
    { type: "shape.add", shape: text(2, "細胞 клетка", SECOND) },
  );
}

async function pixelsOf(png: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(png);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d")!;
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

test("a PNG has so many pixels to a unit, and shows what is drawn", async () => {
  const board = boardOfTwo();
  const [once, twice] = [await exportPng(board, FIRST_PAGE, { scale: 1 }), await exportPng(board, FIRST_PAGE)];
  const [small, large] = [await pixelsOf(once), await pixelsOf(twice)];
  expect([large.width, large.height]).toEqual([small.width * 2, small.height * 2]);
  const middle = (Math.floor(small.height / 4) * small.width + Math.floor(small.width / 2)) * 4;
  const [red = 0, green = 0] = small.data.slice(middle, middle + 2);
  expect(red - green).toBeGreaterThan(20);
  expect((await pixelsOf(await exportPng(board, FIRST_PAGE, { background: "transparent" }))).data[3]).toBe(0);
});

test("only some shapes can be had, on no more than their own ground", async () => {
  const svg = await exportSvg(boardOfTwo(), FIRST_PAGE, { ids: [rectangle(1).id] });
  expect(svg).toContain("A cell (alive)");
  expect(svg).not.toContain("#ff0000");
});

/** A PDF's streams, unpacked. */
async function streamsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const file = new TextDecoder("latin1").decode(bytes);
  const found = [...file.matchAll(/\/Length (\d+)[^]*?>>\s*stream\r?\n/g)].map(async (match) => {
    const start = match.index + match[0].length;
    const packed = bytes.slice(start, start + Number(match[1]));
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Response(unpacked).arrayBuffer().then(
      (content) => new TextDecoder("latin1").decode(content),
      () => "",
    );
  });
  return Promise.all(found);
}

test("a PDF has all pages, as large as what is on them, with lines as lines and Latin text to be found", async () => {
  const pdf = new Uint8Array(await (await exportPdf(boardOfTwo())).arrayBuffer());
  const file = new TextDecoder("latin1").decode(pdf);
  expect(file.slice(0, 5)).toBe("%PDF-");
  expect(file).toContain("%%EOF");
  expect(file.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(2);
  const boxes = [...file.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, w, h]) => [Number(w), Number(h)]);
  expect(boxes[0]![0]).toBeGreaterThan(400 * 0.75);
  expect(boxes[0]![0]).toBeLessThan(520 * 0.75);
  const streams = await streamsOf(pdf);
  const drawn = streams.filter((content) => / c\n/.test(content));
  expect(drawn.length).toBeGreaterThanOrEqual(1);
  expect(streams.some((content) => content.includes("(A cell \\(alive\\)) Tj"))).toBe(true);
  // A script that the bundled fonts do not have is there to be seen.
  expect(file).toContain("/Subtype /Image");
  expect(document.querySelectorAll("body > div[aria-hidden] svg")).toHaveLength(0);
});

test("in a PDF text in the bundled fonts is outlines, which stand where the board has its letters", async () => {
  const board = boardAfter(
    { type: "shape.add", shape: { ...text(1, "Office AV fjord, Łódź\nПривет мир"), font: "hand", fontSize: 48 } },
    { type: "shape.add", shape: { ...text(2, "Office AV ½, Ωμέγα"), font: "sans", fontSize: 48, x: 60, y: 400 } },
    { type: "shape.add", shape: { ...text(3, "Tilted, to the end"), y: 560, rotation: 0.2, align: "end" } },
    { type: "shape.add", shape: rectangle(4, { x: 600, y: 300, w: 240, h: 120, label: "In a box" }) },
  );
  const file = await exportPdf(board);
  expect(await file.text()).not.toContain("/Subtype /Image");
  const pdf = await openPdf(new Uint8Array(await file.arrayBuffer()));
  const { bytes } = await pdf.page(1, new AbortController().signal);
  pdf.close();
  const [seen, wanted] = [
    await darkPlaces(new Blob([bytes as BlobPart])),
    await darkPlaces(await exportPng(board, FIRST_PAGE)),
  ];
  const lacking = [...wanted].filter((place) => !seen.has(place));
  const surplus = [...seen].filter((place) => !wanted.has(place));
  expect(wanted.size).toBeGreaterThan(2000);
  // Edges are smoothed otherwise, no more.
  expect((lacking.length + surplus.length) / wanted.size).toBeLessThan(0.06);
});

/** Where a picture, made 900 pixels wide, is more dark than light. */
async function darkPlaces(png: Blob): Promise<Set<number>> {
  const bitmap = await createImageBitmap(png);
  const [width, height] = [900, Math.round((900 * bitmap.height) / bitmap.width)];
  const context = new OffscreenCanvas(width, height).getContext("2d")!;
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  return new Set(Array.from({ length: width * height }, (_, at) => at).filter((at) => (data[4 * at] ?? 255) < 128));
}
