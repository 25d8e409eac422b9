import { describe, expect, test } from "vitest";
import type { RoomLog } from "../../src/room/room-log.js";
import { InktapeError } from "../../src/signal/errors.js";
import type { Entry } from "../../src/signal/entry.js";
import { ROOM_MEMBER } from "../../src/signal/ids.js";
import type { Signal, SignalOf } from "../../src/signal/signal.js";
import { refineBlock, SEALED_HERE, type Sealer } from "../../src/tape/seal.js";
import { isPlainInk } from "../../src/tape/sealed/ink-part.js";
import { marker, stroke } from "../../src/testing/samples.js";
import { seededRandom } from "../property/seeded.js";
import { settled } from "./lobby.js";
import { expectExactTape, ON, recording } from "./recording.js";

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
