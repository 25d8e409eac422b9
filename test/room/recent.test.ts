import fc from "fast-check";
import { expect, test } from "vitest";
import { RecentEntries } from "../../src/room/recent.js";
import type { Entry } from "../../src/signal/entry.js";
import type { MemberId, Millis, Seq } from "../../src/signal/ids.js";

function entry(seq: number): Entry {
  return { seq: seq as Seq, at: 0 as Millis, by: 1 as MemberId, clientSeq: 0, signal: { type: "marker", label: "" } };
}

function run(first: number, last: number): Entry[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => entry(first + index));
}

const after = (recent: RecentEntries, seq: number) => recent.after(seq as Seq)?.map((held) => held.seq) ?? null;

test("holds at least as many as it should, and answers with exactly those after", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 30 }),
      fc.integer({ min: 1, max: 8 }),
      (sizes, size) => {
        const recent = new RecentEntries(size, 10 as Seq);
        let head = 10;
        for (const count of sizes) {
          recent.add(run(head + 1, head + count));
          head += count;
        }
        const answers = Array.from({ length: head + 3 }, (_, seq) => after(recent, seq));
        const isHeld = answers.map((answer) => answer !== null);
        expect(isHeld.slice(Math.max(10, head - size), head + 1)).not.toContain(false);
        expect([...isHeld.slice(0, 10), ...isHeld.slice(head + 1)]).not.toContain(true);
        answers.forEach((answer, seq) => {
          expect(answer ?? run(seq + 1, head).map((one) => one.seq)).toEqual(run(seq + 1, head).map((one) => one.seq));
        });
      },
    ),
  );
});

test("lets go of the oldest", () => {
  const recent = new RecentEntries(3, 0 as Seq);
  recent.add(run(1, 7));
  expect(after(recent, 0)).toBeNull();
  expect(after(recent, 4)).toEqual([5, 6, 7]);
});

test("never answers over a gap", () => {
  const recent = new RecentEntries(10, 0 as Seq);
  recent.add([...run(1, 3), ...run(6, 8)]);
  expect(after(recent, 2)).toBeNull();
  expect(after(recent, 5)).toEqual([6, 7, 8]);
  recent.add(run(20, 21));
  expect(after(recent, 7)).toBeNull();
  expect(after(recent, 19)).toEqual([20, 21]);
});
