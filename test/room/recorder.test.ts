import { describe, expect, test } from "vitest";
import { plainBoard } from "../../src/board/plain.js";
import { EMPTY_BOARD } from "../../src/board/board.js";
import { shapesOf } from "../../src/board/leaves.js";
import { reduce } from "../../src/board/reduce.js";
import { virtualClock } from "../../src/clock/virtual.js";
import { Head } from "../../src/room/head.js";
import { memoryStore } from "../../src/room/memory-store.js";
import { Recorder } from "../../src/room/recorder.js";
import type { RoomLog } from "../../src/room/room-log.js";
import { InktapeError } from "../../src/signal/errors.js";
import type { Entry } from "../../src/signal/entry.js";
import { ROOM_MEMBER } from "../../src/signal/ids.js";
import type { Signal, SignalOf } from "../../src/signal/signal.js";
import { decodeBlock } from "../../src/tape/block.js";
import { InkHomes } from "../../src/tape/ink-homes.js";
import type { SealedBlock } from "../../src/tape/block-info.js";
import { refineBlock, sealBlock, SEALED_HERE, type Sealer } from "../../src/tape/seal.js";
import { isPlainInk } from "../../src/tape/sealed/ink-part.js";
import { storedSeqs } from "../../src/tape/board-ink.js";
import type { KeyframeRef } from "../../src/tape/timeline.js";
import { decodeKeyframe } from "../../src/tape/keyframe.js";
import { drafts, marker, rectangle, stroke } from "../../src/testing/samples.js";
import { seededRandom } from "../property/seeded.js";
import { ROOM, settled, START } from "./lobby.js";

const ON: Signal = { type: "recording.set", on: true };

/** A recorder that follows a log of its own, from where that ends. */
async function recording(
  store = memoryStore(virtualClock(START)),
  spoil: (log: RoomLog) => RoomLog = (log) => log,
  sealer?: Sealer,
) {
  const clock = virtualClock(START);
  const log = spoil(await store.open(ROOM));
  const recovery = await log.recover();
  const homes = new InkHomes();
  const head = new Head(recovery.keyframe ? decodeKeyframe(recovery.keyframe.bytes) : EMPTY_BOARD, 100);
  const told: unknown[] = [];
  const recorder = new Recorder({
    log,
    clock,
    head,
    homes,
    recovery,
    quietMs: 1000,
    sealer,
    quiet: () => told.push("quiet"),
    unsealed: (error) => told.push(error),
    failed: (error) => told.push(error),
  });
  log.follow(head.board.seq, (entries) => recorder.take(entries));
  const say = (...signals: readonly Signal[]) => log.append(drafts(ROOM_MEMBER, 0, signals));
  return { store, clock, log, head, recorder, told, say };
}

/** Some signals that take `count` times 200 bytes or so, and that no compressor makes much smaller. */
function bulk(count: number): Signal[] {
  const random = seededRandom(count);
  return Array.from({ length: count }, (_, index) => ({
    type: "state.set",
    key: `k${index % 50}`,
    value: Array.from({ length: 20 }, () => Math.floor(random() * 2 ** 40).toString(36)).join(" "),
  }));
}

async function expectExactTape(log: RoomLog, entries: readonly Entry[]): Promise<void> {
  const tape = log.tape();
  const { blocks, keyframes } = await tape.timeline();
  expect((await Promise.all(blocks.map((ref) => tape.block(ref)))).flatMap(decodeBlock)).toEqual(entries);
  for (const ref of keyframes) {
    const board = decodeKeyframe(await tape.keyframe(ref));
    const before = entries.filter(({ seq }) => seq <= ref.seq);
    expect(plainBoard(board)).toEqual(plainBoard(reduce(EMPTY_BOARD, before)));
  }
}

describe("ink of blocks that are full while the span is open", () => {
  /** Strokes that fill a block or two, as somebody draws them. */
  async function drawALot(say: (...signals: readonly Signal[]) => Promise<readonly Entry[]>, from: number) {
    const entries: Entry[] = [];
    for (let count = from; count < from + 4; count++) entries.push(...(await say(...longStroke(count, 5000))));
    return entries;
  }

  /** A stroke of the room's own; its points wander so that they do not pack to nothing. */
  function longStroke(count: number, points: number): Signal[] {
    const random = seededRandom(count);
    const [begin, append, , end] = stroke(ROOM_MEMBER, count) as [Signal, SignalOf<"ink.append">, Signal, Signal];
    const batches = Array.from({ length: points / 10 }, (_, batch) => ({
      ...append,
      points: Int32Array.from({ length: 40 }, (_, at) => (at % 4 === 2 ? 60 * batch + at : Math.floor(random() * 60))),
    }));
    return [begin, ...batches, end];
  }

  async function inksOf(log: RoomLog) {
    const tape = log.tape();
    const { blocks } = await tape.timeline();
    return Promise.all(
      blocks.filter(({ parts }) => (parts?.ink ?? 0) > 0).map((ref) => tape.part(ref, "ink", undefined)),
    );
  }

  test("is plain until the span closes, and then as fine as that of other blocks", async () => {
    const { log, say, clock, told } = await recording();
    const entries = [...(await say(ON)), ...(await drawALot(say, 0))];
    await settled();
    const plain = await inksOf(log);
    expect(plain.length).toBeGreaterThan(0);
    expect(plain.map(isPlainInk)).toEqual(plain.map(() => true));
    await expectExactTape(log, entries);

    clock.advance(1000);
    await settled();
    expect(told).toEqual(["quiet"]);
    const fine = await inksOf(log);
    expect(fine.map(isPlainInk)).toEqual(fine.map(() => false));
    expect(fine[0]?.length).toBeLessThan(plain[0]?.length ?? 0);
    const { blocks } = await log.tape().timeline();
    expect(blocks.map(({ parts }) => parts?.ink).filter(Boolean)).toEqual(fine.map(({ length }) => length));
    await expectExactTape(log, entries);
  }, 30_000);

  test("waits when a span opens before all of it is refined, and is found after an abrupt end", async () => {
    const asked: (() => void)[] = [];
    const sealer: Sealer = {
      ...SEALED_HERE,
      refine: (block) => new Promise((resolve) => asked.push(() => resolve(refineBlock(block)))),
    };
    const first = await recording(undefined, undefined, sealer);
    const entries = [...(await first.say(ON)), ...(await drawALot(first.say, 0)), ...(await drawALot(first.say, 4))];
    first.clock.advance(1000);
    await settled();
    expect(asked).toHaveLength(1);
    entries.push(...(await first.say(marker("a new span"))));
    asked[0]?.();
    await settled();
    expect(asked).toHaveLength(1);
    expect(first.told).toEqual([]);
    expect((await inksOf(first.log)).some(isPlainInk)).toBe(true);
    first.recorder.stop();
    await first.log.close();

    const second = await recording(first.store);
    second.clock.advance(1000);
    await settled();
    expect(second.told).toEqual(["quiet"]);
    expect((await inksOf(second.log)).some(isPlainInk)).toBe(false);
    await expectExactTape(second.log, entries);
  }, 30_000);

  test("stays plain where it cannot be refined, which is told of, and the other blocks are refined", async () => {
    let refused = 0;
    const refine: Sealer["refine"] = (block) => {
      if (refused++ > 0) return refineBlock(block);
      throw new InktapeError("tape-damaged", "It does not read.");
    };
    const { log, say, clock, told } = await recording(undefined, undefined, { ...SEALED_HERE, refine });
    const entries = [...(await say(ON)), ...(await drawALot(say, 0)), ...(await drawALot(say, 4))];
    clock.advance(1000);
    await settled();
    expect(told).toEqual([expect.objectContaining({ code: "tape-damaged" }), "quiet"]);
    expect((await inksOf(log)).map(isPlainInk).filter(Boolean)).toHaveLength(1);
    await expectExactTape(log, entries);
  }, 30_000);
});

describe("blocks that are sealed elsewhere, and later", () => {
  /** Seals and refines when it is told to, the oldest first. */
  function lateSealer() {
    const waiting: (() => void)[] = [];
    const late = (work: () => SealedBlock) =>
      new Promise<SealedBlock>((resolve, reject) => {
        waiting.push(() => {
          try {
            resolve(work());
          } catch (error) {
            reject(error);
          }
        });
      });
    const sealer: Sealer = {
      seal: (entries, context) => late(() => sealBlock(entries, context)),
      refine: (block) => late(() => refineBlock(block)),
    };
    return { sealer, waiting };
  }

  test("make the same tape, in the same order, and the span is over when the last of them is", async () => {
    const { sealer, waiting } = lateSealer();
    const { log, say, clock, told } = await recording(undefined, undefined, sealer);
    const entries = [...(await say(ON))];
    for (let round = 0; round < 12; round++) {
      entries.push(...(await say(...bulk(900))));
      if (round % 2 === 1) waiting.shift()?.();
      await settled();
    }
    clock.advance(1000);
    await settled();
    expect(waiting.length).toBeGreaterThan(0);
    while (waiting.length > 0) {
      expect(told).toEqual([]);
      waiting.shift()?.();
      await settled();
    }
    expect(told).toEqual(["quiet"]);
    const { blocks, keyframes } = await log.tape().timeline();
    expect(blocks.length).toBeGreaterThan(1);
    expect(blocks.every(({ parts }) => parts !== null)).toBe(true);
    expect(keyframes.length).toBeGreaterThan(0);
    await expectExactTape(log, entries);
  }, 30_000);

  test("are left as they came when the room is closed before, and one that is refused is told of", async () => {
    const { sealer, waiting } = lateSealer();
    const { log, say, recorder, told } = await recording(undefined, undefined, sealer);
    const entries = [...(await say(ON))];
    for (let round = 0; round < 4; round++) entries.push(...(await say(...bulk(2400))));
    recorder.stop();
    expect(waiting.length).toBeGreaterThan(0);
    waiting.shift()?.();
    await settled();
    expect((await log.tape().timeline()).blocks.every(({ parts }) => parts === null)).toBe(true);
    await expectExactTape(log, entries);

    const refusing = await recording(undefined, undefined, {
      seal: () => Promise.reject(new InktapeError("too-large", "It does not fit.")),
      refine: refineBlock,
    });
    await refusing.say(ON);
    for (let round = 0; round < 4; round++) await refusing.say(...bulk(2400));
    await settled();
    expect(refusing.told[0]).toMatchObject({ code: "too-large" });
    expect(told).toEqual([]);
  }, 30_000);
});

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
