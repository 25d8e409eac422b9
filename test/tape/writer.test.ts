import { describe, expect, test } from "vitest";
import { FIRST_PAGE } from "../../src/board/board.js";
import type { Entry } from "../../src/signal/entry.js";
import { shapeId, type MemberId, type Millis, type Seq } from "../../src/signal/ids.js";
import { INK_STRIDE } from "../../src/signal/ink.js";
import type { Signal } from "../../src/signal/signal.js";
import type { TapeOrder, TapeWriter } from "../../src/tape/writer.js";
import { fresh } from "./fresh-writer.js";

/** Entries from `first` on, a hundred a second unless told. */
const saying = (signals: readonly Signal[], first = 1, everyMs = 10): Entry[] =>
  signals.map((signal, index) => ({
    seq: (first + index) as Seq,
    at: (everyMs * (first + index)) as Millis,
    by: 1 as MemberId,
    clientSeq: first + index,
    signal,
  }));

const on: Signal = { type: "recording.set", on: true };

const off: Signal = { type: "recording.set", on: false };

const word = (bytes = 1): Signal => ({ type: "marker", label: "x".repeat(bytes) });

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

/** Carries orders out as far as a writer asks: each document part takes `documentBytes`. In short: `seal 1-9`, `keep 9`. */
function told(writer: TapeWriter, orders: Iterable<TapeOrder>, documentBytes = 0): string[] {
  const all: string[] = [];
  for (const order of orders) {
    if (order.type === "open") continue;
    if (order.type === "seal") {
      writer.blockStored(order.entries[0]?.seq ?? (0 as Seq), { document: documentBytes, ink: 0, presence: 0 });
      all.push(`seal ${order.entries[0]?.seq}-${order.entries.at(-1)?.seq}`);
    } else all.push(`${order.type} ${order.seq}`);
  }
  return all;
}

const KB = 1024;

describe("a tape's writer", () => {
  test("seals a block when it has 8,192 entries", () => {
    const writer = fresh();
    expect(told(writer, writer.add(saying([on, ...times(20_000, word())])))).toEqual([
      "seal 1-8192",
      "seal 8193-16384",
    ]);
  });

  test("seals a block when its signals take 512 KB", () => {
    const writer = fresh();
    expect(told(writer, writer.add(saying([on, ...times(2100, word(500))])))).toEqual([
      "seal 1-1040",
      "seal 1041-2079",
    ]);
  });

  test("seals a block when ten minutes were active in it", () => {
    const writer = fresh();
    expect(told(writer, writer.add(saying([on, ...times(700, word())], 1, 1000)))).toEqual(["seal 1-601"]);
  });

  test("seals a block of 16,000 points where nobody draws, and of 20,000 anywhere", () => {
    const stroke = (count: number, appends: number): Signal[] => {
      const id = shapeId(1 as MemberId, count);
      const shape = {
        kind: "ink",
        id,
        page: FIRST_PAGE,
        order: "a0",
        x: 0,
        y: 0,
        color: "red",
        size: 1,
        step: 1,
      } as const;
      const points = new Int32Array(1000 * INK_STRIDE);
      return [
        { type: "ink.begin", shape },
        ...times(appends, { type: "ink.append", id, points } as const),
        { type: "ink.end", id },
      ];
    };
    const writer = fresh();
    const calm = [on, ...stroke(0, 9), ...stroke(1, 9)];
    expect(told(writer, writer.add(saying(calm)))).toEqual([`seal 1-${calm.length}`]);
    const endless = stroke(2, 25);
    expect(told(writer, writer.add(saying(endless, calm.length + 1)))).toEqual([
      `seal ${calm.length + 1}-${calm.length + 21}`,
    ]);
  });

  test("seals what is open when the span closes, and nothing when nothing is new", () => {
    const writer = fresh();
    told(writer, writer.add(saying([on, word(), word()])));
    expect(told(writer, writer.endSpan())).toEqual(["seal 1-3"]);
    expect(told(writer, writer.endSpan())).toEqual([]);
  });

  test("goes on with a block that was not full when the span closed, and seals it again, longer", () => {
    const writer = fresh();
    told(writer, writer.add(saying([on, word(), word()])));
    told(writer, writer.endSpan());
    told(writer, writer.add(saying([word()], 4)));
    expect(told(writer, writer.endSpan())).toEqual(["seal 1-4"]);
  });

  test("records from the words that start it to those that stop it", () => {
    const writer = fresh();
    const orders = told(writer, writer.add(saying([word(), word(), on, word(), off, word(), on, word()])));
    expect(orders).toEqual(["keep 2", "forget 2", "seal 3-5", "keep 6", "forget 6"]);
  });

  test("needs no keyframe where recording starts with the first entry", () => {
    const writer = fresh();
    expect(told(writer, writer.add(saying([on, word()])))).toEqual([]);
  });

  test("tells where a block begins", () => {
    const opens = [...fresh().add(saying([word(), on, word()]))].filter(({ type }) => type === "open");
    expect(opens).toEqual([{ type: "open", seq: 1 }]);
  });
});

describe("a keyframe is due", () => {
  test("when document and presence parts since the last one take 128 KB, at the end of a block", () => {
    const writer = fresh();
    const orders = told(writer, writer.add(saying([on, ...times(40_000, word())])), 60 * KB);
    expect(orders.filter((order) => order.startsWith("keep"))).toEqual(["keep 24576"]);
  });

  test("when they take as much as that did, and ink counts for nothing", () => {
    const writer = fresh();
    const keeps: string[] = [];
    for (const order of writer.add(saying([on, ...times(100_000, word())]))) {
      if (order.type === "seal") {
        const first = order.entries[0]?.seq ?? (0 as Seq);
        writer.blockStored(first, { document: 30 * KB, ink: 99 * KB, presence: 10 * KB });
      }
      if (order.type !== "keep") continue;
      writer.keyframeStored(150 * KB);
      keeps.push(`keep ${order.seq / 8192}`);
    }
    expect(keeps).toEqual(["keep 4", "keep 8", "keep 12"]);
  });

  test("not twice for a block that is sealed twice", () => {
    const writer = fresh();
    const first = told(writer, writer.add(saying([on, word()])), 60 * KB);
    const second = told(writer, writer.endSpan(), 60 * KB);
    told(writer, writer.add(saying([word()], 3)), 60 * KB);
    expect([...first, ...second, ...told(writer, writer.endSpan(), 61 * KB)]).toEqual(["seal 1-2", "seal 1-3"]);
  });

  test("to forget by, where nothing is recorded", () => {
    const writer = fresh();
    const orders = told(writer, writer.add(saying(times(1100, word(500)))));
    expect(orders).toEqual(["forget 520", "forget 1040"]);
  });
});
