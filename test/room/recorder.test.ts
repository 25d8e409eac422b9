import { describe, expect, test } from "vitest";
import { plainBoard } from "../../src/board/plain.js";
import { EMPTY_BOARD } from "../../src/board/board.js";
import { shapesOf } from "../../src/board/leaves.js";
import { reduce } from "../../src/board/reduce.js";
import { InktapeError } from "../../src/signal/errors.js";
import { ROOM_MEMBER } from "../../src/signal/ids.js";
import type { Signal } from "../../src/signal/signal.js";
import { storedSeqs } from "../../src/tape/board-ink.js";
import type { KeyframeRef } from "../../src/tape/timeline.js";
import { decodeKeyframe } from "../../src/tape/keyframe.js";
import { marker, rectangle, stroke } from "../../src/testing/samples.js";
import { settled } from "./lobby.js";
import { bulk, expectExactTape, ON, recording } from "./recording.js";

describe("while a room is busy", () => {
  test(
    "blocks are sealed and keyframes kept, and each keyframe is the board of its entry",
    { timeout: 30_000 },
    async () => {
      const { log, say, head } = await recording();
      const entries = [...(await say(ON))];
      for (let round = 0; round < 12; round++) entries.push(...(await say(...bulk(900))));
      await settled();
      const { blocks, keyframes } = await log.tape().timeline();
      expect(blocks.filter(({ bytes }) => bytes > 0).length).toBeGreaterThan(2);
      expect(keyframes.length).toBeGreaterThan(1);
      await expectExactTape(log, entries);
      expect(plainBoard(head.board)).toEqual(plainBoard(reduce(EMPTY_BOARD, entries)));
    },
  );

  test("a room that is not recorded keeps its board and a short past", async () => {
    const { log, say, head } = await recording();
    for (let round = 0; round < 20; round++) await say(...bulk(97));
    await settled();
    const { keyframe, tail } = await log.recover();
    expect(tail.length).toBeLessThan(1000);
    const board = reduce(keyframe ? decodeKeyframe(keyframe.bytes) : EMPTY_BOARD, tail);
    expect(plainBoard(board)).toEqual(plainBoard(head.board));
    expect((await log.tape().timeline()).keyframes).toEqual([]);
  });

  test("recording that starts and stops within one batch is cut in the right places", async () => {
    const { log, say } = await recording();
    const off: Signal = { type: "recording.set", on: false };
    const entries = await say(
      rectangle(1 as never, 0),
      ON,
      marker("a"),
      off,
      rectangle(1 as never, 1),
      ON,
      marker("b"),
    );
    await settled();
    const { blocks, keyframes } = await log.tape().timeline();
    expect(blocks.map(({ first, last }) => [first, last])).toEqual([
      [2, 4],
      [6, 7],
    ]);
    expect(keyframes.map(({ seq }) => seq)).toEqual([1, 5]);
    const board = decodeKeyframe(await log.tape().keyframe({ seq: 5 as never }));
    expect(plainBoard(board)).toEqual(plainBoard(reduce(EMPTY_BOARD, entries.slice(0, 5))));
  });
});

describe("when it is quiet", () => {
  test("the span closes once, after all is written", async () => {
    const { clock, say, recorder, told, log } = await recording();
    await say(ON, marker("a"));
    expect(recorder.isActive).toBe(true);
    clock.advance(999);
    expect(recorder.isActive).toBe(true);
    clock.advance(1);
    expect([recorder.isActive, told]).toEqual([false, []]);
    await settled();
    expect(told).toEqual(["quiet"]);
    expect((await log.tape().timeline()).blocks.map(({ bytes }) => bytes > 0)).toEqual([true]);
    expect(clock.waiting).toBe(0);
  });

  test("every entry puts it off, with one timer for all of them", async () => {
    const { clock, say, recorder, told } = await recording();
    await say(ON);
    for (let turn = 0; turn < 5; turn++) {
      clock.advance(900);
      await say(marker("again"));
      expect(clock.waiting).toBe(1);
    }
    clock.advance(999);
    expect(recorder.isActive).toBe(true);
    clock.advance(1);
    await settled();
    expect(told).toEqual(["quiet"]);
  });
});

describe("opened again in the middle", () => {
  test("it goes on as if it had never stopped", async () => {
    const first = await recording();
    const entries = [...(await first.say(ON, ...bulk(700)))];
    await settled();
    first.recorder.stop();
    await first.log.close();

    const second = await recording(first.store);
    expect(plainBoard(second.head.board)).toEqual(plainBoard(reduce(EMPTY_BOARD, entries)));
    entries.push(...(await second.say(...bulk(700), marker("end"))));
    await settled();
    second.clock.advance(1000);
    await settled();
    const { blocks } = await second.log.tape().timeline();
    expect(blocks.every(({ bytes }) => bytes > 0)).toBe(true);
    await expectExactTape(second.log, entries);
  });
});

test(
  "opened again, it knows what ink its blocks keep: the next keyframe refers to it",
  { timeout: 30_000 },
  async () => {
    const first = await recording();
    await first.say(ON, ...stroke(ROOM_MEMBER, 0), ...stroke(ROOM_MEMBER, 1));
    first.clock.advance(1000);
    await settled();
    first.recorder.stop();
    await first.log.close();

    const second = await recording(first.store);
    for (let round = 0; round < 4; round++) await second.say(...bulk(900));
    await settled();
    const { keyframes } = await second.log.tape().timeline();
    expect(keyframes.length).toBeGreaterThan(0);
    const board = decodeKeyframe(await second.log.tape().keyframe(keyframes[0] as KeyframeRef));
    expect([...storedSeqs(board)]).toHaveLength(1);
    expect([...shapesOf(board)]).toHaveLength(2);
  },
);

test("a log that cannot seal is told of", async () => {
  const error = new InktapeError("log-failed", "The disk is full.");
  const { say, told } = await recording(undefined, (log) => {
    log.seal = () => Promise.reject(error);
    return log;
  });
  await say(ON, ...bulk(3000));
  await settled();
  expect(told).toContain(error);
});
