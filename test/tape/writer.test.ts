import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EMPTY_BOARD, FIRST_PAGE, type Board } from "../../src/board/board.js";
import { reduce } from "../../src/board/reduce.js";
import type { Entry } from "../../src/signal/entry.js";
import { BEFORE_FIRST, roomId, shapeId, type MemberId, type Millis, type Seq } from "../../src/signal/ids.js";
import { INK_STRIDE } from "../../src/signal/ink.js";
import type { Signal } from "../../src/signal/signal.js";
import type { BlockInfo } from "../../src/tape/block-info.js";
import { encodeBlock } from "../../src/tape/block.js";
import { InkHomes } from "../../src/tape/ink-homes.js";
import { encodeKeyframe } from "../../src/tape/keyframe.js";
import { blockKey, keyframeKey, partKey } from "../../src/tape/parts.js";
import { TapeReader } from "../../src/tape/reader.js";
import { sealBlock } from "../../src/tape/seal.js";
import { timelineOf } from "../../src/tape/timeline-of.js";
import { BLOCK_PARTS, type KeyframeRef } from "../../src/tape/timeline.js";
import { TapeWriter, type TapeOrder } from "../../src/tape/writer.js";
import { arbitraryLog } from "../property/arbitraries.js";
import { boardsOf, foldTo } from "./tape-of.js";

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

const fresh = () => new TapeWriter({ board: EMPTY_BOARD, keyframeBytes: 0, sealed: BEFORE_FIRST, passedBytes: 0 });
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

/** A log as a host has it: carries out orders, and can be opened again at any time. */
class TestLog {
  readonly entries: Entry[] = [];
  readonly parts = new Map<string, Uint8Array>();
  infos: BlockInfo[] = [];
  #keyframes = new Map<number, { ref: KeyframeRef; isKept: boolean }>();
  #raw: Entry[] = [];
  #writer = fresh();
  #homes = new InkHomes();
  /** By seq. */
  #boards: Board[] = [EMPTY_BOARD];
  #before: Board = EMPTY_BOARD;

  append(entries: readonly Entry[]): void {
    this.entries.push(...entries);
    this.#raw.push(...entries);
    for (const entry of entries) this.#boards.push(reduce(this.#boards.at(-1) as Board, [entry]));
    this.#carryOut(this.#writer.add(entries));
  }

  endSpan(): void {
    this.#carryOut(this.#writer.endSpan());
  }

  /** The host fell over and is back, at the newest keyframe: it knows no board and no home of ink any more. */
  restart(): void {
    const seq = Math.max(0, ...this.#keyframes.keys());
    this.#boards = boardsOf(this.entries);
    this.#homes = new InkHomes();
    this.#writer = new TapeWriter({
      board: this.#boards[seq] as Board,
      keyframeBytes: this.#keyframes.get(seq)?.ref.bytes ?? 0,
      sealed: this.infos.at(-1)?.last ?? BEFORE_FIRST,
      passedBytes: this.infos
        .filter(({ first }) => first > seq)
        .reduce((sum, { parts }) => sum + (parts?.document ?? 0) + (parts?.presence ?? 0), 0),
    });
    this.#carryOut(this.#writer.add(this.entries.slice(seq)));
  }

  timeline(isRecorded: (entry: Entry) => boolean) {
    const sealed = this.infos.at(-1)?.last ?? 0;
    const tail = this.#raw.filter((entry) => entry.seq > sealed && isRecorded(entry));
    for (const { first, last } of timelineOf({ ...this.#said(), infos: [], tail }).blocks) {
      this.parts.set(blockKey({ first, last }), encodeBlock(this.entries.slice(first - 1, last)));
    }
    return timelineOf({ ...this.#said(), infos: this.infos, tail });
  }

  #said() {
    const keyframes = [...this.#keyframes.values()].filter(({ isKept }) => isKept).map(({ ref }) => ref);
    keyframes.sort((a, b) => a.seq - b.seq);
    return { room: roomId("r"), created: 0 as Millis, now: 0 as Millis, isLive: true, keyframes };
  }

  #carryOut(orders: Iterable<TapeOrder>): void {
    for (const order of orders) {
      if (order.type === "open") this.#before = this.#boards[order.seq] as Board;
      else if (order.type === "seal") this.#seal(order.entries);
      else this.#keep(order);
    }
  }

  #seal(entries: readonly Entry[]): void {
    const [first, last] = [entries[0] as Entry, entries.at(-1) as Entry];
    const inks = this.#homes.homeless(this.#before, this.#boards[last.seq] as Board, first.seq);
    const { info, parts } = sealBlock(entries, { before: this.#before, inks });
    for (const { points } of inks) this.#homes.settle(points, last.seq);
    if (info.parts) this.#writer.blockStored(info.first, info.parts);
    this.infos = [...this.infos.filter((other) => other.last < first.seq), info];
    for (const part of BLOCK_PARTS) this.parts.set(blockKey(info, part), parts[part]);
  }

  #keep({ type, seq, at }: Extract<TapeOrder, { seq: Seq; at: Millis }>): void {
    const bytes = encodeKeyframe(this.#boards[seq] as Board, this.#homes.of);
    this.#writer.keyframeStored(bytes.length);
    this.parts.set(keyframeKey({ seq }), bytes);
    const isKept = type === "keep" || this.#keyframes.get(seq)?.isKept === true;
    this.#keyframes.set(seq, { ref: { seq, at, bytes: bytes.length }, isKept });
    if (type === "forget") this.#raw = this.#raw.filter((entry) => entry.seq > seq);
  }
}

/** Which entries are on the tape: recording is on before them or after them. */
function recordedSeqs(log: readonly Entry[]): Set<Seq> {
  const recorded = new Set<Seq>();
  let isOn = false;
  for (const { seq, signal } of log) {
    const wasOn = isOn;
    if (signal.type === "recording.set") isOn = signal.on;
    if (wasOn || isOn) recorded.add(seq);
  }
  return recorded;
}

const log = fc
  .tuple(arbitraryLog(2, 30), fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 6 }))
  .map(([entries, switches]) => {
    const mixed = [...entries];
    for (const [place, on] of switches) {
      const first = mixed[0] as Entry;
      mixed.splice(place % mixed.length, 0, { ...first, clientSeq: 0, signal: { type: "recording.set", on } });
    }
    return mixed.map((entry, index) => ({ ...entry, seq: (index + 1) as Seq, at: (1000 + 700 * index) as Millis }));
  });

const happening = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("append" as const), count: fc.integer({ min: 1, max: 12 }) }) },
  fc.constant({ do: "endSpan" as const }),
  fc.constant({ do: "restart" as const }),
);

test(
  "whatever happens to its host, the tape has every recorded moment exactly and none that was not",
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(log, fc.array(happening, { maxLength: 20 }), (entries, happenings) => {
        const host = new TestLog();
        let next = 0;
        for (const what of [...happenings, { do: "append" as const, count: entries.length }]) {
          if (what.do === "append") {
            host.append(entries.slice(next, next + what.count));
            next += what.count;
          } else if (what.do === "endSpan") host.endSpan();
          else host.restart();
        }
        const recorded = recordedSeqs(entries);
        const timeline = host.timeline(({ seq }) => recorded.has(seq));
        const onTape = timeline.blocks.flatMap(({ first, last }) =>
          entries.slice(first - 1, last).map(({ seq }) => seq),
        );
        expect(onTape).toEqual([...recorded]);

        const reader = new TapeReader(timeline);
        for (const { at, seq } of entries) {
          if (!recorded.has(seq)) continue;
          let answer = reader.boardAt(at);
          while (answer.type === "missing" || answer.ink.length > 0) {
            const parts = answer.type === "missing" ? answer.parts : answer.ink;
            for (const part of parts) reader.put(part, host.parts.get(partKey(part)) ?? new Uint8Array());
            answer = reader.boardAt(at);
          }
          expect(answer.board).toEqual(foldTo(entries, at));
        }
        expect([...reader.damaged.keys()]).toEqual([]);
      }),
    );
  },
);
