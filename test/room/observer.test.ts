import { expect, test } from "vitest";
import { UNOBSERVED, type RoomObserver } from "../../src/room/observer.js";
import { marker } from "../../src/testing/samples.js";
import { memoryStore } from "../../src/room/memory-store.js";
import type { RoomStore } from "../../src/room/room-log.js";
import { virtualClock } from "../../src/clock/virtual.js";
import { InktapeError } from "../../src/signal/errors.js";
import { Lobby, settled, START } from "./lobby.js";

/** An observer that keeps what it is told of, without the room and what is too much to compare. */
function notes(): { readonly told: unknown[][]; readonly observer: RoomObserver } {
  const told: unknown[][] = [];
  const names = Object.keys(UNOBSERVED) as (keyof RoomObserver)[];
  const note = (name: keyof RoomObserver) => (_: unknown, what?: unknown, more?: unknown) => {
    if (name === "entriesTaken") told.push([name, (what as readonly unknown[]).length]);
    else told.push([name, what, more].filter((word) => word !== undefined));
  };
  return { told, observer: Object.fromEntries(names.map((name) => [name, note(name)])) as unknown as RoomObserver };
}

test("who watches a room is told of it from its opening to its closing, in the order in which things happen", async () => {
  const { told, observer } = notes();
  const lobby = new Lobby({ observer, quietMs: 1000, graceMs: 1000 });
  const ada = await lobby.guest("ada");
  await lobby.pass(400);
  ada.say([marker("a"), marker("b")]);
  await settled();
  ada.leave();
  await lobby.pass(1000);
  expect(told).toEqual([
    ["opened"],
    ["spanOpened", true],
    ["entriesTaken", 2],
    ["batchTaken"],
    ["entriesTaken", 2],
    ["batchSettled", 0, true],
    ["entriesTaken", 1],
    ["spanClosed", 1400],
    ["partRecorded", expect.any(Number)],
    ["closed"],
  ]);
});

/** A store whose logs take what they are told to later, or fail. */
function lateStore(): { readonly store: RoomStore; readonly answers: ((error?: Error) => void)[] } {
  const inner = memoryStore(virtualClock(START));
  const answers: ((error?: Error) => void)[] = [];
  const open: RoomStore["open"] = async (room) => {
    const log = await inner.open(room);
    const append = log.append.bind(log);
    log.append = async (batch) => {
      if (batch[0]?.clientSeq === 0) return append(batch);
      await new Promise<void>((resolve, reject) => answers.push((error) => (error ? reject(error) : resolve())));
      return append(batch);
    };
    return log;
  };
  return { store: { ...inner, open }, answers };
}

test("a batch is told of with the time it waited for", async () => {
  const { told, observer } = notes();
  const { store, answers } = lateStore();
  const lobby = new Lobby({ observer, store });
  const ada = await lobby.guest("ada");
  ada.say([marker("a")]);
  await lobby.pass(70);
  answers[0]?.();
  await settled();
  expect(told).toContainEqual(["batchSettled", 70, true]);
});

test("a batch that a failing log did not take is told of as one that nobody gets", async () => {
  const { told, observer } = notes();
  const { store, answers } = lateStore();
  const lobby = new Lobby({ observer, store });
  const ada = await lobby.guest("ada");
  ada.say([marker("a")]);
  answers[0]?.(new InktapeError("log-failed", "The disk is full."));
  await settled();
  expect(told).toContainEqual(["batchSettled", 0, false]);
  expect(told.map(([name]) => name)).toContain("suspended");
});

test("a host that closes acknowledges first what was taken, and takes no more", async () => {
  const { store, answers } = lateStore();
  const lobby = new Lobby({ store });
  const ada = await lobby.guest("ada");
  ada.say([marker("taken")]);
  const closed = lobby.host.close();
  await settled();
  ada.say([marker("too late")]);
  expect(ada.goodbye).toBeUndefined();
  for (const answer of answers) answer();
  await closed;
  expect(ada.signals).toEqual([marker("taken")]);
  expect(ada.goodbye).toMatchObject({ code: "offline", isRetryable: true });
});
