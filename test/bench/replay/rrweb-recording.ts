import type { Browser } from "playwright";
import { bundlePage } from "../canvas/bundle.js";
import { eventsOf } from "../pen-hand.js";
import { type LongDrawing, PAPER } from "./drawing.js";
import type { RecorderPage, Step } from "./recorder-page.js";
import { serve } from "./file-server.js";

declare const recorder: RecorderPage;

/** What rrweb's recorder, in a page on which this is drawn, says of it: its events as JSON. */
export async function rrwebRecording(browser: Browser, drawing: LongDrawing): Promise<string> {
  const server = await serve(await bundlePage("../replay/recorder-page.ts"));
  const page = await browser.newPage({ viewport: PAPER });
  try {
    await page.goto(server.address);
    await page.waitForFunction("globalThis.recorder");
    const strokes = drawing.strokes.map(({ samples }) => [
      stepOf(samples.slice(0, 1)),
      ...eventsOf(samples.slice(1)).map((event) => stepOf(event.samples, event.at)),
    ]);
    return await page.evaluate((given) => recorder.record(given), strokes);
  } finally {
    await page.close();
    await server.close();
  }
}

function stepOf(samples: LongDrawing["strokes"][number]["samples"], at = samples[0]?.t ?? 0): Step {
  return { at, points: samples.map(({ x, y }) => [x, y] as const) };
}
