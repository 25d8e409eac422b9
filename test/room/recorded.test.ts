import fc from "fast-check";
import { expect, test } from "vitest";
import { isRecordingAtEnd, recordedRuns } from "../../src/room/recorded.js";
import type { Entry } from "../../src/signal/entry.js";
import type { MemberId, Millis, Seq } from "../../src/signal/ids.js";
import type { Signal } from "../../src/signal/signal.js";

const OTHER: Signal = { type: "marker", label: "" };

/** Entries by one letter each: `+` starts recording, `-` stops it, `.` is anything else. */
function entries(words: string): Entry[] {
  return [...words].map((word, index) => ({
    seq: (index + 1) as Seq,
    at: 0 as Millis,
    by: 1 as MemberId,
    clientSeq: 0,
    signal: word === "." ? OTHER : { type: "recording.set", on: word === "+" },
  }));
}

/** The runs as words, those that are recorded in brackets. */
function runs(words: string, isOn: boolean): string {
  return recordedRuns(entries(words), isOn)
    .map(({ isRecorded, entries: run }) => {
      const text = run.map(({ seq }) => words[seq - 1]).join("");
      return isRecorded ? `[${text}]` : text;
    })
    .join("");
}

test.each([
  ["", false, ""],
  ["...", false, "..."],
  ["...", true, "[...]"],
  [".+..-.", false, ".[+..-]."],
  ["..-.", true, "[..-]."],
  ["+-", false, "[+-]"],
  ["-+", true, "[-+]"],
  [".-.", false, ".-."],
  [".+.", true, "[.+.]"],
  ["+.-.+.", false, "[+.-].[+.]"],
])("%s, recording at first: %s, is %s", (words, isOn, expected) => {
  expect(runs(words, isOn)).toBe(expected);
});

test("runs hold every entry once, alternate, and end as the last word says", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("+", "-", ".") }), fc.boolean(), (words, isOn) => {
      const all = entries(words);
      const cut = recordedRuns(all, isOn);
      expect(cut.flatMap((run) => run.entries)).toEqual(all);
      expect(cut.every(({ isRecorded }, index) => isRecorded !== cut[index - 1]?.isRecorded)).toBe(true);
      const last = words.match(/[+-](?=\.*$)/)?.[0];
      expect(isRecordingAtEnd(all, isOn)).toBe(last === undefined ? isOn : last === "+");
    }),
  );
});
