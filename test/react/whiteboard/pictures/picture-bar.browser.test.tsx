import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cleanup } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import type { ImageShape } from "../../../../src/signal/shape.js";
import { imageFile } from "../../../canvas/support/images.js";
import { choose, drag, input, PictureBoard, section, transferOf } from "./picture-board.js";

let board: PictureBoard;

beforeEach(() => {
  board = new PictureBoard();
});

afterEach(() => cleanup());

describe("a picture on the board", () => {
  async function withPicture(): Promise<ImageShape> {
    await board.open();
    drag("drop", transferOf(await imageFile(200, 100)), 380, 200);
    await expect.poll(() => board.images().length).toBe(1);
    await expect.element(page.getByRole("toolbar", { name: "Picture" })).toBeVisible();
    return board.images()[0] as ImageShape;
  }

  test("is described, and the description is read out", async () => {
    await withPicture();
    await expect.element(page.getByText("Picture without a description")).toBeInTheDocument();
    await page.getByRole("button", { name: "Describe the picture" }).click();
    await userEvent.keyboard("A red field with a blue corner{Enter}");
    expect(board.images()[0]).toMatchObject({ alt: "A red field with a blue corner" });
    await expect.element(page.getByText("Picture: A red field with a blue corner")).toBeInTheDocument();
    await page.getByRole("button", { name: "Describe the picture" }).click();
    await userEvent.keyboard("nothing{Escape}");
    expect(board.images()[0]).toMatchObject({ alt: "A red field with a blue corner" });
  });

  test("is cropped by its handles, with the pointer and with keys, in one step", async () => {
    const { x, y } = await withPicture();
    await page.getByRole("button", { name: "Crop" }).click();
    await expect.element(page.getByRole("group", { name: "Crop the picture" })).toBeVisible();
    await page.getByRole("button", { name: "Left side" }).click();
    await userEvent.keyboard("{Shift>}{ArrowRight}{/Shift}{ArrowRight}");
    await page.getByRole("button", { name: "Lower side" }).click();
    await userEvent.keyboard("{Shift>}{ArrowUp}{/Shift}{Enter}");
    const [shape] = board.images() as [ImageShape];
    expect(shape.x).toBeCloseTo(x + 22);
    expect(shape).toMatchObject({ y, h: 90, cropH: 0.9 });
    expect([shape.w, shape.cropX, shape.cropW].map((value) => Number(value).toFixed(2))).toEqual([
      "178.00",
      "0.11",
      "0.89",
    ]);
    board.handle.client.undo();
    expect(board.images()[0]).toMatchObject({ x, w: 200, h: 100 });
    expect(board.images()[0]).not.toHaveProperty("cropW");
  });

  test("is as it was when a crop is taken back", async () => {
    const before = await withPicture();
    section()
      .querySelector(".inktape-canvas")!
      .dispatchEvent(
        new MouseEvent("dblclick", {
          bubbles: true,
          clientX: section().getBoundingClientRect().left + 380,
          clientY: section().getBoundingClientRect().top + 200,
        }),
      );
    await expect.element(page.getByRole("group", { name: "Crop the picture" })).toBeVisible();
    await userEvent.keyboard("{ArrowRight}");
    await page.getByRole("button", { name: "Right side" }).click();
    await userEvent.keyboard("{ArrowLeft}{Escape}");
    expect(board.images()[0]).toEqual(before);
    expect(document.querySelector(".inktape-crop")).toBeNull();
  });

  test("is replaced by another, as wide as it was", async () => {
    const before = await withPicture();
    input().addEventListener("click", (event) => event.preventDefault(), { once: true });
    await page.getByRole("button", { name: "Replace the picture" }).click();
    expect(input().multiple).toBe(false);
    await choose(await imageFile(50, 50, { color: "#00aa00" }));
    await expect.poll(() => board.images()[0]?.asset !== before.asset).toBe(true);
    expect(board.images()[0]).toMatchObject({ id: before.id, w: 200, h: 200 });
  });
});
