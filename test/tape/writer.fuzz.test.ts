import fc from "fast-check";
import { expect, test } from "vitest";
import { EMPTY_BOARD, type Board } from "../../src/board/board.js";
import { reduce } from "../../src/board/reduce.js";
import type { Entry } from "../../src/signal/entry.js";
import { BEFORE_FIRST, roomId, type Millis, type Seq } from "../../src/signal/ids.js";
import type { BlockInfo } from "../../src/tape/block-info.js";
import { encodeBlock } from "../../src/tape/encode-block.js";
import { InkHomes } from "../../src/tape/ink-homes.js";
import { encodeKeyframe } from "../../src/tape/encode-keyframe.js";
import { blockKey, keyframeKey, partKey } from "../../src/tape/parts.js";
import { TapeReader } from "../../src/tape/reader.js";
import { sealBlock } from "../../src/tape/seal.js";
import { timelineOf } from "../../src/tape/timeline-of.js";
import { BLOCK_PARTS, type KeyframeRef } from "../../src/tape/timeline.js";
import { TapeWriter, type TapeOrder } from "../../src/tape/writer.js";
import { arbitraryLog } from "../property/arbitrary-log.js";
import { boardsOf, foldTo } from "./tape-of.js";
import { fresh } from "./fresh-writer.js";

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
