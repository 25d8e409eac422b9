import { afterEach, expect, test, vi } from "vitest";
import type { InkPoints } from "../../../src/signal/ink.js";
import type { InkShape } from "../../../src/signal/shape.js";
import { ANN, idOf, ink, Log, ME } from "../support/log.js";
import { differentPixels, inkedPixels, mountView } from "../support/mount.js";

const VIEW = { width: 700, height: 600 };
const BATCH = 37;

/** A pen that goes round and round over its own line, a point every 8 milliseconds. */
function spiral(count: number, from = 0): InkPoints {
  const points = Array.from({ length: count }, (_, index) => index + from);
  return Int32Array.from(
    points.flatMap((at) => {
      const [angle, radius] = [at / 20, 60 + 180 * Math.abs(Math.sin(at / 900))];
      const place = [radius * Math.cos(angle), radius * Math.sin(angle)].map((value) => Math.round(value * 2));
      return [...place, at * 8, Math.round(32 + 20 * Math.sin(at / 5))];
    }),
  );
}

function openStroke(log: Log, props: Partial<InkShape> = {}, count = 1): InkShape {
  const shape = ink(idOf(count), { x: 300, y: 280, step: 0.5, size: 3, ...props });
  const { points: _, ...header } = shape;
  log.add(ME, { type: "ink.begin", shape: header });
  return shape;
}

function append(log: Log, from: number, to: number, count = 1): void {
  for (let at = from; at < to; at += BATCH) {
    log.add(ME, { type: "ink.append", id: idOf(count), points: spiral(Math.min(BATCH, to - at), at) });
  }
}

function setUp() {
  const log = new Log();
  log.join(ME, "Me");
  log.join(ANN, "Ann");
  return { log, picture: () => ({ board: log.board, time: log.time, self: ME }) };
}

afterEach(() => vi.restoreAllMocks());

test.each([
  ["a pen", {}],
  ["a highlighter", { brush: "highlighter", opacity: 0.5 }],
] as const)("a long stroke of %s that grew point by point has the very pixels of one painted at once", (_, look) => {
  const { log, picture } = setUp();
  openStroke(log, look);
  const { view, pixels } = mountView(picture, VIEW);
  for (let at = 0; at < 3000; at += BATCH) {
    append(log, at, at + BATCH);
    view.paint();
  }
  const fresh = mountView(picture, VIEW);
  fresh.view.paint();
  expect(inkedPixels(pixels("strokes"))).toBeGreaterThan(10_000);
  expect(differentPixels(pixels("strokes"), fresh.pixels("strokes"))).toBe(0);
});

test("a long stroke looks the same when it is finished, but for the edge of some pixels where its pieces meet", () => {
  const { log, picture } = setUp();
  openStroke(log);
  append(log, 0, 3000);
  const { view, pixels } = mountView(picture, VIEW);
  view.paint();
  const live = pixels("strokes");
  log.add(ME, { type: "ink.end", id: idOf(1) });
  view.paint();
  const finished = pixels("shapes");
  const page = finished.data[0] ?? 0;
  let [inked, other] = [0, 0];
  for (let at = 0; at < live.data.length; at += 4) {
    const [shade = 0, opacity = 0, is = 0] = [live.data[at], live.data[at + 3], finished.data[at]];
    const was = page + ((shade - page) * opacity) / 255;
    if (is < page / 2) inked++;
    if (Math.abs(was - is) > page / 3) other++;
  }
  expect(inked).toBeGreaterThan(10_000);
  expect(other).toBeLessThan(inked / 200);
});

test("a point more of a long stroke paints its end only, on a canvas no larger than the stroke", () => {
  const { log, picture } = setUp();
  openStroke(log, { x: 150, y: 150, points: spiral(0) });
  append(log, 0, 9000);
  const { view, host } = mountView(picture, { width: 1600, height: 900 });
  view.paint();
  const fills = vi.spyOn(CanvasRenderingContext2D.prototype, "fill");
  const curves = vi.spyOn(Path2D.prototype, "quadraticCurveTo");
  append(log, 9000, 9010);
  view.paint();
  expect(fills.mock.calls.length).toBeGreaterThan(0);
  expect(curves.mock.calls.length).toBeLessThan(5000);
  const canvas = host.querySelector<HTMLCanvasElement>("[data-layer=strokes]");
  expect([canvas?.width, canvas?.height]).toEqual([512, 512]);
});

test("a stroke that was thrown back by a seek is painted from its own points", () => {
  const { log, picture } = setUp();
  openStroke(log);
  append(log, 0, 1400);
  const past = log.board;
  append(log, 1400, 2600);
  const { view, pixels } = mountView(picture, VIEW);
  view.paint();
  log.board = past;
  view.paint();
  const fresh = mountView(picture, VIEW);
  fresh.view.paint();
  expect(differentPixels(pixels("strokes"), fresh.pixels("strokes"))).toBe(0);
});
