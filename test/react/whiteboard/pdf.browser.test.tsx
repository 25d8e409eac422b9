import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { page } from "vitest/browser";
import { pagesInOrder } from "../../../src/board/leaves.js";
import { decodePicture } from "../../../src/canvas/pictures/decode-picture.js";
import { Whiteboard } from "../../../src/react/whiteboard/whiteboard.js";
import type { WhiteboardHandle } from "../../../src/react/whiteboard/handle.js";
import type { Transport } from "../../../src/transport/transport.js";
import { colorAt } from "../../canvas/support/images.js";
import { Box, createWorld, type World } from "../helpers.js";
import { pdfFile } from "./pdf-file.js";

// The reader of PDFs is large, and is only fetched here.
vi.setConfig({ testTimeout: 60_000 });

let world: World;
let handle: WhiteboardHandle | null;
/** What a page's picture waits for before it is put. */
let gate: Promise<void>;

beforeEach(async () => {
  world = createWorld();
  handle = null;
  gate = Promise.resolve();
  const { transport } = world;
  const slow: Transport = {
    ...transport,
    assets(room) {
      const assets = transport.assets(room);
      return {
        ...assets,
        async put(bytes, signal) {
          await gate;
          return assets.put(bytes, signal);
        },
      };
    },
  };
  await render(
    <world.Around>
      <Box>
        <Whiteboard room="handout" transport={slow} onReady={(ready) => (handle = ready)} />
      </Box>
    </world.Around>,
  );
  await expect.poll(() => handle).not.toBeNull();
  await world.advance(50);
});
afterEach(() => cleanup());

const pages = () => pagesInOrder(handle!.client.board.get() as never);

function drop(...files: File[]): void {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  const canvas = document.querySelector(".inktape-canvas") as HTMLElement;
  canvas.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: transfer }));
}

test("each page of a PDF becomes a page with its picture as paper, in one undo step, and the first is shown", async () => {
  drop(pdfFile(3));
  await expect.poll(() => pages().length, { timeout: 50_000 }).toBe(4);
  expect(
    pages()
      .map(({ name }) => name)
      .slice(1),
  ).toEqual(["handout, 1", "handout, 2", "handout, 3"]);
  expect(handle!.view.page.get()).toBe(pages()[1]!.id);
  const { paper } = pages()[1]!;
  expect(paper).toMatchObject({ w: 400, color: "", pattern: "plain" });
  expect(paper?.h).toBeCloseTo(266.67, 1);
  const { bytes, mediaType } = await handle!.client.assets.get(paper!.asset);
  const { image, width, height } = await decodePicture(bytes, mediaType);
  expect([mediaType, width, height]).toEqual(["image/png", 800, 533]);
  expect(colorAt(image, width, height, 20, 520)).toEqual([255, 0, 0]);
  expect(colorAt(image, width, height, 20, 20)).toEqual([255, 255, 255]);
  expect(new Set(pages().map((each) => each.paper?.asset)).size).toBe(4);
  handle!.client.undo();
  expect(pages().length).toBe(1);
});

test("it is said how far a PDF is, and it can be called off", async () => {
  let open: () => void = () => undefined;
  gate = new Promise((resolve) => (open = resolve));
  drop(pdfFile(2));
  await expect.element(page.getByText("Reading “handout.pdf”…")).toBeVisible();
  await expect.element(page.getByText("Page 1 of 2")).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  open();
  await expect.poll(() => page.getByText("Reading “handout.pdf”…").query()).toBeNull();
  expect(pages().length).toBe(1);
});

test("a PDF that cannot be read leaves the board as it was, and that is said", async () => {
  drop(new File(["%PDF-1.4\nand nothing more"], "torn.pdf"));
  await expect.element(page.getByText("“torn.pdf” was not added.")).toBeVisible();
  expect(pages().length).toBe(1);
});
