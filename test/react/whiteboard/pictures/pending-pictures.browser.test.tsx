import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cleanup } from "vitest-browser-react";
import { page } from "vitest/browser";
import { InktapeError } from "../../../../src/signal/errors.js";
import { imageFile } from "../../../canvas/support/images.js";
import { drag, failing, PictureBoard, section, transferOf } from "./picture-board.js";

let board: PictureBoard;

beforeEach(() => {
  board = new PictureBoard();
});

afterEach(() => cleanup());

describe("a picture on its way", () => {
  test("is seen by its author alone, where it will be, until the room has it", async () => {
    let release: () => void = () => undefined;
    await board.open();
    const put = new Promise<void>((resolve) => (release = resolve));
    board.instead = async () => {
      await put;
      board.instead = null;
      throw new InktapeError("offline", "The line broke.");
    };
    drag("drop", transferOf(await imageFile(120, 80)), 300, 200);
    await expect.element(page.getByText("Sending…")).toBeVisible();
    expect(board.images()).toEqual([]);
    const { width, height, left } = document.querySelector(".inktape-pending")!.getBoundingClientRect();
    expect([width, height, Math.round(left - section().getBoundingClientRect().left)]).toEqual([120, 80, 240]);
    release();
    await expect.element(page.getByText("Waiting for the connection…")).toBeVisible();
    await board.world.advance(5100);
    await expect.poll(() => board.images().length).toBe(1);
    await expect.poll(() => document.querySelector(".inktape-pending")).toBeNull();
  });

  test("that the room does not take says why, and can be tried again or removed", async () => {
    await board.open();
    board.instead = failing("too-large");
    drag("drop", transferOf(await imageFile(300, 200)), 300, 200);
    await expect.element(page.getByText(/the room has no place for more/)).toBeVisible();
    board.instead = failing("denied");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.element(page.getByText("You may not add pictures in this room.")).toBeVisible();
    board.instead = null;
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => board.images().length).toBe(1);

    board.instead = failing("denied");
    drag("drop", transferOf(await imageFile(300, 200)), 300, 200);
    await page.getByRole("button", { name: "Remove" }).click();
    await expect.poll(() => document.querySelector(".inktape-pending")).toBeNull();
    expect(board.images().length).toBe(1);
  });

  test("is not begun with when it is none, and that is said", async () => {
    await board.open();
    drag("drop", transferOf(new File(["hello"], "notes.txt")), 300, 200);
    await expect.element(page.getByText("“notes.txt” was not added.")).toBeVisible();
    await page.getByRole("button", { name: "Close" }).click();
    await expect.poll(() => page.getByText("“notes.txt” was not added.").query()).toBeNull();
  });
});
