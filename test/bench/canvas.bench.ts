import { type Browser, chromium } from "playwright";
import { chromiumArgs, ensureChromium } from "../browser/chromium.mjs";
import { bundlePage, type Files } from "./canvas/bundle.js";
import { makeDrawing } from "./canvas/drawing.js";
import { Tab, VIEW } from "./canvas/tab.js";
import { median, quantile } from "./rate.js";

const PROGRAMS = { inktape: "inktape-page.tsx", excalidraw: "excalidraw-page.tsx" };
const SIZES = (process.env.CANVAS_SHAPES ?? "1000,5000,10000").split(",").map(Number);
const ONLY = process.env.CANVAS_ONLY;
/** Inputs of a kind, one a frame. */
const FRAMES = 60;
/** Screen pixels to a frame. */
const PAN = 24;
const [X, Y] = [VIEW.width / 2, VIEW.height / 2];

type Figures = Readonly<Record<string, number>>;

/**
 * `<Whiteboard>` in a room of its own tab, and Excalidraw, with the same shapes (canvas/drawing.ts) in the same Chromium
 * without a GPU, 1920 x 1080. All shapes are in view, save for `close…`, at 100 %. Milliseconds of the page's main
 * thread, CPU time, to an input and the frame after it; `…Wall` are milliseconds on the clock from the event to the end
 * of its frame. `firstPaint` is all that showing the shapes takes, until they are sharp. The room, which lives in the
 * tab too, is counted with inktape. CANVAS_SHAPES and CANVAS_ONLY name other numbers of shapes, and one program.
 */
export default async function bench() {
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArgs });
  try {
    const json: Record<string, Record<string, Figures>> = {};
    for (const [program, source] of Object.entries(PROGRAMS)) {
      if (ONLY && ONLY !== program) continue;
      const files = await bundlePage(source);
      const figures: Record<string, Figures> = {};
      for (const shapes of SIZES) figures[shapes] = await measure(browser, files, shapes);
      json[program] = figures;
    }
    const rows = Object.entries(json).flatMap(([program, figures]) =>
      Object.entries(figures).map(([shapes, values]) => ({ program, shapes, ...values })),
    );
    return { rows, json };
  } finally {
    await browser.close();
  }
}

async function measure(browser: Browser, files: Files, shapes: number): Promise<Figures> {
  const tab = await Tab.open(browser, files, makeDrawing(shapes));
  const firstPaint = await tab.cpuUntilRest(() => tab.page.evaluate("bench.mount()"));
  const heapMb = await tab.heapMb();
  const pan = await framesOf(tab, panInput);
  const zoom = await framesOf(tab, zoomInput);
  await tab.page.evaluate("bench.takePen()");
  await tab.page.keyboard.press("p");
  const pen = await strokeOf(tab);
  await tab.cpuUntilRest(() => tab.page.evaluate("bench.showMiddle()"));
  const closePan = await framesOf(tab, panInput);
  const closePen = await strokeOf(tab);
  await tab.close();
  return rounded({
    firstPaint,
    panP50: median(pan.cpu),
    panP95: quantile(pan.cpu, 0.95),
    zoomP95: quantile(zoom.cpu, 0.95),
    penP95: quantile(pen.cpu, 0.95),
    heapMb,
    panWallP95: quantile(pan.wall, 0.95),
    penWallP95: quantile(pen.wall, 0.95),
    closePanP50: median(closePan.cpu),
    closePanP95: quantile(closePan.cpu, 0.95),
    closePenP95: quantile(closePen.cpu, 0.95),
  });
}

async function framesOf(tab: Tab, input: (tab: Tab, frame: number) => Promise<unknown>) {
  await tab.rest();
  await tab.takeLatencies();
  const cpu: number[] = [];
  for (let frame = 0; frame < FRAMES; frame++) cpu.push(await tab.cpuOfFrame(() => input(tab, frame)));
  const wall = await tab.takeLatencies();
  await tab.rest();
  return { cpu, wall };
}

/** Around in a square: what comes into view at first has not been seen before. */
function panInput(tab: Tab, frame: number): Promise<unknown> {
  const way = Math.floor((frame / FRAMES) * 4);
  const [dx, dy] = (
    [
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ] as const
  )[way] as readonly [number, number];
  return tab.wheel(X, Y, dx * PAN, dy * PAN);
}

/** In for a third, out again, and a little further out. */
function zoomInput(tab: Tab, frame: number): Promise<unknown> {
  return tab.wheel(X, Y, 0, frame < FRAMES / 3 ? -10 : 10, true);
}

/** A stroke across the view, a move a frame. */
async function strokeOf(tab: Tab) {
  await tab.rest();
  await tab.pen("mousePressed", X - 400, Y);
  const frames = await framesOf(tab, (_, frame) =>
    tab.pen("mouseMoved", X - 400 + frame * 12, Y + 150 * Math.sin(frame / 6)),
  );
  await tab.pen("mouseReleased", X, Y);
  return frames;
}

function rounded(figures: Figures): Figures {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Math.round(value * 10) / 10]));
}
