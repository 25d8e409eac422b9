import { expect, test, vi } from "vitest";
import { decodePicture } from "../../src/canvas/pictures/decode-picture.js";
import { openPdf } from "../../src/pdf/pdf-pages.js";
import { chinesePdf } from "./chinese-pdf.js";

// The reader of PDFs is large, and is only fetched here.
vi.setConfig({ testTimeout: 60_000 });

/** Where Vite serves pdf.js's own files from. */
const FILES = "/node_modules/pdfjs-dist";

/** How many pixels of the page are dark, and whether all of it was drawn. */
async function drawn(files?: string) {
  const pdf = await openPdf(chinesePdf("ABCDEFGH"), files);
  const { bytes } = await pdf.page(1, new AbortController().signal);
  const isComplete = pdf.isComplete();
  pdf.close();
  const { image } = await decodePicture(bytes, "image/png");
  const context = new OffscreenCanvas(image.width, image.height).getContext("2d")!;
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) dark += data[at]! < 128 ? 1 : 0;
  return { dark, isComplete };
}

test("letters whose font is not in the PDF are read with the files that the app offers", async () => {
  const { dark, isComplete } = await drawn(FILES);
  expect(isComplete).toBe(true);
  expect(dark).toBeGreaterThan(500);
});

test.each([
  ["the app offers no files", undefined],
  ["they are not where the app says", "/nowhere/"],
])("without them, for %s, they are left out and that is known", async (_, files) => {
  expect(await drawn(files)).toEqual({ dark: 0, isComplete: false });
});
