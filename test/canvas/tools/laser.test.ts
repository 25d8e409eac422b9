import { expect, test } from "vitest";
import { laser, LASER_MS } from "../../../src/canvas/tools/laser.js";
import { Hand } from "../support/hand.js";

const stroke = (hand: Hand, x: number) =>
  hand
    .down(x, 0)
    .move(x + 50, 0)
    .up(x + 50, 0);
const strokes = (hand: Hand) => Object.keys(hand.log.board.active).length;
const ends = (hand: Hand) => hand.types.filter((type) => type === "ink.end").length;

test("a stroke is there for a while after the pen is up, and leaves nothing", () => {
  const hand = stroke(new Hand(laser), 0);
  expect(hand.sent[0]).toMatchObject({ type: "ink.begin", shape: { brush: "laser", color: "red" } });
  hand.record.clock.advance(LASER_MS - 1);
  expect(strokes(hand)).toBe(1);
  hand.record.clock.advance(1);
  expect([strokes(hand), hand.shapes]).toEqual([0, []]);
});

test("several strokes live and go together, however long they take", () => {
  const hand = stroke(new Hand(laser), 0);
  for (const x of [100, 200]) {
    hand.record.clock.advance(LASER_MS - 100);
    hand.down(x, 0);
    hand.record.clock.advance(2 * LASER_MS);
    hand.up(x, 0);
  }
  expect([strokes(hand), ends(hand)]).toEqual([3, 0]);
  hand.record.clock.advance(LASER_MS);
  expect([strokes(hand), ends(hand)]).toEqual([0, 3]);
  expect(hand.record.batches.at(-1)).toHaveLength(3);
});

test("they end when another tool is taken up, and only once", () => {
  const hand = stroke(stroke(new Hand(laser), 0), 100).leave();
  expect(ends(hand)).toBe(2);
  hand.record.clock.advance(LASER_MS);
  expect([ends(hand), hand.record.clock.waiting]).toEqual([2, 0]);
});

test("a stroke that is taken back goes alone", () => {
  const hand = stroke(new Hand(laser), 0).down(100, 0).cancel();
  expect(strokes(hand)).toBe(1);
  hand.record.clock.advance(LASER_MS);
  expect([strokes(hand), ends(hand)]).toEqual([0, 1]);
});

test("two boards have a laser each", () => {
  const [one, other] = [stroke(new Hand(laser), 0), stroke(new Hand(laser), 0)];
  one.leave();
  expect([strokes(one), strokes(other)]).toEqual([0, 1]);
});
