import { type Browser, chromium } from "playwright";
import { chromiumArgs, ensureChromium } from "../browser/chromium.mjs";
import { seededRandom } from "../property/seeded.js";
import { bundlePage, type Files } from "./canvas/bundle.js";
import { median, quantile } from "./rate.js";
import { type LongDrawing, makeLongDrawing, PAPER } from "./replay/drawing.js";
import { serve } from "./replay/file-server.js";
import { inktapeRecording } from "./replay/inktape-recording.js";
import type { ReplayMeter } from "./replay/page.js";
import { rrwebRecording } from "./replay/rrweb-recording.js";

declare const bench: ReplayMeter;

const EVENTS = (process.env.REPLAY_EVENTS ?? "1000,10000,100000").split(",").map(Number);
const ONLY = process.env.REPLAY_ONLY;
const SEEKS = Number(process.env.REPLAY_SEEKS ?? 40);
/** No further seeks are made after so long, once there are {@link FEWEST}. */
const LONGEST_MS = 60_000;
const FEWEST = 10;
const JUMPS = 21;
const RATE = 8;
const PLAYED_MS = 3000;

type Figures = Readonly<Record<string, number>>;

interface Program {
  readonly page: string;
  readonly file: string;
  readonly record: (browser: Browser, drawing: LongDrawing) => Promise<string | Uint8Array>;
}

const PROGRAMS: Readonly<Record<string, Program>> = {
  inktape: {
    page: "../replay/inktape-page.tsx",
    file: "/recording.inktape",
    record: (_, drawing) => inktapeRecording(drawing),
  },
  rrweb: { page: "../replay/rrweb-page.ts", file: "/recording.json", record: rrwebRecording },
};

/**
 * `<Replay>` and rrweb's `Replayer` with recordings of the same drawing, each made by the program's own recorder, in the
 * same Chromium without a GPU. For rrweb the drawing is a page of SVG paths that grow by a line for each event of the pen.
 *
 * Milliseconds on the clock until the picture is painted: `firstFrame` in the middle of the recording, of which nothing
 * was fetched, from mounting the player whose code is there; `hot…` at random moments after a scrub over the whole (`hotCpu…` is CPU time of the page's main thread, which other work
 * on the machine changes less);
 * `scrubWorst` of 21 jumps one after another from the beginning to the end. `longestTask` of that scrub is 0 where no task
 * took 50 ms. `busyAt8x` is CPU time of the page's main thread in a second. `bytes` of the recording were fetched for the
 * first picture, `bytesAll` for all. REPLAY_EVENTS, REPLAY_ONLY and REPLAY_SEEKS name other numbers of events, one
 * program, and another number of seeks.
 */
export default async function run() {
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArgs });
  try {
    const json: Record<string, Record<string, Figures>> = {};
    for (const [name, program] of Object.entries(PROGRAMS)) {
      if (ONLY && ONLY !== name) continue;
      const files = await bundlePage(program.page);
      const figures: Record<string, Figures> = {};
      for (const events of EVENTS) {
        const drawing = makeLongDrawing(events);
        const recording = await program.record(browser, drawing);
        figures[events] = await measure(browser, new Map([...files, [program.file, recording]]), program.file, drawing);
        console.error(name, events, JSON.stringify(figures[events]));
      }
      json[name] = figures;
    }
    const rows = Object.entries(json).flatMap(([program, figures]) =>
      Object.entries(figures).map(([events, values]) => ({ program, events, ...values })),
    );
    return { rows, json };
  } finally {
    await browser.close();
  }
}

async function measure(browser: Browser, files: Files, file: string, drawing: LongDrawing): Promise<Figures> {
  const server = await serve(files);
  const context = await browser.newContext({ viewport: PAPER, deviceScaleFactor: 1 });
  try {
    const page = await context.newPage();
    page.on("pageerror", (error) => console.error(error));
    await page.goto(server.address);
    await page.waitForFunction("globalThis.bench");
    const session = await context.newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    const cpu = async () => {
      const { metrics } = await session.send("Performance.getMetrics");
      return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN) * 1000;
    };
    const seek = (position: number) => page.evaluate((to) => bench.seek(to), position);

    const firstFrame = await page.evaluate((to) => bench.open(to), drawing.length / 2);
    const bytes = server.sent(file);
    await page.evaluate(() => bench.takeLongestTask());
    const scrub: number[] = [];
    for (let jump = 0; jump < JUMPS; jump++) scrub.push(await seek((drawing.length * jump) / (JUMPS - 1)));
    const longestTask = await page.evaluate(() => bench.takeLongestTask());
    const strokes = await page.evaluate(() => bench.strokes());
    if (strokes !== drawing.strokes.length) throw new Error(`${strokes} of ${drawing.strokes.length} strokes came.`);

    const random = seededRandom(20_261_123);
    const hot: number[] = [];
    const hotCpu: number[] = [];
    const begun = performance.now();
    while (hot.length < SEEKS && (hot.length < FEWEST || performance.now() - begun < LONGEST_MS)) {
      const before = await cpu();
      hot.push(await seek(random() * drawing.length));
      hotCpu.push((await cpu()) - before);
    }

    await seek(Math.max(0, drawing.length / 2 - RATE * PLAYED_MS));
    await page.evaluate((rate) => bench.play(rate), RATE);
    const [before, from] = [await cpu(), performance.now()];
    await page.waitForTimeout(PLAYED_MS);
    const busyAt8x = ((await cpu()) - before) / ((performance.now() - from) / 1000);
    return rounded({
      firstFrame,
      hotP50: median(hot),
      hotP95: quantile(hot, 0.95),
      hotCpuP50: median(hotCpu),
      hotCpuP95: quantile(hotCpu, 0.95),
      scrubWorst: Math.max(...scrub),
      busyAt8x,
      bytes,
      bytesAll: server.sent(file),
      longestTask,
    });
  } finally {
    await context.close();
    await server.close();
  }
}

function rounded(figures: Figures): Figures {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Math.round(value * 10) / 10]));
}
