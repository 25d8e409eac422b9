import { expect, test } from "vitest";
import { eraser } from "../../../src/canvas/tools/eraser.js";
import { invert } from "../../../src/board/invert.js";
import { shapesOf } from "../../../src/board/leaves.js";
import { INK_STRIDE } from "../../../src/signal/ink.js";
import { pointsOf, type InkShape, type Shape } from "../../../src/signal/shape.js";
import type { Signal } from "../../../src/signal/signal.js";
import { Hand } from "../support/hand.js";
import { idOf, ink, Log, ME, rectangle } from "../support/log.js";

/** A level stroke from 0 to 200 with a point every 10 units, and one every 8 milliseconds. */
const level = ink(idOf(1), {
  step: 1,
  size: 2,
  opacity: 0.5,
  points: Int32Array.from(Array.from({ length: 21 }, (_, at) => [at * 10, 0, at * 8, at]).flat()),
});
const box = rectangle(idOf(2), { x: 80, y: -20, w: 40, h: 40, fill: "solid" });
const add = (shape: Shape) => ({ type: "shape.add", shape }) as const;
const handOver = (...shapes: readonly Shape[]) => new Hand(eraser, ...shapes.map(add));
const alt = { alt: true };
const placesOf = (shape: Shape) => [...pointsOf(shape as InkShape)].filter((_, index) => index % INK_STRIDE === 0);

test("with alt held a stroke is cut in two, which keep its look, times and pressures", () => {
  const hand = handOver(level).down(100, 50, alt).move(100, -50).up(100, -50);
  expect(hand.types).toEqual(["shapes.remove", "shape.add", "shape.add"]);
  expect(hand.record.gestures).toEqual({ begun: 1, ended: 1, takenBack: 0 });
  const [first, second] = hand.shapes as [InkShape, InkShape];
  expect(placesOf(first)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90]);
  expect(placesOf(second)).toEqual([110, 120, 130, 140, 150, 160, 170, 180, 190, 200]);
  expect(pointsOf(second)).toEqual(pointsOf(level).slice(11 * INK_STRIDE));
  const { id: _, points: __, ...look } = level;
  for (const piece of [first, second]) expect(piece).toMatchObject(look);
});

test("where that is chosen no key is needed, and what is no ink stays", () => {
  const hand = handOver(level, box);
  hand.record.eraserMode = "ink";
  hand.down(100, 50).move(100, -50).up(100, -50);
  expect(hand.shapes.map(({ kind }) => kind)).toEqual(["rectangle", "ink", "ink"]);
});

test("nothing is sent on the way, but what is left is shown", () => {
  const hand = handOver(level).down(100, 50, alt).move(100, -50).move(150, -50).move(150, 50);
  expect(hand.sent).toEqual([]);
  const pieces = hand.standIns.get(level.id)?.(level) ?? [];
  expect(pieces.map((piece) => placesOf(piece).at(-1))).toEqual([90, 140, 200]);
  expect(new Set(pieces.map(({ id }) => id)).size).toBe(3);
  hand.up(150, 50);
  expect(hand.shapes).toEqual(pieces);
  expect(hand.standIns.size).toBe(0);
});

test("a stroke that is wiped out leaves nothing, a dot too", () => {
  const dot = ink(idOf(3), { x: 100, y: 20, points: Int32Array.from([0, 0, 0, 32]) });
  const hand = handOver(level, dot).down(-10, 0, alt).move(210, 0).move(100, 20).up(100, 20);
  expect(hand.types).toEqual(["shapes.remove"]);
  expect(hand.shapes).toEqual([]);
});

test("locked ink and ink that is not touched stay as they are", () => {
  const locked = ink(idOf(3), { ...level, locked: 1 });
  const away = ink(idOf(4), { y: 400 });
  const hand = handOver(locked, away).down(100, 50, alt).move(100, -50).up(100, -50);
  expect(hand.sent).toEqual([]);
});

test("escape brings it back", () => {
  const hand = handOver(level).down(100, 50, alt).move(100, -50).cancel();
  expect([hand.sent, hand.standIns.size]).toEqual([[], 0]);
});

test("it is undone exactly", () => {
  const hand = handOver(level, box);
  const log = new Log();
  log.add(ME, add(level), add(box));
  const shapesNow = () => [...shapesOf(log.board)];
  const before = shapesNow();
  hand.down(60, 50, alt).move(60, -50).move(150, -50).move(150, 50).up(150, 50);
  const inverses: (readonly Signal[])[] = [];
  for (const signal of hand.sent) {
    inverses.unshift(invert(log.board, signal));
    log.add(ME, signal);
  }
  expect(shapesNow()).not.toEqual(before);
  log.add(ME, ...inverses.flat());
  expect(shapesNow()).toEqual(before);
});
