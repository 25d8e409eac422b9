import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ServerProcess } from "./support/server.js";
import { startBrowser, Visitor } from "./support/visitor.js";

let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  server = await ServerProcess.start();
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

/** What has the focus, by its name, and whether that can be seen. */
const focus = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const [own, after] = [getComputedStyle(element), getComputedStyle(element, "::after")];
    const isOutlined = own.outlineStyle !== "none" && Number.parseFloat(own.outlineWidth) > 0;
    const name = element.getAttribute("aria-label") ?? element.textContent ?? "";
    return {
      name: element === document.body ? "(nothing)" : name.trim(),
      isSeen: isOutlined || after.outlineStyle !== "none",
    };
  });

async function expectSeenFocus(page: Page, key: string): Promise<void> {
  await expect.poll(() => focus(page), { message: `the focus after ${key}` }).toMatchObject({ isSeen: true });
}

/** A keyboard, and nothing else. After each key something has the focus, and it can be seen. */
class Keyboard {
  constructor(private readonly page: Page) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await expectSeenFocus(this.page, key);
    }
  }

  async write(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Presses a key until something has the focus. */
  async until(name: string | RegExp, key = "Tab"): Promise<void> {
    const seen: string[] = [];
    for (let press = 0; press < 40; press++) {
      await this.press(key);
      const at = (await focus(this.page)).name;
      if (typeof name === "string" ? at === name : name.test(at)) return;
      seen.push(at);
    }
    throw new Error(`${key} never leads to ${String(name)}, only to: ${seen.join(", ")}`);
  }
}

test("the tab key goes round by everything that can be used, once, and shows where it is", async () => {
  const { page, leave } = await arrive("round");
  // The site's board has the focus from the start, which is shown from the first tab key on.
  await expect.poll(() => focus(page)).toEqual({ name: "Board", isSeen: false });
  const names = ["Board"];
  for (let press = 0; press < 40; press++) {
    await page.keyboard.press("Tab");
    const { name, isSeen } = await focus(page);
    if (name === "(nothing)") break;
    expect([name, isSeen]).toEqual([name, true]);
    names.push(name);
  }
  expect(names).toEqual([
    "Board",
    "Menu",
    "Page 1 1/1, all pages",
    "Look back",
    "People: only you",
    "Undo",
    "Black",
    "Custom colour",
    "Opacity",
    "Pen",
    "Zoom out",
  ]);
  expect(new Set(names).size).toBe(names.length);
  await leave();
});

test("a whole task is done with the keyboard alone", async () => {
  const { visitor, page, leave } = await arrive("task");
  const keyboard = new Keyboard(page);

  // Two labelled boxes side by side, and an arrow from one to the other.
  await expect.poll(() => focus(page)).toMatchObject({ name: "Board" });
  await keyboard.press("Tab", "Shift+Tab");
  expect((await focus(page)).name).toBe("Board");
  await keyboard.press("r", "Enter");
  await visitor.sees([{ kind: "rectangle" }]);
  await keyboard.press("Enter");
  await keyboard.write("Seed");
  await keyboard.press("Escape", "Shift+ArrowLeft", "Shift+ArrowLeft", "Shift+ArrowLeft", "Shift+ArrowLeft");
  await keyboard.press(...Array.from({ length: 16 }, () => "Shift+ArrowLeft"));
  await keyboard.press("o", "Enter", "Enter");
  await keyboard.write("Plant");
  await keyboard.press("Escape");
  const [seed, plant] = await visitor.shapes();
  expect([seed, plant]).toMatchObject([
    { kind: "rectangle", label: "Seed" },
    { kind: "ellipse", label: "Plant" },
  ]);
  await keyboard.press("Control+a", "a", "Enter");
  await visitor.sees([{}, {}, { kind: "arrow", startId: seed?.id, endId: plant?.id }]);

  // Through the shapes by the tab key, and one of them moved.
  await keyboard.press("Escape", "Shift+Tab");
  await keyboard.until("Board");
  await keyboard.press("Tab");
  await expect.poll(() => said(page)).toMatch(/Seed/);
  await keyboard.press("ArrowDown", "ArrowDown");
  await visitor.sees([{ kind: "rectangle", y: (seed as { y: number }).y + 2 }, {}, {}]);

  // Another colour from the panel, taken back and done again.
  await keyboard.press("Control+Enter");
  expect((await focus(page)).name).toBe("Black");
  await keyboard.until("Red", "ArrowRight");
  await keyboard.press("Enter");
  await visitor.sees([{ color: "red" }, { color: "black" }, { color: "black" }]);
  await keyboard.press("Control+z");
  await visitor.sees([{ color: "black" }, {}, {}]);
  await keyboard.press("Control+Shift+z");
  await visitor.sees([{ color: "red" }, {}, {}]);
  await keyboard.press("Escape");
  expect((await focus(page)).name).toBe("Board");

  // A page of a name.
  await keyboard.until(/^Page 1 1\/1/);
  await keyboard.until("Add a page", "ArrowRight");
  await keyboard.press("Enter");
  await visitor.sees([]);
  await keyboard.until(/^Page 2 2\/2/, "ArrowLeft");
  await keyboard.press("Enter");
  await expect.poll(async () => (await focus(page)).name).toBe("Page 2, page 2 of 2");
  await keyboard.press("F2");
  await keyboard.write("Growth");
  await keyboard.press("Enter", "Escape");
  await expect.poll(async () => (await focus(page)).name).toBe("Growth 2/2, all pages");
  await keyboard.press("Enter");
  await expect.poll(async () => (await focus(page)).name).toBe("Growth, page 2 of 2");
  await keyboard.until("Page 1, page 1 of 2", "ArrowUp");
  await keyboard.press("Enter");
  await visitor.sees([{}, {}, {}]);
  expect((await focus(page)).name).not.toBe("(nothing)");

  // The picture of it, through the menu.
  await keyboard.until("Menu", "Shift+Tab");
  await keyboard.press("Enter");
  await keyboard.until("Save", "ArrowDown");
  await keyboard.press("ArrowRight");
  await keyboard.until("Save as SVG", "ArrowDown");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  const svg = await readFile(await download.path(), "utf8");
  expect(svg).toContain("Seed");
  await expect.poll(async () => (await focus(page)).name).toBe("Menu");
  await page
    .getByText(/^Saved as/)
    .first()
    .waitFor();

  // All keys, and back to where the focus was.
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect.poll(() => sheet.evaluateAll(([dialog]) => dialog === document.activeElement)).toBe(true);
  expect(await sheet.isVisible()).toBe(true);
  await keyboard.until("Close");
  await keyboard.press("Tab", "Tab", "Escape");
  await expect.poll(async () => (await focus(page)).name).toBe("Menu");
  await leave();
});

/** What a screen reader was told last. */
async function said(page: Page): Promise<string> {
  return (await page.locator(".inktape [aria-live]").allTextContents()).join(" ");
}

async function arrive(room: string) {
  const visitor = await Visitor.comeIn(browser, "Kim", `${server.url}/room/${room}`);
  return { visitor, page: visitor.page, leave: () => visitor.leave() };
}
