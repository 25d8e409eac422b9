import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EMPTY_BOARD } from "../../src/board/board.js";
import type { Entry } from "../../src/signal/entry.js";
import { BEFORE_FIRST, roomId, type MemberId, type Millis, type Seq } from "../../src/signal/ids.js";
import type { Signal } from "../../src/signal/signal.js";
import type { BlockInfo } from "../../src/tape/block-info.js";
import { encodeBlock } from "../../src/tape/block.js";
import { encodeKeyframe } from "../../src/tape/keyframe.js";
import { blockKey, keyframeKey, partKey } from "../../src/tape/parts.js";
import { TapeReader } from "../../src/tape/reader.js";
import { timelineOf } from "../../src/tape/timeline-of.js";
import type { KeyframeRef } from "../../src/tape/timeline.js";
import { TapeWriter, type TapeOrder } from "../../src/tape/writer.js";
import { arbitraryLog } from "../property/arbitraries.js";
import { boardAfter, foldTo } from "./tape-of.js";

/** Entries from `first` on, one a second. */
const saying = (signals: readonly Signal[], first = 1): Entry[] =>
  signals.map((signal, index) => ({
    seq: (first + index) as Seq,
    at: (1000 * (first + index)) as Millis,
    by: 1 as MemberId,
    clientSeq: first + index,
    signal,
  }));

const on: Signal = { type: "recording.set", on: true };
const off: Signal = { type: "recording.set", on: false };
const word = (bytes = 1): Signal => ({ type: "marker", label: "x".repeat(bytes) });
const look: Signal = { type: "cursor", cursor: { page: "p".repeat(200) as never, x: 0, y: 0 } };
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

const fresh = () => new TapeWriter({ board: EMPTY_BOARD, keyframeBytes: 0, sealed: BEFORE_FIRST });
/** Orders in short: `seal 1-9`, `keep 9`, `forget 9`. */
const short = (orders: readonly TapeOrder[]) =>
  orders.map((order) =>
    order.type === "seal" ? `seal ${order.block.info.first}-${order.block.info.last}` : `${order.type} ${order.seq}`,
  );

describe("a tape's writer", () => {
  test("seals a block when it has 2,048 entries", () => {
    expect(short(fresh().add(saying([on, ...times(4999, word())])))).toEqual(["seal 1-2048", "seal 2049-4096"]);
  });

  test("seals a block when its signals take 64 KB", () => {
    const orders = fresh().add(saying([on, ...times(300, word(500))]));
    expect(short(orders).filter((order) => order.startsWith("seal"))).toEqual(["seal 1-131", "seal 132-261"]);
  });

  test("seals what is open when the span closes, and nothing when nothing is", () => {
    const writer = fresh();
    writer.add(saying([on, word(), word()]));
    expect(short(writer.endSpan())).toEqual(["seal 1-3"]);
    expect(writer.endSpan()).toEqual([]);
  });

  test("records from the words that start it to those that stop it", () => {
    const orders = fresh().add(saying([word(), word(), on, word(), off, word(), on, word()]));
    expect(short(orders)).toEqual(["keep 2", "forget 2", "seal 3-5", "keep 6", "forget 6"]);
  });

  test("needs no keyframe where recording starts with the first entry", () => {
    expect(fresh().add(saying([on, word()]))).toEqual([]);
  });

  test("gives a block the names of those who were there before it", () => {
    const writer = fresh();
    writer.add(saying([{ type: "member.join", profile: { user: "u", name: "Ada", color: "red", role: "writer" } }]));
    const [order] = [...writer.add(saying([on, word()], 2)), ...writer.endSpan()].filter(({ type }) => type === "seal");
    expect(order).toMatchObject({ block: { info: { members: [{ member: 1, name: "Ada" }] } } });
  });
});

describe("a keyframe is due", () => {
  test("when the document since the last one takes 64 KB, at the end of a block", () => {
    const orders = fresh().add(saying([on, ...times(300, word(500))]));
    expect(short(orders)).toEqual(["seal 1-131", "keep 131", "seal 132-261", "keep 261"]);
  });

  test("when the document since the last one takes as much as that did", () => {
    const writer = fresh();
    writer.add(saying([on, ...times(140, word(500))]));
    writer.keyframeStored(150_000);
    const orders = writer.add(saying(times(600, word(500)), 142));
    expect(short(orders).filter((order) => order.startsWith("keep"))).toEqual(["keep 521"]);
  });

  test("later for presence, which weighs less", () => {
    const keeps = (signal: Signal) => {
      const orders = short(fresh().add(saying([on, ...times(2000, signal)])));
      return orders.filter((order) => order.startsWith("keep")).length;
    };
    expect([keeps(word(200)), keeps(look)]).toEqual([6, 1]);
  });

  test("to forget by, where nothing is recorded", () => {
    const orders = fresh().add(saying(times(300, word(500))));
    expect(short(orders)).toEqual(["forget 130", "forget 260"]);
  });
});

/** A log as a host has it: carries out orders, and can be opened again at any time. */
class TestLog {
  readonly entries: Entry[] = [];
  readonly parts = new Map<string, Uint8Array>();
  readonly infos: BlockInfo[] = [];
  #keyframes = new Map<number, { ref: KeyframeRef; isKept: boolean }>();
  #raw: Entry[] = [];
  #writer = fresh();

  append(entries: readonly Entry[]): void {
    this.entries.push(...entries);
    this.#raw.push(...entries);
    this.#carryOut(this.#writer.add(entries));
  }

  endSpan(): void {
    this.#carryOut(this.#writer.endSpan());
  }

  /** The host fell over and is back, at the newest keyframe. */
  restart(): void {
    const seq = Math.max(0, ...this.#keyframes.keys());
    this.#writer = new TapeWriter({
      board: boardAfter(this.entries, seq),
      keyframeBytes: this.#keyframes.get(seq)?.ref.bytes ?? 0,
      sealed: this.infos.at(-1)?.last ?? BEFORE_FIRST,
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

  #carryOut(orders: readonly TapeOrder[]): void {
    for (const order of orders) {
      if (order.type === "seal") {
        const { info, bytes } = order.block;
        if (info.first <= (this.infos.at(-1)?.last ?? 0)) throw new Error(`Entry ${info.first} is sealed twice.`);
        this.infos.push(info);
        this.parts.set(blockKey(info), bytes);
        continue;
      }
      const { seq, at } = order;
      const bytes = encodeKeyframe(boardAfter(this.entries, seq));
      this.#writer.keyframeStored(bytes.length);
      this.parts.set(keyframeKey({ seq }), bytes);
      const isKept = order.type === "keep" || this.#keyframes.get(seq)?.isKept === true;
      this.#keyframes.set(seq, { ref: { seq, at, bytes: bytes.length }, isKept });
      if (order.type === "forget") this.#raw = this.#raw.filter((entry) => entry.seq > seq);
    }
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
          while (answer.type === "missing") {
            for (const part of answer.parts) reader.put(part, host.parts.get(partKey(part)) ?? new Uint8Array());
            answer = reader.boardAt(at);
          }
          expect(answer.board).toEqual(foldTo(entries, at));
        }
        expect([...reader.damaged.keys()]).toEqual([]);
      }),
    );
  },
);
