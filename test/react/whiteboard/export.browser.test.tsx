import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { page } from "vitest/browser";
import { FIRST_PAGE } from "../../../src/board/board.js";
import { shapesOf } from "../../../src/board/leaves.js";
import { Whiteboard } from "../../../src/react/whiteboard/whiteboard.js";
import type { WhiteboardHandle } from "../../../src/react/whiteboard/handle.js";
import { documentFromJson } from "../../../src/document/board-json.js";
import { assetsFromJson } from "../../../src/document/assets.js";
import { card } from "../../canvas/out/scene.js";
import { imageFile } from "../../canvas/support/images.js";
import { Box, createWorld, type World } from "../helpers.js";

let world: World;
let handle: WhiteboardHandle;
/** What the browser was given to save. */
let saved: Blob[];

beforeEach(() => {
  world = createWorld();
  saved = [];
  const real = URL.createObjectURL.bind(URL);
  vi.spyOn(URL, "createObjectURL").mockImplementation((content) => {
    saved.push(content as Blob);
    return real(content);
  });
  // What is saved would fill the machine's downloads.
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await cleanup();
});

/** A board with a picture, one that is gone, and a shape of the app's own. */
async function open(theme: "light" | "dark" = "light") {
  let ready: WhiteboardHandle | null = null;
  await render(
    <world.Around>
      <Box>
        <Whiteboard room="export" theme={theme} shapes={[card]} onReady={(given) => (ready = given)} />
      </Box>
    </world.Around>,
  );
  await expect.poll(() => ready).not.toBeNull();
  handle = ready!;
  await world.advance(50);
  const asset = await handle.client.assets.put(new Uint8Array(await (await imageFile(50, 50)).arrayBuffer()));
  const look = { y: 0, w: 100, h: 100, color: "black", size: 2 };
  handle.add([
    { ...look, kind: "image", x: 0, asset },
    { ...look, kind: "image", x: 150, asset: "ab".repeat(32), alt: "Gone" },
    { ...card.make({ x: 300, y: 0, w: 100, h: 100, props: null }) },
  ] as never);
  await world.advance(50);
  return asset;
}

const shapes = () => [...shapesOf(handle.getBoard())];

async function openDialog() {
  await page.getByRole("button", { name: "Menu", exact: true }).click();
  await page.getByRole("menuitem", { name: "Save", exact: true }).click();
  await page.getByRole("menuitem", { name: "Save as a picture…" }).click();
  await expect.element(page.getByRole("dialog")).toBeVisible();
}

const choose = async (name: string) => page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
const last = (type: string) => saved.findLast((blob) => blob.type === type);

test("a picture is saved as large and on such ground as was chosen, and it is said what is missing in it", async () => {
  await open();
  await openDialog();
  await choose("3×");
  await choose("None");
  await choose("Save");
  await expect.poll(() => last("image/png"), { timeout: 20_000 }).toBeDefined();
  // The app's shape reaches over its box by its size.
  const bitmap = await createImageBitmap(last("image/png")!);
  expect([bitmap.width, bitmap.height]).toEqual([3 * (402 + 2 * 24), 3 * (104 + 2 * 24)]);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d")!;
  context.drawImage(bitmap, 0, 0);
  const at = (x: number, y: number) => [...context.getImageData(3 * (x + 24), 3 * (y + 26), 1, 1).data];
  expect(at(-10, -10)).toEqual([0, 0, 0, 0]);
  expect(at(80, 80)).toEqual([204, 0, 0, 255]);
  expect(at(350, 50)).toEqual([136, 0, 204, 255]);
  await expect.element(page.getByText("1 picture could not be had", { exact: false })).toBeVisible();
  expect(page.getByRole("dialog").query()).toBeNull();
});

test("of a selection only that is saved, in the theme that is seen, or the one that was chosen", async () => {
  await open("dark");
  handle.select(
    shapes()
      .slice(0, 1)
      .map(({ id }) => id),
  );
  await openDialog();
  await expect
    .element(page.getByRole("button", { name: "Selection", exact: true }))
    .toHaveAttribute("aria-pressed", "true");
  await choose("SVG");
  await choose("Save");
  await expect.poll(() => last("image/svg+xml"), { timeout: 20_000 }).toBeDefined();
  const dark = await last("image/svg+xml")!.text();
  expect(dark.match(/<image /g)).toHaveLength(1);
  expect(dark).not.toContain("#8800cc");
  await openDialog();
  await choose("Light");
  await choose("This page");
  await choose("Save");
  await expect.poll(() => saved.filter(({ type }) => type === "image/svg+xml").length, { timeout: 20_000 }).toBe(2);
  const light = await last("image/svg+xml")!.text();
  expect(light).toContain("#8800cc");
  const groundOf = (svg: string) => /<rect fill="(#[0-9a-f]+)"/.exec(svg)?.[1];
  expect(groundOf(light)).not.toBe(groundOf(dark));
});

test("a board is saved with its pictures", async () => {
  const asset = await open();
  await page.getByRole("button", { name: "Menu", exact: true }).click();
  await page.getByRole("menuitem", { name: "Save", exact: true }).click();
  await page.getByRole("menuitem", { name: "Save as a file" }).click();
  await expect.poll(() => last("application/json"), { timeout: 20_000 }).toBeDefined();
  const json = JSON.parse(await last("application/json")!.text()) as unknown;
  expect(documentFromJson(json).pages[0]!.shapes.map(({ kind }) => kind)).toEqual(["image", "image", card.kind]);
  expect([...assetsFromJson(json).keys()]).toEqual([asset]);
});

test("small pictures of pages show pictures, papers and the app's own shapes", async () => {
  const asset = await open();
  const paper = { color: "", pattern: "plain", asset, w: 600, h: 300 };
  handle.client.send([{ type: "page.paper", id: FIRST_PAGE, paper }]);
  await world.advance(50);
  await page.getByRole("button", { name: /all pages/ }).click();
  const source = () =>
    decodeURIComponent(document.querySelector<HTMLImageElement>(".inktape-thumbnail img")?.src ?? "");
  await expect.poll(() => source().match(/<image [^>]*href="data:image/g)?.length, { timeout: 20_000 }).toBe(2);
  expect(source()).toContain("#8800cc");
});

test("a shape of the app's own is read out by its name", async () => {
  await open();
  handle.select(
    shapes()
      .filter(({ kind }) => kind === card.kind)
      .map(({ id }) => id),
  );
  await expect.poll(() => document.body.textContent).toContain("Price list, 3 of 3");
});
