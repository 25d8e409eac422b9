import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { shapesOf } from "../../../src/board/leaves.js";
import { Whiteboard, type WhiteboardProps } from "../../../src/react/whiteboard/whiteboard.js";
import type { WhiteboardHandle } from "../../../src/react/whiteboard/handle.js";
import { InktapeError, type ErrorCode } from "../../../src/signal/errors.js";
import type { ImageShape } from "../../../src/signal/shape.js";
import type { AssetStore } from "../../../src/transport/assets.js";
import type { Transport } from "../../../src/transport/transport.js";
import { imageFile } from "../../canvas/support/images.js";
import { Box, createWorld, type World } from "../helpers.js";

let world: World;
let handle: WhiteboardHandle | null;
/** What putting a picture in does instead, as long as it is there. */
let instead: (() => Promise<never>) | null;

beforeEach(() => {
  world = createWorld();
  handle = null;
  instead = null;
});
afterEach(() => cleanup());

const images = () =>
  [...shapesOf(handle?.client.board.get() as never)].filter((shape): shape is ImageShape => shape.kind === "image");
const section = () => document.querySelector(".inktape") as HTMLElement;
const input = () => document.querySelector("input[type=file]") as HTMLInputElement;
const failing = (code: ErrorCode) => () => Promise.reject(new InktapeError(code, "It did not work."));

/** Opens a board whose pictures can be kept from being put in. */
async function open(props: Partial<WhiteboardProps> = {}): Promise<WhiteboardHandle> {
  const { transport } = world;
  const hindered: Transport = {
    ...transport,
    assets(room): AssetStore {
      const assets = transport.assets(room);
      return { ...assets, put: (bytes, signal) => (instead ? instead() : assets.put(bytes, signal)) };
    },
  };
  await render(
    <world.Around>
      <Box>
        <Whiteboard room="pictures" transport={hindered} onReady={(ready) => (handle = ready)} {...props} />
      </Box>
    </world.Around>,
  );
  await expect.poll(() => handle).not.toBeNull();
  await world.advance(50);
  return handle as unknown as WhiteboardHandle;
}

/** Chooses files in the dialog that is open. */
async function choose(...files: File[]): Promise<void> {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input().files = transfer.files;
  input().dispatchEvent(new Event("change", { bubbles: true }));
}

function drag(type: string, transfer: DataTransfer, x: number, y: number): DragEvent {
  const { left, top } = section().getBoundingClientRect();
  const event = new DragEvent(type, {
    bubbles: true,
    cancelable: true,
    dataTransfer: transfer,
    clientX: left + x,
    clientY: top + y,
  });
  (document.elementFromPoint(left + x, top + y) ?? section()).dispatchEvent(event);
  return event;
}

function transferOf(...files: File[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer;
}

describe("pictures come in", () => {
  test("by the picture tool, which opens the dialog for files, to the middle of the view", async () => {
    await open();
    const opened = new Promise((resolve) => input().addEventListener("click", resolve, { once: true }));
    input().addEventListener("click", (event) => event.preventDefault(), { once: true });
    await userEvent.keyboard("i");
    section().querySelector<HTMLElement>(".inktape-canvas")?.focus();
    await userEvent.keyboard("i");
    await opened;
    expect([input().multiple, input().accept.includes("application/pdf")]).toEqual([true, true]);
    await choose(await imageFile(100, 60));
    await expect.poll(() => images().length).toBe(1);
    const [shape] = images() as [ImageShape];
    expect(shape).toMatchObject({ w: 100, h: 60 });
    const middle = handle!.view.toScreen({ x: shape.x + 50, y: shape.y + 30 });
    expect(middle.x).toBeCloseTo(380, -1);
    expect(middle.y).toBeCloseTo(240, -1);
    const { bytes, mediaType } = await handle!.client.assets.get(shape.asset);
    expect([mediaType, bytes.length > 0]).toEqual(["image/png", true]);
    await expect.element(page.getByRole("toolbar", { name: "Picture" })).toBeVisible();
  });

  test("by being dropped, to where they were dropped, and several side by side", async () => {
    await open();
    const files = [await imageFile(100, 60), await imageFile(60, 100)];
    expect(drag("dragover", transferOf(...files), 300, 200).defaultPrevented).toBe(true);
    await expect.element(page.getByText("Drop pictures or PDFs here")).toBeVisible();
    expect(drag("drop", transferOf(...files), 300, 200).defaultPrevented).toBe(true);
    await expect.poll(() => images().length).toBe(2);
    expect(document.querySelector(".inktape-drop")).toBeNull();
    const [one, two] = images().sort((a, b) => a.x - b.x) as [ImageShape, ImageShape];
    expect(one.x + one.w).toBeLessThan(two.x);
    const at = handle!.view.toBoard({ x: 300, y: 200 });
    expect(Math.abs((one.x + two.x + two.w) / 2 - at.x)).toBeLessThan(2);
  });

  test("from another page, by their addresses", async () => {
    await open();
    const file = await imageFile(30, 20);
    const reader = new FileReader();
    const address = await new Promise<string>((resolve) => {
      reader.onload = () => resolve(String(reader.result));
      reader.readAsDataURL(file);
    });
    const transfer = new DataTransfer();
    transfer.setData("text/uri-list", address);
    drag("drop", transfer, 300, 200);
    await expect.poll(() => images().length).toBe(1);
    transfer.setData("text/uri-list", "http://127.0.0.1:9/gone.png");
    drag("drop", transfer, 300, 200);
    await expect.element(page.getByText(/could not be fetched/)).toBeVisible();
  });

  test.for([
    ["the app shows for looking only", { isReadOnly: true }, "This board is shown for looking only."],
    ["this person is a reader of", { role: "reader" }, "You can look and point, but not draw."],
  ] as const)("but not on a board that %s, and a sentence says why", async ([, props, sentence]) => {
    await open(props);
    const transfer = transferOf(await imageFile(30, 20));
    expect(drag("dragover", transfer, 300, 200).defaultPrevented).toBe(true);
    expect(drag("drop", transfer, 300, 200).defaultPrevented).toBe(true);
    expect(document.querySelector(".inktape-drop")).toBeNull();
    await expect.element(page.getByText(sentence).last()).toBeVisible();
    await world.advance(300);
    expect(images()).toEqual([]);
  });

  test("but not on a locked page: not dropped, not pasted, not picked, and a sentence says why", async () => {
    await open();
    let admin: WhiteboardHandle | null = null;
    await render(
      <world.Around>
        <Box>
          <Whiteboard room="pictures" role="admin" onReady={(ready) => (admin = ready)} />
        </Box>
      </world.Around>,
    );
    await world.advance(300);
    admin!.client.send([{ type: "page.lock", id: handle!.view.page.get(), isLocked: true }]);
    await world.advance(300);
    const transfer = transferOf(await imageFile(30, 20));
    drag("drop", transfer, 300, 200);
    await expect.element(page.getByText("This page is locked.").first()).toBeVisible();
    section().querySelector<HTMLElement>(".inktape-canvas")?.focus();
    const paste = new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: transfer });
    section().querySelector(".inktape-canvas")?.dispatchEvent(paste);
    expect(paste.defaultPrevented).toBe(true);
    let clicks = 0;
    input().addEventListener("click", () => (clicks += 1));
    handle!.setTool("image");
    await world.advance(300);
    expect([images(), clicks]).toEqual([[], 0]);
  });

  test("and what is dragged within the page is left alone", async () => {
    await open();
    const transfer = new DataTransfer();
    transfer.setData("text/plain", "just words");
    expect(drag("dragover", transfer, 300, 200).defaultPrevented).toBe(false);
  });

  test("and go by undo, one by one", async () => {
    await open();
    drag("drop", transferOf(await imageFile(10, 10), await imageFile(12, 12)), 300, 200);
    await expect.poll(() => images().length).toBe(2);
    handle!.client.undo();
    expect(images().length).toBe(1);
  });
});

describe("a picture on its way", () => {
  test("is seen by its author alone, where it will be, until the room has it", async () => {
    let release: () => void = () => undefined;
    await open();
    const put = new Promise<void>((resolve) => (release = resolve));
    instead = async () => {
      await put;
      instead = null;
      throw new InktapeError("offline", "The line broke.");
    };
    drag("drop", transferOf(await imageFile(120, 80)), 300, 200);
    await expect.element(page.getByText("Sending…")).toBeVisible();
    expect(images()).toEqual([]);
    const { width, height, left } = document.querySelector(".inktape-pending")!.getBoundingClientRect();
    expect([width, height, Math.round(left - section().getBoundingClientRect().left)]).toEqual([120, 80, 240]);
    release();
    await expect.element(page.getByText("Waiting for the connection…")).toBeVisible();
    await world.advance(5100);
    await expect.poll(() => images().length).toBe(1);
    await expect.poll(() => document.querySelector(".inktape-pending")).toBeNull();
  });

  test("that the room does not take says why, and can be tried again or removed", async () => {
    await open();
    instead = failing("too-large");
    drag("drop", transferOf(await imageFile(300, 200)), 300, 200);
    await expect.element(page.getByText(/the room has no place for more/)).toBeVisible();
    instead = failing("denied");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.element(page.getByText("You may not add pictures in this room.")).toBeVisible();
    instead = null;
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => images().length).toBe(1);

    instead = failing("denied");
    drag("drop", transferOf(await imageFile(300, 200)), 300, 200);
    await page.getByRole("button", { name: "Remove" }).click();
    await expect.poll(() => document.querySelector(".inktape-pending")).toBeNull();
    expect(images().length).toBe(1);
  });

  test("is not begun with when it is none, and that is said", async () => {
    await open();
    drag("drop", transferOf(new File(["hello"], "notes.txt")), 300, 200);
    await expect.element(page.getByText("“notes.txt” was not added.")).toBeVisible();
    await page.getByRole("button", { name: "Close" }).click();
    await expect.poll(() => page.getByText("“notes.txt” was not added.").query()).toBeNull();
  });
});

describe("a picture on the board", () => {
  async function withPicture(): Promise<ImageShape> {
    await open();
    drag("drop", transferOf(await imageFile(200, 100)), 380, 200);
    await expect.poll(() => images().length).toBe(1);
    await expect.element(page.getByRole("toolbar", { name: "Picture" })).toBeVisible();
    return images()[0] as ImageShape;
  }

  test("is described, and the description is read out", async () => {
    await withPicture();
    await expect.element(page.getByText("Picture without a description")).toBeInTheDocument();
    await page.getByRole("button", { name: "Describe the picture" }).click();
    await userEvent.keyboard("A red field with a blue corner{Enter}");
    expect(images()[0]).toMatchObject({ alt: "A red field with a blue corner" });
    await expect.element(page.getByText("Picture: A red field with a blue corner")).toBeInTheDocument();
    await page.getByRole("button", { name: "Describe the picture" }).click();
    await userEvent.keyboard("nothing{Escape}");
    expect(images()[0]).toMatchObject({ alt: "A red field with a blue corner" });
  });

  test("is cropped by its handles, with the pointer and with keys, in one step", async () => {
    const { x, y } = await withPicture();
    await page.getByRole("button", { name: "Crop" }).click();
    await expect.element(page.getByRole("group", { name: "Crop the picture" })).toBeVisible();
    await page.getByRole("button", { name: "Left side" }).click();
    await userEvent.keyboard("{Shift>}{ArrowRight}{/Shift}{ArrowRight}");
    await page.getByRole("button", { name: "Lower side" }).click();
    await userEvent.keyboard("{Shift>}{ArrowUp}{/Shift}{Enter}");
    const [shape] = images() as [ImageShape];
    expect(shape.x).toBeCloseTo(x + 22);
    expect(shape).toMatchObject({ y, h: 90, cropH: 0.9 });
    expect([shape.w, shape.cropX, shape.cropW].map((value) => Number(value).toFixed(2))).toEqual([
      "178.00",
      "0.11",
      "0.89",
    ]);
    handle!.client.undo();
    expect(images()[0]).toMatchObject({ x, w: 200, h: 100 });
    expect(images()[0]).not.toHaveProperty("cropW");
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
    expect(images()[0]).toEqual(before);
    expect(document.querySelector(".inktape-crop")).toBeNull();
  });

  test("is replaced by another, as wide as it was", async () => {
    const before = await withPicture();
    input().addEventListener("click", (event) => event.preventDefault(), { once: true });
    await page.getByRole("button", { name: "Replace the picture" }).click();
    expect(input().multiple).toBe(false);
    await choose(await imageFile(50, 50, { color: "#00aa00" }));
    await expect.poll(() => images()[0]?.asset !== before.asset).toBe(true);
    expect(images()[0]).toMatchObject({ id: before.id, w: 200, h: 200 });
  });
});
