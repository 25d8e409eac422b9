import type { Browser, CDPSession } from "playwright";
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

type Place = readonly [x: number, y: number];

/** A tablet with fingers and a pen, whose events come the way that a device's do. */
class Tablet {
  private constructor(
    readonly visitor: Visitor,
    private readonly cdp: CDPSession,
  ) {}

  static async at(url: string): Promise<Tablet> {
    const visitor = await Visitor.comeIn(browser, "Tea", url, {
      viewport: { width: 820, height: 1180 },
      hasTouch: true,
    });
    return new Tablet(visitor, await visitor.page.context().newCDPSession(visitor.page));
  }

  /** Puts fingers down, moves them together, and lifts them. */
  async fingers(...steps: readonly (readonly Place[])[]): Promise<void> {
    const send = (type: "touchStart" | "touchMove" | "touchEnd", places: readonly Place[]) =>
      this.cdp.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: places.map(([x, y], id) => ({ x, y, id, radiusX: 4, radiusY: 4 })),
      });
    for (const [index, places] of steps.entries()) await send(index === 0 ? "touchStart" : "touchMove", places);
    await send("touchEnd", []);
  }

  /** Puts a finger down and leaves it there until `seen`, then lifts it. */
  async rest([x, y]: Place, seen: () => Promise<void>): Promise<void> {
    await this.cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y, id: 0 }] });
    await seen();
    await this.cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  }

  /** Draws with the pen, as hard as `force` says, 0 to 1. */
  async pen(force: number, ...places: readonly Place[]): Promise<void> {
    const send = (type: "mousePressed" | "mouseMoved" | "mouseReleased", [x, y]: Place) =>
      this.cdp.send("Input.dispatchMouseEvent", {
        type,
        x,
        y,
        force,
        button: "left",
        buttons: type === "mouseReleased" ? 0 : 1,
        clickCount: 1,
        pointerType: "pen",
      });
    for (const [index, place] of places.entries()) await send(index === 0 ? "mousePressed" : "mouseMoved", place);
    await send("mouseReleased", places.at(-1) ?? [0, 0]);
  }

  /** How many pixels high the ink is that the canvas shows between two columns. */
  async thickness(from: number, to: number): Promise<number> {
    const picture = await this.visitor.picture();
    return picture.evaluate(
      (context, [left, right]) => {
        const { width, height } = context.canvas;
        const { data } = context.getImageData(0, 0, width, height);
        let dark = 0;
        for (let y = 0; y < height; y++)
          for (let x = left; x < right; x++) {
            const at = 4 * (y * width + x);
            if ((data[at + 3] ?? 0) > 128 && (data[at] ?? 255) < 100) dark += 1;
          }
        return dark / (right - left);
      },
      [from, to] as const,
    );
  }
}

test("two fingers zoom and pan, and leave nothing on the board", async () => {
  const tablet = await Tablet.at(`${server.url}/room/pinch`);
  const { visitor } = tablet;
  const before = await visitor.camera();
  await tablet.fingers(
    [
      [350, 600],
      [450, 600],
    ],
    [
      [320, 600],
      [480, 600],
    ],
    [
      [280, 600],
      [520, 600],
    ],
    [
      [250, 600],
      [550, 600],
    ],
  );
  const after = await visitor.camera();
  expect(after.zoom / before.zoom).toBeCloseTo(3, 0);
  await visitor.online();
  expect(await visitor.shapes()).toEqual([]);
  await visitor.leave();
});

test("the style is folded behind its button where fingers press, and lies beside the board for a mouse", async () => {
  const { visitor } = await Tablet.at(`${server.url}/room/style`);
  const { page } = visitor;
  const style = page.getByRole("toolbar", { name: "Style" });
  const button = page.getByRole("button", { name: "Colour and width" });
  await button.waitFor();
  expect([await style.count(), await button.getAttribute("aria-pressed")]).toEqual([0, "false"]);
  await button.tap();
  await style.waitFor();
  expect(await button.getAttribute("aria-pressed")).toBe("true");
  const { x = 0, y = 0, width = 0, height = 0 } = (await style.boundingBox()) ?? {};
  expect([x >= 0, y >= 0, x + width <= 820, y + height <= 1180]).toEqual([true, true, true, true]);
  await style.getByRole("radio", { name: "Blue" }).tap();
  await button.tap();
  await style.waitFor({ state: "detached" });
  await visitor.leave();

  const viewport = { width: 820, height: 1180 };
  const other = await Visitor.comeIn(browser, "Moe", `${server.url}/room/style`, { viewport });
  await other.page.getByRole("toolbar", { name: "Style" }).waitFor();
  expect(await other.page.getByRole("button", { name: "Colour and width" }).count()).toBe(0);
  await other.leave();
});

test("a finger that rests opens the menu of the place, and its items can be tapped when it is lifted", async () => {
  const tablet = await Tablet.at(`${server.url}/room/rest`);
  const { visitor } = tablet;
  const { page } = visitor;
  await page.locator(".inktape-canvas").focus();
  await page.keyboard.press("r");
  await visitor.drag([200, 300], [400, 500]);
  await visitor.sees([{ kind: "rectangle" }]);
  const { x, y } = await visitor.origin();
  const copy = page.getByRole("menuitem", { name: "Duplicate" });
  await tablet.rest([x + 201, y + 400], () => copy.waitFor());
  await copy.tap();
  await expect.poll(async () => (await visitor.shapes()).map(({ kind }) => kind)).toEqual(["rectangle", "rectangle"]);
  await visitor.leave();
});

test("a pen that is pressed harder draws wider, and no hand draws beside it until one says otherwise", async () => {
  const tablet = await Tablet.at(`${server.url}/room/pen`);
  const { visitor } = tablet;
  const { page } = visitor;
  await tablet.fingers([[200, 300]], [[240, 300]], [[300, 300]]);
  await visitor.sees([{ kind: "ink" }]);
  await page.locator(".inktape-canvas").focus();
  await page.keyboard.press("Control+z");
  await visitor.sees([]);

  const along = (y: number): Place[] => Array.from({ length: 12 }, (_, at) => [200 + at * 20, y]);
  await tablet.pen(0.1, ...along(300));
  await visitor.sees([{ kind: "ink" }]);
  const light = await tablet.thickness(280, 360);
  await page.keyboard.press("Control+z");
  await visitor.sees([]);
  await tablet.pen(1, ...along(300));
  await visitor.sees([{ kind: "ink" }]);
  expect(await tablet.thickness(280, 360)).toBeGreaterThan(light * 1.3);

  // A hand that rests on the tablet draws nothing.
  await tablet.fingers([[300, 700]], [[340, 740]], [[400, 800]]);
  await visitor.online();
  expect(await visitor.shapes()).toHaveLength(1);

  await page.getByRole("button", { name: "Draw with fingers too" }).click();
  // For a moment after the pen was seen, a finger is still taken for the hand that holds it.
  const drawn = async () => {
    await tablet.fingers([[300, 700]], [[340, 740]], [[400, 800]]);
    return (await visitor.shapes()).length;
  };
  await expect.poll(drawn, { timeout: 20_000, interval: 200 }).toBeGreaterThan(1);
  expect(await page.getByRole("button", { name: "Draw with fingers too" }).count()).toBe(0);
  await visitor.leave();
});
