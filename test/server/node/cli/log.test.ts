import { expect, test } from "vitest";
import { forPeople, logTo } from "../../../../src/server/node/cli/log.js";

function written(isTTY: boolean, level: "info" | "warn" = "info") {
  const lines: string[] = [];
  const log = logTo({ isTTY, write: (line) => lines.push(line) }, level);
  return { lines, log };
}

test("a program reads lines of JSON", () => {
  const { lines, log } = written(false);
  log.info({ room: "a" }, "room opened");
  expect(JSON.parse(lines.join(""))).toEqual({ level: 30, time: expect.any(Number), room: "a", msg: "room opened" });
});

test("a person at a terminal reads words", () => {
  const { lines, log } = written(true);
  log.warn({ room: "a", member: 1 }, "slow reader");
  expect(lines).toEqual([expect.stringMatching(/^\d\d:\d\d:\d\d warn +slow reader room=a member=1\n$/)]);
});

test("an error is shown with its place", () => {
  const { lines, log } = written(true);
  log.error({ err: new RangeError("no more") }, "request failed");
  expect(lines.join("")).toMatch(/error request failed\nRangeError: no more\n +at /);
  expect(forPeople('{"level":30,"time":0,"msg":"server stopped"}')).toBe("00:00:00 info  server stopped\n");
});

test("what is below the level is left out", () => {
  const { lines, log } = written(false, "warn");
  log.info({}, "room opened");
  expect(lines).toEqual([]);
});
