import { expect, test } from "vitest";
import { virtualClock } from "../../src/clock/virtual.js";
import { ellipse, idOf, Log, ME, rectangle } from "./support/log.js";
import { differentPixels, inkedPixels, mountView } from "./support/mount.js";

const FRAME_MS = 17;

/** A clock on which every look at the time takes five milliseconds, as if painting a tile did. */
function slowClock() {
  const clock = virtualClock(1_000_000);
  let spent = 0;
  return { ...clock, now: () => clock.now() + (spent += 5), advance: clock.advance, waiting: () => clock.waiting };
}

/** Shapes all over a view of 400 by 300, at 100 % and at 200 %. */
function crowdedRoom() {
  const log = new Log();
  log.join(ME, "Me");
  for (let n = 0; n < 60; n++) {
    const place = { x: (n % 10) * 40, y: Math.floor(n / 10) * 50, w: 30, h: 40 };
    const shape = n % 2 ? rectangle(idOf(n), place) : ellipse(idOf(n), place);
    log.add(ME, { type: "shape.add", shape });
  }
  return () => ({ board: log.board, time: log.time, self: ME });
}

test("a new scale is painted over several frames, stands in stretched, and ends as if painted at once", () => {
  const picture = crowdedRoom();
  const clock = slowClock();
  const { view, pixels } = mountView(picture, { clock });
  view.paint();
  const fresh = mountView(picture);
  const camera = { x: 20, y: 10, zoom: 2 };
  fresh.view.setCamera(camera);
  fresh.view.paint();
  const sharp = fresh.pixels("shapes");

  view.setCamera(camera);
  clock.advance(FRAME_MS);
  const [wrong, drawn] = [differentPixels(pixels("shapes"), sharp), inkedPixels(pixels("shapes"))];
  expect(wrong).toBeGreaterThan(0);
  expect(drawn).toBeGreaterThan(inkedPixels(sharp) / 2);

  clock.advance(20 * FRAME_MS);
  expect(differentPixels(pixels("shapes"), sharp)).toBe(0);
  expect(clock.waiting()).toBe(0);
});

test("a picture that is asked for is painted to its end", () => {
  const picture = crowdedRoom();
  const [slow, fast] = [mountView(picture, { clock: slowClock() }), mountView(picture)];
  for (const { view } of [slow, fast]) view.paint();
  expect(differentPixels(slow.pixels("shapes"), fast.pixels("shapes"))).toBe(0);
});

test("another page never shows through from the last one", () => {
  const log = new Log();
  log.join(ME, "Me");
  log.add(ME, { type: "page.add", id: "p2" as never, name: "Two", order: "a1" });
  log.add(ME, { type: "shape.add", shape: rectangle(idOf(1), { x: 0, y: 0, w: 390, h: 290, fill: "solid" }) });
  const clock = slowClock();
  const { view, pixels } = mountView(() => ({ board: log.board, time: log.time, self: ME }), { clock });
  view.paint();
  expect(inkedPixels(pixels("shapes"))).toBeGreaterThan(10_000);
  view.setPage("p2" as never);
  clock.advance(FRAME_MS);
  expect(inkedPixels(pixels("shapes"))).toBe(0);
});
