import path from "node:path";
import type { Browser, CDPSession, Page } from "playwright";
import { excalidrawAsset, type Files } from "./bundle.js";
import type { Drawing } from "./drawing.js";
import type { BenchPage, InputWatch } from "./page.js";

declare const bench: BenchPage;
declare const watch: InputWatch;

const ORIGIN = "http://bench.test";
export const VIEW = { width: 1920, height: 1080 };
const TYPES: Readonly<Record<string, string>> = {
  "": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".woff2": "font/woff2",
};
/** A page is at rest when its main thread worked for less than so many of so many milliseconds, so many times in a row. */
const REST = { workMs: 4, ofMs: 150, times: 4 };

/**
 * A page of one whiteboard in a browser, and what it costs: milliseconds of CPU of the page's main thread, which
 * other work on the machine does not change much.
 */
export class Tab {
  private constructor(
    readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  /** Opens the files' page with the drawing made ready and nothing shown. */
  static async open(browser: Browser, files: Files, drawing: Drawing): Promise<Tab> {
    const context = await browser.newContext({ viewport: VIEW, deviceScaleFactor: 1 });
    const page = await context.newPage();
    page.on("pageerror", (error) => console.error(error));
    const data = JSON.stringify(drawing);
    await page.route("**/*", (route) => {
      const address = new URL(route.request().url());
      const body = address.pathname === "/drawing.json" ? data : bodyOf(files, address);
      if (body === null) return route.fulfill({ status: 404, body: "" });
      const contentType = TYPES[path.extname(address.pathname)] ?? "application/octet-stream";
      return route.fulfill({ contentType, body: Buffer.from(body) });
    });
    await page.goto(`${ORIGIN}/`);
    const session = await context.newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.waitForFunction("globalThis.bench");
    await page.evaluate(async () => bench.prepare((await (await fetch("/drawing.json")).json()) as Drawing));
    const tab = new Tab(page, session);
    await tab.rest();
    return tab;
  }

  /** Milliseconds of CPU that some work takes, until the page is at rest again. */
  async cpuUntilRest(work: () => Promise<unknown>): Promise<number> {
    const start = await this.cpu();
    await work();
    await this.rest();
    return (await this.cpu()) - start;
  }

  /** Milliseconds of CPU from an input to the end of the frame after it. */
  async cpuOfFrame(input: () => Promise<unknown>): Promise<number> {
    const start = await this.cpu();
    await input();
    await this.page.evaluate(() => watch.frame());
    return (await this.cpu()) - start;
  }

  /** Milliseconds on the clock from each event since the last call to the end of its frame. */
  takeLatencies(): Promise<number[]> {
    return this.page.evaluate(() => watch.takeLatencies());
  }

  /** Waits until nothing is left to do. */
  async rest(): Promise<void> {
    for (let calm = 0; calm < REST.times;) {
      const start = await this.cpu();
      await this.page.waitForTimeout(REST.ofMs);
      calm = (await this.cpu()) - start < REST.workMs ? calm + 1 : 0;
    }
  }

  /** Megabytes of JavaScript's heap, after what is not needed is gone. */
  async heapMb(): Promise<number> {
    await this.session.send("HeapProfiler.collectGarbage");
    return (await this.#metric("JSHeapUsedSize")) / 2 ** 20;
  }

  wheel(x: number, y: number, dx: number, dy: number, isZoom = false): Promise<unknown> {
    const at = { type: "mouseWheel" as const, x, y, deltaX: dx, deltaY: dy, modifiers: isZoom ? 2 : 0 };
    return this.session.send("Input.dispatchMouseEvent", at);
  }

  pen(type: "mousePressed" | "mouseMoved" | "mouseReleased", x: number, y: number): Promise<unknown> {
    const buttons = type === "mouseReleased" ? 0 : 1;
    const at = { type, x, y, button: "left" as const, buttons, force: 0.5, clickCount: 1, pointerType: "pen" as const };
    return this.session.send("Input.dispatchMouseEvent", at);
  }

  close(): Promise<void> {
    return this.page.context().close();
  }

  async cpu(): Promise<number> {
    return (await this.#metric("TaskDuration")) * 1000;
  }

  async #metric(name: string): Promise<number> {
    const { metrics } = await this.session.send("Performance.getMetrics");
    const metric = metrics.find((one) => one.name === name);
    if (!metric) throw new Error(`This Chromium has no metric ${name}.`);
    return metric.value;
  }
}

function bodyOf(files: Files, { origin, pathname }: URL): string | Uint8Array | null {
  if (origin !== ORIGIN) return null;
  return files.get(pathname) ?? excalidrawAsset(pathname);
}
