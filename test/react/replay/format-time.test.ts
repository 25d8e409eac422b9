import { expect, test } from "vitest";
import { formatDuration, momentFormat } from "../../../src/react/replay/format-time.js";

const HOUR = 3_600_000;

test.each([
  [0, "0:00"],
  [-5, "0:00"],
  [999, "0:00"],
  [65_000, "1:05"],
  [10 * 60_000 + 9000, "10:09"],
  [HOUR + 60_000, "1:01:00"],
  [23 * HOUR + 59 * 60_000 + 59_999, "23:59:59"],
  [24 * HOUR, "1 d 00:00:00"],
  [400 * 24 * HOUR + 3 * HOUR, "400 d 03:00:00"],
])("%d ms is %s", (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});

test("moments are written in the person's language", () => {
  const at = new Date(2026, 2, 3, 14, 2, 5).getTime();
  const english = momentFormat("en-GB");
  expect([english.full(at), english.spoken(at), english.time(at)]).toEqual([
    "3 Mar 2026, 14:02:05",
    "3 March 14:02",
    "14:02:05",
  ]);
  expect(momentFormat("de-DE").spoken(at)).toBe("3. März 14:02");
});
