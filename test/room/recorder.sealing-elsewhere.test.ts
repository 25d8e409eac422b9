import { describe, expect, test } from "vitest";
import { InktapeError } from "../../src/signal/errors.js";
import type { SealedBlock } from "../../src/tape/block-info.js";
import { refineBlock, sealBlock, type Sealer } from "../../src/tape/seal.js";
import { settled } from "./lobby.js";
import { bulk, expectExactTape, ON, recording } from "./recording.js";

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
