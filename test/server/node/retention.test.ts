import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { keptFrom } from "../../../src/server/node/retention.js";
import type { Millis, Seq } from "../../../src/signal/ids.js";
import type { BlockRef, Timeline } from "../../../src/tape/timeline.js";
import { marker } from "../../../src/testing/samples.js";
import { Running } from "./running.js";

const DAY = 86_400_000;

describe("a recording is kept", () => {
  /** Four blocks of 100 bytes, one a day from day 0 on, a keyframe of 50 bytes after each. */
  const blocks = [0, 1, 2, 3].map((day): BlockRef => ({
    first: (day * 10 + 1) as Seq,
    last: (day * 10 + 10) as Seq,
    from: (day * DAY) as Millis,
    to: (day * DAY + 1000) as Millis,
    bytes: 100,
    parts: null,
    activity: [],
  }));
  const keyframes = blocks.map(({ last, to }) => ({ seq: last, at: to, bytes: 50 }));
  const timeline = { blocks, keyframes } as unknown as Timeline;

  test.each([
    [{}, null],
    [{ days: 5 }, null],
    [{ days: 2 }, 2 * DAY],
    [{ days: 0.5 }, 3.5 * DAY],
    [{ bytesPerRoom: 600 }, null],
    [{ bytesPerRoom: 599 }, DAY],
    [{ bytesPerRoom: 300 }, 2 * DAY],
    [{ bytesPerRoom: 1 }, 3 * DAY],
    [{ days: 2, bytesPerRoom: 150 }, 3 * DAY],
  ])("as %j says, by whole blocks: from %s", (retention, from) => {
    expect(keptFrom(timeline, retention, 4 * DAY)).toBe(from);
  });

  test("whole when there is none", () => {
    expect(keptFrom({ blocks: [], keyframes: [] } as unknown as Timeline, { days: 1 }, 9 * DAY)).toBeNull();
  });
});

describe("a server", () => {
  let running: Running;
  beforeEach(() => {
    running = new Running();
  });
  afterEach(() => running.stop());

  test("deletes what is too old when it starts and every hour, and the board stays", async () => {
    const data = await running.folders.make();
    const first = await running.start({ data, quietMs: 3000, graceMs: 1000 });
    const ada = await running.call(first, "ada");
    ada.say([marker("an-old-word")]);
    await ada.acknowledged();
    await first.close();
    running.clock.advance(DAY + 1000);
    const second = await running.start({ data, retention: { days: 2 }, quietMs: 3000, graceMs: 1000 });
    const labels = async () =>
      (
        await running
          .transport(second)
          .tape("room" as never)
          .timeline()
      ).markers.length;
    const eve = await running.call(second, "eve");
    const seq = eve.seq;
    eve.close();
    expect(await labels()).toBe(1);
    while ((await labels()) > 0) {
      running.clock.advance(3_600_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(running.clock.now()).toBeGreaterThanOrEqual(1_700_000_000_000 + 2 * DAY);
    expect(await running.folders.has(data, "an-old-word")).toBe(false);
    expect((await running.call(second, "bob")).seq).toBeGreaterThan(seq);
  });
});
