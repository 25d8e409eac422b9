import { chromium, type Browser, type BrowserContextOptions, type JSHandle, type Page } from "playwright";
import { expect } from "vitest";
import type { Shape } from "../../../src/signal/shape.js";
import type { WhiteboardHandle } from "../../../src/index.js";
import { chromiumArgs, findChromium } from "../../browser/chromium.mjs";

type LiveHandle = Extract<NonNullable<Window["inktape"]>, WhiteboardHandle>;

/** Starts the Chromium of this machine. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({ args: [...chromiumArgs], ...(executablePath && { executablePath }) });
}

/** Somebody in a room, at a window of their own. */
export class Visitor {
  private constructor(
    readonly name: string,
    readonly page: Page,
  ) {}

  /** Opens a room for somebody who has said their name, and waits until it has let them in. */
  static async comeIn(browser: Browser, name: string, url: string, options?: BrowserContextOptions): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: { width: 1000, height: 700 },
      reducedMotion: "reduce",
      timezoneId: "UTC",
      locale: "en-GB",
      ...options,
    });
    await context.addInitScript((own) => localStorage.setItem("inktape.name", own), name);
    const visitor = new Visitor(name, await context.newPage());
    await visitor.page.goto(url);
    await visitor.online();
    return visitor;
  }

  /** Waits until the room has acknowledged all that was done here. */
  async online(): Promise<void> {
    await this.page.waitForFunction(() => {
      const client = (window.inktape as LiveHandle | undefined)?.client;
      return client !== undefined && client.status.get().state === "online" && client.status.get().pending === 0;
    });
  }

  /** What is on the page shown, bottom to top, own signals included; ink without its points. */
  async shapes(): Promise<Shape[]> {
    return this.page.evaluate(() => {
      const { getBoard, view } = window.inktape as LiveHandle;
      return getBoard()
        .branches.flat(2)
        .flatMap((shape) =>
          shape?.page === view.page.get() ? [{ ...shape, points: undefined } as unknown as Shape] : [],
        )
        .sort((a, b) => (a.order < b.order ? -1 : 1));
    });
  }

  /** Waits until what is on the page is like that. */
  async sees(expected: readonly object[]): Promise<void> {
    await expectShapes(this, expected);
  }

  async camera(): Promise<{ x: number; y: number; zoom: number }> {
    return this.page.evaluate(() => ({ ...(window.inktape as LiveHandle).view.camera.get() }));
  }

  /** The page's shapes as the board shows them now, put together of their tiles, a window's pixel for a pixel. */
  async picture(): Promise<JSHandle<CanvasRenderingContext2D>> {
    return this.page.evaluateHandle(() => {
      window.inktape?.view.paint();
      const whole = document.createElement("canvas");
      [whole.width, whole.height] = [innerWidth, innerHeight];
      const context = whole.getContext("2d") as CanvasRenderingContext2D;
      for (const tile of document.querySelectorAll<HTMLCanvasElement>("[data-layer=shapes] canvas")) {
        const { x, y, width, height } = tile.getBoundingClientRect();
        if (width > 0) context.drawImage(tile, x, y, width, height);
      }
      return context;
    });
  }

  /** Where the canvas's top left corner is, in the window's pixels. */
  async origin(): Promise<{ x: number; y: number }> {
    const box = await this.page.locator(".inktape-canvas").boundingBox();
    return { x: box?.x ?? 0, y: box?.y ?? 0 };
  }

  /** Drags the mouse over the canvas through places in its CSS pixels. */
  async drag(...places: readonly (readonly [x: number, y: number])[]): Promise<void> {
    const { mouse } = this.page;
    const { x, y } = await this.origin();
    const [first, ...others] = places;
    if (!first) return;
    await mouse.move(x + first[0], y + first[1]);
    await mouse.down();
    for (const [toX, toY] of others) await mouse.move(x + toX, y + toY, { steps: 4 });
    await mouse.up();
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}

async function expectShapes(visitor: Visitor, expected: readonly object[]): Promise<void> {
  await expect.poll(() => visitor.shapes(), { timeout: 20_000 }).toMatchObject(expected);
}
