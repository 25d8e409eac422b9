import { expect, test } from "vitest";
import type { Entry } from "../../src/signal/entry.js";
import type { MemberId, Millis, Seq } from "../../src/signal/ids.js";
import { activityOf } from "../../src/tape/activity.js";
import { cursor, marker } from "../../src/testing/samples.js";

const at = (times: readonly number[], signal = marker("x")): Entry[] =>
  times.map((time, index) => ({
    seq: (index + 1) as Seq,
    at: time as Millis,
    by: 1 as MemberId,
    clientSeq: 0,
    signal,
  }));
const times = (count: number, time: number) => Array.from({ length: count }, () => time);

test.each<[string, readonly Entry[], readonly number[]]>([
  ["counts binary digits in eight parts of the time", at([0, 0, 0, 10, 79]), [2, 1, 0, 0, 0, 0, 0, 1]],
  ["puts a single moment into the first part", at([5, 5]), [2, 0, 0, 0, 0, 0, 0, 0]],
  ["leaves presence out", at([0, 7], cursor(1)), [0, 0, 0, 0, 0, 0, 0, 0]],
  ["ends at 15", at([...times(20_000, 0), 8]), [15, 0, 0, 0, 0, 0, 0, 1]],
  ["takes gaps of years", at([0, 10 ** 12]), [1, 0, 0, 0, 0, 0, 0, 1]],
])("%s", (_, entries, activity) => {
  expect(activityOf(entries)).toEqual(activity);
});
