import fc from "fast-check";
import { expect, test } from "vitest";
import { RecentEntries } from "../../src/room/recent.js";
import type { Entry } from "../../src/signal/entry.js";
import type { MemberId, Millis, Seq } from "../../src/signal/ids.js";

function entry(seq: number): Entry {
  return { seq: seq as Seq, at: 0 as Millis, by: 1 as MemberId, clientSeq: 0, signal: { type: "marker", label: "" } };
}

function run(first: number, last: number): Entry[] {
  return Array.from({ length: last - first + 1 }, (_, index) => entry(first + index));
}

const after = (recent: RecentEntries, seq: number) => recent.after(seq as Seq)?.map((held) => held.seq) ?? null;

test("holds at least as many as it should, and answers for those only", () => {
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
        for (let seq = 0; seq <= head + 2; seq++) {
          const held = after(recent, seq);
          if (seq > head || seq < 10) expect(held).toBeNull();
          else if (head - seq <= size) expect(held).toEqual(run(seq + 1, head).map((one) => one.seq));
          else if (held) expect(held).toEqual(run(seq + 1, head).map((one) => one.seq));
        }
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
