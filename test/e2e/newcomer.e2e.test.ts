import { createServer } from "node:net";
import { once } from "node:events";
import { chromium, type Browser, type Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chromiumArgs, findChromium } from "../browser/chromium.mjs";
import { ServerProcess } from "./support/server.js";

let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  server = await ServerProcess.start();
  const executablePath = findChromium();
  browser = await chromium.launch({ args: [...chromiumArgs], ...(executablePath && { executablePath }) });
});

afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

/** Draws a wave with the mouse, as somebody who knows nothing of inktape does. */
async function scribble(page: Page, y: number): Promise<void> {
  await page.mouse.move(300, y);
  await page.mouse.down();
  for (let step = 1; step <= 20; step++) await page.mouse.move(300 + step * 15, y + Math.sin(step / 2) * 40);
  await page.mouse.up();
}

/** How many pixels of the canvases are dark, as black ink on a light page is and cursors are not. */
const inkOnCanvas = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLCanvasElement>(".inktape-canvas canvas")]
      .filter((canvas) => canvas.width > 0 && canvas.height > 0)
      .reduce((sum, canvas) => {
        const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d");
        copy?.drawImage(canvas, 0, 0);
        const pixels = copy?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        let dark = 0;
        for (let at = 0; at < pixels.length; at += 4) {
          const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.slice(at, at + 4);
          if (alpha > 128 && red + green + blue < 150) dark += 1;
        }
        return sum + dark;
      }, 0),
  );

test("somebody opens a room in two windows, draws in one, sees it in the other, and finds it in the replay", async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const first = await context.newPage();
  await first.goto(server.url);
  await first.getByRole("textbox", { name: "Room" }).fill("my first room");
  await first.getByRole("button", { name: "Open room" }).click();
  await first.getByLabel(/your name/i).fill("Nina");
  await first.getByRole("button", { name: "Come in" }).click();
  await first.getByText("Online", { exact: true }).first().waitFor();
  expect(new URL(first.url()).pathname).toBe("/room/my-first-room");

  const second = await context.newPage();
  await second.goto(first.url());
  await second.getByText("Online", { exact: true }).first().waitFor();
  expect(await inkOnCanvas(second)).toBe(0);
  await first.bringToFront();
  await scribble(first, 300);
  await second.bringToFront();
  await expect.poll(() => inkOnCanvas(second), { timeout: 10_000 }).toBeGreaterThan(500);

  await first.bringToFront();
  await first.keyboard.press("Control+z");
  await second.bringToFront();
  await expect.poll(() => inkOnCanvas(second), { timeout: 10_000 }).toBe(0);
  await first.bringToFront();
  await scribble(first, 420);

  await first.getByRole("button", { name: "Add a page" }).click();
  await second.bringToFront();
  await second.getByText("1/2", { exact: true }).waitFor();
  await expect.poll(() => inkOnCanvas(second), { timeout: 10_000 }).toBeGreaterThan(500);
  await first.bringToFront();
  await expect.poll(() => inkOnCanvas(first), { timeout: 10_000 }).toBe(0);
  await first.getByRole("button", { name: "Previous page" }).click();
  await expect.poll(() => inkOnCanvas(first), { timeout: 10_000 }).toBeGreaterThan(500);

  await first.getByRole("link", { name: "Watch replay" }).click();
  await first.getByRole("button", { name: "Play", exact: true }).waitFor();
  const atTheEnd = async () => {
    await first.getByRole("slider").first().press("End");
    return inkOnCanvas(first);
  };
  await expect.poll(atTheEnd, { timeout: 20_000 }).toBeGreaterThan(500);
  await first.goto(server.url);
  await first.getByRole("link", { name: "my-first-room" }).first().waitFor();
  await context.close();
});

test("a port that is taken is said in a sentence, and the process ends", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const started = ServerProcess.on(port, server.data);
  await expect(started).rejects.toThrow(new RegExp(`code 1 .*\\n.*${port}`));
  other.close();
});

test("ctrl-C stops it cleanly", async () => {
  expect(await server.interrupt()).toBe(0);
});
