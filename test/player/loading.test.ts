import { describe, expect, test } from "vitest";
import { InktapeError } from "../../src/signal/errors.js";
import type { Millis } from "../../src/signal/ids.js";
import type { TapeSource } from "../../src/tape/tape-source.js";
import { foldTo, tapeOf } from "../tape/tape-of.js";
import { gated } from "./gated.js";
import { logAt, stage, START, steps } from "./stage.js";

/** 200 s in blocks of 10 s, a keyframe every 40 s. */
const log = logAt(steps(2001, 100));
const tape = () => tapeOf(log, { blocks: steps(21, 100), keyframes: [400, 800, 1200, 1600] });
const at = (ms: number) => (START + ms) as Millis;

async function opened(source: TapeSource) {
  const set = stage(source);
  await set.settle();
  return set;
}

describe("while parts of a tape are on their way", () => {
  test("the first picture is waited for, and only what it needs comes first", async () => {
    const source = gated(tape());
    const { player, settle } = await opened(source);
    expect(player.state.get().status).toBe("waiting");
    expect(source.waiting()[0]).toBe("document 1-100");
    source.open("document 1-100");
    await settle();
    expect(player.state.get()).toMatchObject({ status: "paused", buffered: [{ from: at(0), to: at(9900) }] });
  });

  test("playing buffers, shows no wrong picture, and goes on from where it was", async () => {
    const source = gated(tape());
    const { player, settle, advance, frames } = await opened(source);
    source.open("document 1-100");
    await settle();
    player.play();
    await advance(11_000);
    expect(player.state.get().status).toBe("buffering");
    const before = player.frame.get();
    expect(before.wall).toBeLessThan(at(10_000));
    await advance(3000);
    expect(player.frame.get()).toBe(before);
    source.open("document 101-200");
    await settle();
    expect(player.state.get().status).toBe("playing");
    expect(player.frame.get().position - before.position).toBeLessThan(40);
    await advance(1000);
    for (const frame of frames.slice(-10)) expect(frame.board).toEqual(foldTo(log, frame.wall));
  });

  test("hands out what was waited for too, once", async () => {
    const source = gated(tape());
    const { player, settle, advance } = await opened(source);
    const seen: number[] = [];
    player.onEntries((entries) => seen.push(...entries.map(({ seq }) => seq)));
    source.open("document 1-100");
    await settle();
    player.play();
    await advance(11_000);
    source.openAll();
    await settle();
    await advance(1000);
    expect(seen).toEqual(steps(seen.length, 1).map((index) => index + 2));
    expect(seen.length).toBeGreaterThan(105);
  });

  test("a seek goes there at once, and shows the nearest board at hand until the one sought is there", async () => {
    const source = gated(tape());
    const { player, settle } = await opened(source);
    source.openAll();
    await settle();
    const before = player.frame.get();
    let isDone = false;
    void player.seek(95_000).then(() => (isDone = true));
    await settle();
    expect(player.frame.get()).toEqual({ ...before, position: 95_000, isWhole: false });
    expect([isDone, player.state.get().status, player.state.get().isSeeking]).toEqual([false, "paused", true]);
    source.open("keyframe 800");
    source.open("document 801-900");
    await settle();
    const near = player.frame.get();
    expect([near.position, near.wall, isDone]).toEqual([95_000, at(79_900), false]);
    expect(near.board).toEqual(foldTo(log, at(79_900)));
    while (source.waiting().length > 0) {
      source.openAll();
      await settle();
    }
    expect([isDone, player.frame.get().wall]).toEqual([true, at(95_000)]);
    expect(player.frame.get().board).toEqual(foldTo(log, at(95_000)));
  });

  test("a seek elsewhere aborts what only the one before needed", async () => {
    const source = gated(tape());
    const { player, settle } = await opened(source);
    source.openAll();
    await settle();
    void player.seek(95_000);
    await settle();
    const wanted = source.waiting();
    void player.seek(180_000);
    await settle();
    expect(source.aborted).toEqual(expect.arrayContaining(wanted));
    expect(source.waiting().some((key) => wanted.includes(key))).toBe(false);
    expect(source.waiting()).toContain("keyframe 1600");
  });

  test("no more than four parts are fetched at once", async () => {
    const source = gated(tape());
    const { player, settle } = await opened(source);
    player.setRate(16);
    void player.seek(30_000);
    await settle();
    expect(source.waiting()).toHaveLength(4);
  });

  test("what comes next is there before it is due", async () => {
    const source = tape();
    const { player, advance, frames } = await opened(source);
    player.setRate(4);
    player.play();
    const states: string[] = [];
    player.state.subscribe(() => states.push(player.state.get().status));
    await advance(40_000);
    expect(states).not.toContain("buffering");
    expect(frames.length).toBeGreaterThan(2000);
  });

  test("more is loaded ahead the faster it plays, from the moment it does", async () => {
    const source = gated(tape());
    const { player, settle, clock } = await opened(source);
    const blocksAsked = new Set<string>();
    const load = async () => {
      await settle();
      while (source.waiting().length > 0) {
        for (const key of source.waiting()) if (key.startsWith("document")) blocksAsked.add(key);
        source.openAll();
        await settle();
      }
      return blocksAsked.size;
    };
    const atOne = await load();
    player.play();
    clock.advance(20);
    player.setRate(4);
    clock.advance(20);
    const atFour = await load();
    expect([atOne, atFour]).toEqual([3, 9]);
  });

  test("a closed player wants nothing any more", async () => {
    const source = gated(tape());
    const { player, settle } = await opened(source);
    player.close();
    await settle();
    expect(source.waiting()).toEqual([]);
  });
});

describe("when parts of a tape do not come", () => {
  test("they are asked for again, later each time, and the reason is told meanwhile", async () => {
    const source = gated(tape());
    const { player, settle, advance } = await opened(source);
    for (const wait of [1000, 2000, 4000, 8000, 10_000]) {
      for (const key of source.waiting()) source.fail(key, new TypeError("no network"));
      await settle();
      expect(player.state.get()).toMatchObject({ status: "waiting", error: { code: "offline" } });
      await advance(wait - 50);
      expect(source.waiting()).toEqual([]);
      await advance(100);
      expect(source.waiting()).toContain("document 1-100");
    }
    source.openAll();
    await settle();
    expect(player.state.get()).toMatchObject({ status: "paused", error: null });
  });

  test("a block that is damaged or gone is passed over, and the rest plays", async () => {
    const source = tape();
    source.parts.set("document 101-200", new Uint8Array(7));
    source.parts.delete("document 201-300");
    const { player, advance } = await opened(source);
    player.setRate(16);
    player.play();
    await advance(200_000 / 16 + 100);
    expect(player.state.get()).toMatchObject({ status: "ended", skippedBlocks: 2, error: null });
    expect(player.frame.get().board).toEqual(foldTo(log, at(200_000)));
  });

  test("a tape that may not be seen is a failure", async () => {
    const source = gated(tape());
    const { player, settle } = await opened(source);
    source.fail("document 1-100", new InktapeError("denied", "Not for you."));
    await settle();
    expect(player.state.get()).toMatchObject({ status: "failed", error: { code: "denied" } });
  });

  test("an index that does not come is a failure, and playing tries again", async () => {
    const source = tape();
    let isThere = false;
    const flaky: TapeSource = {
      ...source,
      timeline: () =>
        isThere ? source.timeline() : Promise.reject(new InktapeError("not-found", "There is no such room.")),
    };
    const { player, settle, clock } = await opened(flaky);
    expect(player.state.get()).toMatchObject({ status: "failed", error: { code: "not-found" } });
    expect(clock.waiting).toBe(0);
    isThere = true;
    player.play();
    await settle();
    expect(player.state.get()).toMatchObject({ status: "playing", error: null });
  });
});

test("parts come through the fetcher when there is one", async () => {
  const source = tape();
  const cache = tape();
  const { settle, player } = stage(source, { fetcher: cache });
  await settle();
  expect(player.state.get().status).toBe("paused");
  expect(source.fetched).toEqual([]);
  expect(cache.fetched).toContain("document 1-100");
});
