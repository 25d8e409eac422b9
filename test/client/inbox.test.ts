import { expect, test } from "vitest";

import { createInbox } from "../../src/client/inbox.js";
import type { Clock } from "../../src/clock/clock.js";
import { virtualClock } from "../../src/clock/virtual.js";
import type { Entry } from "../../src/signal/entry.js";
import { log } from "../board/log.js";

const entries = log(Array.from({ length: 600 }, () => ({ type: "marker", label: "" }) as const));
const hidden = (clock: Clock): Clock => ({ ...clock, now: clock.now, frame: () => () => undefined });

function setUp(clock = virtualClock(), shown: Clock = clock) {
  const handed: (readonly [number, number])[] = [];
  const inbox = createInbox(shown, (batch: readonly Entry[]) => handed.push([clock.now(), batch.length]));
  return { clock, inbox, handed };
}

test("all entries between two frames are handed on together, with the frame", () => {
  const { clock, inbox, handed } = setUp();
  inbox.add(entries.slice(0, 2));
  inbox.add(entries.slice(2, 5));
  expect(handed).toEqual([]);
  clock.advance(17);
  expect(handed).toEqual([[1000 / 60, 5]]);
  expect(clock.waiting).toBe(0);
});

test("without frames, as on a hidden page, they wait 200 ms at most", () => {
  const clock = virtualClock();
  const { inbox, handed } = setUp(clock, hidden(clock));
  inbox.add(entries.slice(0, 1));
  clock.advance(150);
  inbox.add(entries.slice(1, 2));
  clock.advance(50);
  expect(handed).toEqual([[200, 2]]);
});

test("more than 512 wait for nothing", () => {
  const { clock, inbox, handed } = setUp();
  inbox.add(entries.slice(0, 512));
  expect(handed).toEqual([]);
  inbox.add(entries.slice(512, 513));
  expect(handed).toEqual([[0, 513]]);
  expect(clock.waiting).toBe(0);
});

test("a flush hands on what waits, and nothing when nothing does", () => {
  const { clock, inbox, handed } = setUp();
  inbox.add(entries.slice(0, 3));
  inbox.flush();
  inbox.flush();
  inbox.add([]);
  expect(handed).toEqual([[0, 3]]);
  expect(clock.waiting).toBe(0);
});

test("closed, it drops what waits and leaves no timer", () => {
  const { clock, inbox, handed } = setUp();
  inbox.add(entries.slice(0, 3));
  inbox.close();
  clock.advance(1000);
  expect(handed).toEqual([]);
  expect(clock.waiting).toBe(0);
});
