import { expect, test } from "vitest";

import { acknowledge, batchesAfter, cut, emptyOutbox, pendingCount, put, withdraw } from "../../src/client/outbox.js";
import { LIMITS } from "../../src/signal/limits.js";
import type { Signal } from "../../src/signal/signal.js";
import { encodeClientFrame } from "../../src/signal/wire/frames.js";
import { cursor, marker, ready } from "./signals.js";

const markers = (count: number) => Array.from({ length: count }, (_, index) => marker(`${index}`));
const sent = (given: number, signals: readonly Signal[]) => cut(put(emptyOutbox(given), ready(signals)));

test("numbers are given when a batch is cut, on from those given before", () => {
  const outbox = put(emptyOutbox(40), ready(markers(2)));
  expect(batchesAfter(outbox, 0)).toEqual([]);
  expect(batchesAfter(cut(outbox), 40)).toEqual([{ first: 41, signals: markers(2) }]);
});

test("what is in the log is dropped, and the rest keeps its numbers", () => {
  const outbox = acknowledge(sent(10, markers(5)), 12);
  expect(batchesAfter(outbox, 0)).toEqual([{ first: 13, signals: markers(5).slice(2) }]);
  expect(pendingCount(outbox)).toBe(3);
});

test("an acknowledgement heard twice, or of all, is harmless", () => {
  const outbox = acknowledge(acknowledge(sent(10, markers(5)), 13), 12);
  expect(pendingCount(outbox)).toBe(2);
  const none = acknowledge(outbox, 15);
  expect([none.sent, none.given]).toEqual([[], 15]);
});

test("after a reconnect it goes on behind what the room has", () => {
  expect(batchesAfter(sent(0, markers(5)), 3)).toEqual([{ first: 4, signals: markers(5).slice(3) }]);
});

test("no batch has more signals than a frame may", () => {
  const batches = batchesAfter(sent(0, markers(10_000)), 0);
  expect(batches.map(({ first, signals }) => [first, signals.length])).toEqual([
    [1, 4096],
    [4097, 4096],
    [8193, 1808],
  ]);
});

test("no batch has more bytes than a frame may", () => {
  const big: Signal = { type: "event", name: "big", data: "x".repeat(60_000) };
  const batches = batchesAfter(
    sent(
      0,
      Array.from({ length: 40 }, () => big),
    ),
    0,
  );
  expect(batches.length).toBe(3);
  for (const batch of batches) {
    expect(encodeClientFrame({ type: "signals", batch }).length).toBeLessThanOrEqual(LIMITS.frameBytes);
  }
  expect(batches.map(({ first, signals }) => first + signals.length)).toEqual([
    ...batches.slice(1).map(({ first }) => first),
    41,
  ]);
});

test("presence is not counted as pending", () => {
  expect(pendingCount(put(sent(0, [cursor(1), marker("a")]), ready([cursor(2), marker("b")])))).toBe(2);
});

test("withdrawn, changes to the document are gone and the numbers have no gap", () => {
  const outbox = withdraw(put(sent(0, [marker("a"), cursor(1), marker("b")]), ready([marker("c"), cursor(2)])));
  const nothing: Signal = { type: "cursor", cursor: null };
  expect(batchesAfter(cut(outbox), 0)).toEqual([{ first: 1, signals: [nothing, cursor(1), nothing, cursor(2)] }]);
  expect(pendingCount(outbox)).toBe(0);
});
