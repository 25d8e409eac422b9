import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { Whiteboard } from "../../../../src/react/whiteboard/whiteboard.js";
import type { WhiteboardHandle } from "../../../../src/react/whiteboard/handle.js";
import type { ImageShape } from "../../../../src/signal/shape.js";
import { imageFile } from "../../../canvas/support/images.js";
import { Box } from "../../helpers.js";
import { choose, drag, input, PictureBoard, section, transferOf } from "./picture-board.js";

let board: PictureBoard;

beforeEach(() => {
  board = new PictureBoard();
});

afterEach(() => cleanup());

describe("pictures come in", () => {
  test("by the picture tool, which opens the dialog for files, to the middle of the view", async () => {
    await board.open();
    const opened = new Promise((resolve) => input().addEventListener("click", resolve, { once: true }));
    input().addEventListener("click", (event) => event.preventDefault(), { once: true });
    await userEvent.keyboard("i");
    section().querySelector<HTMLElement>(".inktape-canvas")?.focus();
    await userEvent.keyboard("i");
    await opened;
    expect([input().multiple, input().accept.includes("application/pdf")]).toEqual([true, true]);
    await choose(await imageFile(100, 60));
    await expect.poll(() => board.images().length).toBe(1);
    const [shape] = board.images() as [ImageShape];
    expect(shape).toMatchObject({ w: 100, h: 60 });
    const middle = board.handle.view.toScreen({ x: shape.x + 50, y: shape.y + 30 });
    expect(middle.x).toBeCloseTo(380, -1);
    expect(middle.y).toBeCloseTo(240, -1);
    const { bytes, mediaType } = await board.handle.client.assets.get(shape.asset);
    expect([mediaType, bytes.length > 0]).toEqual(["image/png", true]);
    await expect.element(page.getByRole("toolbar", { name: "Picture" })).toBeVisible();
  });

  test("by being dropped, to where they were dropped, and several side by side", async () => {
    await board.open();
    const files = [await imageFile(100, 60), await imageFile(60, 100)];
    expect(drag("dragover", transferOf(...files), 300, 200).defaultPrevented).toBe(true);
    await expect.element(page.getByText("Drop pictures or PDFs here")).toBeVisible();
    expect(drag("drop", transferOf(...files), 300, 200).defaultPrevented).toBe(true);
    await expect.poll(() => board.images().length).toBe(2);
    expect(document.querySelector(".inktape-drop")).toBeNull();
    const [one, two] = board.images().toSorted((a, b) => a.x - b.x) as [ImageShape, ImageShape];
    expect(one.x + one.w).toBeLessThan(two.x);
    const at = board.handle.view.toBoard({ x: 300, y: 200 });
    expect(Math.abs((one.x + two.x + two.w) / 2 - at.x)).toBeLessThan(2);
  });

  test("from another page, by their addresses", async () => {
    await board.open();
    const file = await imageFile(30, 20);
    const reader = new FileReader();
    const address = await new Promise<string>((resolve) => {
      reader.onload = () => resolve(String(reader.result));
      reader.readAsDataURL(file);
    });
    const transfer = new DataTransfer();
    transfer.setData("text/uri-list", address);
    drag("drop", transfer, 300, 200);
    await expect.poll(() => board.images().length).toBe(1);
    transfer.setData("text/uri-list", "http://127.0.0.1:9/gone.png");
    drag("drop", transfer, 300, 200);
    await expect.element(page.getByText(/could not be fetched/)).toBeVisible();
  });

  test.for([
    ["the app shows for looking only", { isReadOnly: true }, "This board is shown for looking only."],
    ["this person is a reader of", { role: "reader" }, "You can look and point, but not draw."],
  ] as const)("but not on a board that %s, and a sentence says why", async ([, props, sentence]) => {
    await board.open(props);
    const transfer = transferOf(await imageFile(30, 20));
    expect(drag("dragover", transfer, 300, 200).defaultPrevented).toBe(true);
    expect(drag("drop", transfer, 300, 200).defaultPrevented).toBe(true);
    expect(document.querySelector(".inktape-drop")).toBeNull();
    await expect.element(page.getByText(sentence).last()).toBeVisible();
    await board.world.advance(300);
    expect(board.images()).toEqual([]);
  });

  test("but not on a locked page: not dropped, not pasted, not picked, and a sentence says why", async () => {
    await board.open();
    let admin: WhiteboardHandle | null = null;
    await render(
      <board.world.Around>
        <Box>
          <Whiteboard room="pictures" role="admin" onReady={(ready) => (admin = ready)} />
        </Box>
      </board.world.Around>,
    );
    await board.world.advance(300);
    admin!.client.send([{ type: "page.lock", id: board.handle.view.page.get(), isLocked: true }]);
    await board.world.advance(300);
    const transfer = transferOf(await imageFile(30, 20));
    drag("drop", transfer, 300, 200);
    await expect.element(page.getByText("This page is locked.").first()).toBeVisible();
    section().querySelector<HTMLElement>(".inktape-canvas")?.focus();
    const paste = new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: transfer });
    section().querySelector(".inktape-canvas")?.dispatchEvent(paste);
    expect(paste.defaultPrevented).toBe(true);
    let clicks = 0;
    input().addEventListener("click", () => (clicks += 1));
    board.handle.setTool("image");
    await board.world.advance(300);
    expect([board.images(), clicks]).toEqual([[], 0]);
  });

  test("and what is dragged within the page is left alone", async () => {
    await board.open();
    const transfer = new DataTransfer();
    transfer.setData("text/plain", "just words");
    expect(drag("dragover", transfer, 300, 200).defaultPrevented).toBe(false);
  });

  test("and go by undo, one by one", async () => {
    await board.open();
    drag("drop", transferOf(await imageFile(10, 10), await imageFile(12, 12)), 300, 200);
    await expect.poll(() => board.images().length).toBe(2);
    board.handle.client.undo();
    expect(board.images().length).toBe(1);
  });
});
