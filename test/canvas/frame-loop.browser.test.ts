import { describe, expect, test } from "vitest";
import { ANN, ME } from "./support/log.js";
import { differentPixels, inkedPixels, mountView } from "./support/mount.js";
import { block, roomWith } from "./support/room-with.js";

describe("the frame loop", () => {
  const cursor = (x: number) => ({ type: "cursor", cursor: { page: block.page, x, y: 50 } }) as const;

  /** A view whose picture's time is its clock's, as in a live room. */
  const live = () => {
    const room = roomWith(block);
    const { clock, ...mounted } = mountView(() => ({ ...room.picture(), time: clock.now() }));
    const advance = (ms: number) => {
      clock.advance(ms);
      room.time = clock.now();
    };
    advance(100);
    return { room, clock, advance, ...mounted };
  };

  test("paints once after a change and rests", () => {
    const { view, clock, pixels, room, advance } = live();
    expect(inkedPixels(pixels("shapes"))).toBeGreaterThan(0);
    expect(clock.waiting).toBe(0);
    room.add(ME, { type: "shapes.remove", ids: [block.id] });
    view.invalidate();
    view.invalidate();
    expect(clock.waiting).toBe(1);
    advance(20);
    expect(inkedPixels(pixels("shapes"))).toBe(0);
    expect(clock.waiting).toBe(0);
  });

  test("runs while a cursor glides, and after that only when it fades", () => {
    const { room, view, clock, pixels, advance } = live();
    room.add(ANN, cursor(50));
    advance(50);
    room.add(ANN, cursor(250));
    view.invalidate();
    const pictures = [20, 20, 20].map((wait) => (advance(wait), pixels("overlay")));
    expect(differentPixels(pictures[0] as ImageData, pictures[1] as ImageData)).toBeGreaterThan(0);
    expect(differentPixels(pictures[1] as ImageData, pictures[2] as ImageData)).toBeGreaterThan(0);
    advance(100);
    const still = pixels("overlay");
    // What waits now is the alarm for the fading, ten seconds on.
    expect(clock.waiting).toBe(1);
    advance(9000);
    expect(differentPixels(pixels("overlay"), still)).toBe(0);
    advance(1500);
    expect(differentPixels(pixels("overlay"), still)).toBeGreaterThan(0);
    advance(1000);
    expect(inkedPixels(pixels("overlay"))).toBe(0);
    expect(clock.waiting).toBe(0);
  });

  test("rests when the picture's time stands still, however much would move", () => {
    const room = roomWith();
    room.add(ANN, cursor(50));
    room.time += 50;
    room.add(ANN, cursor(250));
    const { clock } = mountView(room.picture);
    clock.advance(100);
    expect(clock.waiting).toBe(0);
  });

  test("does not run before there is a picture", () => {
    const { view, clock, pixel } = mountView(() => null);
    clock.advance(100);
    view.paint();
    expect(clock.waiting).toBe(0);
    expect(pixel("shapes", 5, 5)).toEqual([0, 0, 0, 0]);
  });
});
