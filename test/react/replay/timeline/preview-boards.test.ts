import { expect, test } from "vitest";
import type { Board } from "../../../../src/board/board.js";
import { virtualClock } from "../../../../src/clock/virtual.js";
import { createBoards } from "../../../../src/react/replay/timeline/preview-boards.js";
import type { Millis } from "../../../../src/signal/ids.js";
import type { TapeSource } from "../../../../src/tape/tape-source.js";
import { logAt, START, steps } from "../../../player/stage.js";
import { foldTo, tapeOf } from "../../../tape/tape-of.js";

const log = logAt(steps(1000, 100));
const at = (ms: number) => (START + ms) as Millis;

function opened(change: (source: TapeSource) => TapeSource = (source) => source) {
  const tape = tapeOf(log, { blocks: steps(20, 50), keyframes: steps(9, 100).slice(1) });
  const clock = virtualClock(0);
  const told: { readonly board: Board; readonly wall: Millis }[] = [];
  const boards = createBoards(change(tape), clock, (board, wall) => void told.push({ board, wall }));
  const settle = async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      for (let hop = 0; hop < 40; hop += 1) await Promise.resolve();
      clock.advance(50);
    }
  };
  return { tape, boards, told, settle };
}

test("the board of a moment is the one that a replay has there", async () => {
  const { boards, told, settle } = opened();
  expect(boards.ask(at(66_050))).toBe(true);
  await settle();
  expect(told).toEqual([{ board: foldTo(log, at(66_050)), wall: at(66_050) }]);
});

test("of what is asked for in a hurry only the last is made", async () => {
  const { tape, boards, told, settle } = opened();
  for (let ms = 0; ms < 99_000; ms += 1000) boards.ask(at(ms));
  await settle();
  expect(told.map(({ wall }) => wall)).toEqual([at(98_000)]);
  expect(tape.fetched.length).toBeLessThan(10);
});

test("a moment that was shown before is told at once, and fetches nothing", async () => {
  const { tape, boards, told, settle } = opened();
  boards.ask(at(50_000));
  await settle();
  const fetched = tape.fetched.length;
  expect(boards.ask(at(50_100))).toBe(false);
  expect([told.length, tape.fetched.length]).toEqual([2, fetched]);
});

test("nothing is told to who rests, and what cannot be had this time is asked for anew the next", async () => {
  let isDown = true;
  const { boards, told, settle } = opened((source) => ({
    ...source,
    timeline: () => (isDown ? Promise.reject(new Error("down")) : source.timeline()),
  }));
  boards.ask(at(50_000));
  await settle();
  isDown = false;
  boards.ask(at(60_000));
  boards.rest();
  await settle();
  expect(told).toEqual([]);
  boards.ask(at(60_000));
  await settle();
  expect(told.map(({ wall }) => wall)).toEqual([at(60_000)]);
});
