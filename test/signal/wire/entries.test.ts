import { expect, test } from "vitest";
import type { Entry } from "../../../src/signal/entry.js";
import { shapeId, type MemberId, type Millis, type PageId, type Seq } from "../../../src/signal/ids.js";
import type { Signal } from "../../../src/signal/signal.js";
import { decodeEntries, encodeEntries } from "../../../src/signal/wire/entries.js";

const BY = 3 as MemberId;
const ID = shapeId(BY, 300);
const SIGNALS: readonly Signal[] = [
  {
    type: "ink.begin",
    shape: {
      kind: "ink",
      id: ID,
      page: "page" as PageId,
      order: "b55",
      x: 1372,
      y: 291.75,
      color: "black",
      size: 4,
      step: 0.125,
    },
  },
  { type: "ink.append", id: ID, points: Int32Array.of(80, -16, 100, 32, 104, -8, 117, 32, 128, 8, 134, 31) },
  { type: "ink.end", id: ID },
];
const STROKE = SIGNALS.map((signal, index): Entry => {
  return { seq: (7 + index) as Seq, at: (1e12 + 40 * index) as Millis, by: BY, clientSeq: 20 + index, signal };
});

/** A stroke as rows of stores of version 3 hold it. */
const FORMER =
  "030780a094a58d1d031401240103ac020701047061676505036235350880ae050cf091011105626c61636b148002280801280315140d03ac028c2f3cc18362a402b41001280316030303ac02";

test("rows of former stores are read for ever, and the same stroke takes less now", () => {
  expect(decodeEntries(Buffer.from(FORMER, "hex"))).toEqual(STROKE);
  const now = encodeEntries(STROKE);
  expect(now.length).toBeLessThan(FORMER.length / 2);
  expect(decodeEntries(now)).toEqual(STROKE);
});
