import { describe, expect, test } from "vitest";
import type { Entry } from "../../signal/entry.js";
import { BEFORE_FIRST, ROOM_MEMBER, type ClientId, type MemberId, type Seq } from "../../signal/ids.js";
import { TICK_MS } from "../../signal/ink.js";
import type { Signal } from "../../signal/signal.js";
import { cursor, drafts, marker, rectangle, stroke } from "../samples.js";
import { allEntries, ROOM, type LogBench } from "./log-bench.js";

/** What a log does with what is put into it. */
export function describeWriting(bench: LogBench): void {
  describe("enrolling", () => {
    test("numbers clients from 1, each always the same", async () => {
      const bob = await bench.log.enrol("bob" as ClientId);
      expect([bench.ada, bob.member]).toEqual([1, 2]);
      expect((await bench.log.enrol("ada" as ClientId)).member).toBe(1);
      const again = await bench.reopened();
      expect((await again.enrol("bob" as ClientId)).member).toBe(2);
      expect((await again.enrol("cy" as ClientId)).member).toBe(3);
    });

    test("tells how far a client's own count has got", async () => {
      expect(await bench.log.enrol("ada" as ClientId)).toEqual({ member: bench.ada, clientSeq: 0 });
      await bench.log.append(drafts(bench.ada, 1, [marker("a"), marker("b")]));
      expect(await bench.log.enrol("ada" as ClientId)).toEqual({ member: bench.ada, clientSeq: 2 });
      expect(await (await bench.reopened()).enrol("ada" as ClientId)).toEqual({ member: bench.ada, clientSeq: 2 });
    });
  });

  describe("appending", () => {
    test("gives places from 1 without gaps, and the clock's whole milliseconds", async () => {
      const start = bench.under.clock.now();
      const first = await bench.say(marker("a"), marker("b"));
      bench.under.clock.advance(12.75);
      const second = await bench.say(marker("c"));
      expect([...first, ...second]).toEqual([
        { seq: 1, at: start, by: bench.ada, clientSeq: 0, signal: marker("a") },
        { seq: 2, at: start, by: bench.ada, clientSeq: 0, signal: marker("b") },
        { seq: 3, at: start + 12, by: bench.ada, clientSeq: 0, signal: marker("c") },
      ]);
    });

    test("dates a pen's points by the pen's own clock, as stamper.ts says", async () => {
      const start = bench.under.clock.now();
      const [begin, append, end] = stroke(bench.ada, 0) as [Signal, Signal, Signal];
      await bench.say(begin);
      bench.under.clock.advance(60);
      const [points, last] = await bench.say(append, end);
      expect([points?.at, last?.at]).toEqual([start + TICK_MS, start + TICK_MS]);
    });

    test("goes on after the last place when it is opened again", async () => {
      await bench.say(marker("a"), marker("b"));
      const again = await bench.reopened();
      const [entry] = await again.append(drafts(bench.ada, 0, [marker("c")]));
      expect(entry?.seq).toBe(3);
    });

    test("keeps the order in which batches are given, without waiting in between", async () => {
      const batches = Array.from({ length: 20 }, (_, index) =>
        bench.log.append(drafts(bench.ada, index + 1, [marker(`${index}`)])),
      );
      const entries = (await Promise.all(batches)).flat();
      expect(entries.map(({ seq, clientSeq }) => [seq, clientSeq])).toEqual(
        Array.from({ length: 20 }, (_, index) => [index + 1, index + 1]),
      );
    });

    test("leaves out what is there already, by author and number", async () => {
      await bench.log.append(drafts(bench.ada, 1, [marker("a"), marker("b")]));
      const bob = (await bench.log.enrol("bob" as ClientId)).member;
      const again = await bench.log.append([
        ...drafts(bench.ada, 2, [marker("b"), marker("c")]),
        ...drafts(bob, 1, [marker("d")]),
      ]);
      expect(again.map(({ seq, by, signal }) => [seq, by, signal])).toEqual([
        [3, bench.ada, marker("c")],
        [4, bob, marker("d")],
      ]);
      expect(await bench.log.append(drafts(bench.ada, 1, [marker("a")]))).toEqual([]);
    });

    test("leaves out what is there already after an abrupt end too", async () => {
      await bench.log.append(drafts(bench.ada, 1, [marker("a"), marker("b")]));
      const again = await bench.reopened();
      const entries = await again.append(drafts(bench.ada, 1, [marker("a"), marker("b"), marker("c")]));
      expect(entries.map(({ seq, clientSeq }) => [seq, clientSeq])).toEqual([[3, 3]]);
    });

    test("leaves out a repeat within one batch, and between batches on their way", async () => {
      const [first, second] = await Promise.all([
        bench.log.append([...drafts(bench.ada, 1, [marker("a")]), ...drafts(bench.ada, 1, [marker("a")])]),
        bench.log.append(drafts(bench.ada, 1, [marker("a"), marker("b")])),
      ]);
      expect([...first, ...second].map(({ clientSeq }) => clientSeq)).toEqual([1, 2]);
    });

    test("does what it is asked for in the order it is asked", async () => {
      const [, between] = await Promise.all([
        bench.log.append(drafts(bench.ada, 1, [marker("a"), marker("b")])),
        bench.log.enrol("ada" as ClientId),
        bench.log.append(drafts(bench.ada, 3, [marker("c")])),
      ]);
      expect(between.clientSeq).toBe(2);
    });

    test("gives no time before the last one, when the machine's clock was put back", async () => {
      const [first] = await bench.say(marker("a"));
      bench.under.clock.advance(-60_000);
      const [second] = await bench.say(marker("b"));
      const [third] = await (await bench.reopened()).append(drafts(bench.ada, 0, [marker("c")]));
      expect([second?.at, third?.at]).toEqual([first?.at, first?.at]);
    });

    test("never leaves out what has no number", async () => {
      const room = drafts(ROOM_MEMBER, 0, [marker("a"), marker("a")]);
      expect(await bench.log.append(room)).toHaveLength(2);
      expect(await bench.log.append(room)).toHaveLength(2);
    });

    test("refuses an author who was never enrolled, with the whole batch and no other", async () => {
      const stranger = (bench.ada + 7) as MemberId;
      const [good, bad] = await Promise.allSettled([
        bench.log.append(drafts(bench.ada, 1, [marker("a")])),
        bench.log.append([...drafts(bench.ada, 2, [marker("b")]), ...drafts(stranger, 1, [marker("c")])]),
      ]);
      expect(good).toMatchObject({ status: "fulfilled" });
      expect(bad).toMatchObject({ status: "rejected", reason: { code: "bad-argument" } });
      expect((await allEntries(bench.log)).map(({ signal }) => signal)).toEqual([marker("a")]);
      expect(await bench.log.append(drafts(bench.ada, 2, [marker("b")]))).toHaveLength(1);
    });

    test("carries every kind of signal unharmed", async () => {
      const signals: readonly Signal[] = [
        ...stroke(bench.ada, 0),
        rectangle(bench.ada, 1),
        cursor(-3.25),
        { type: "state.set", key: "k", value: { deep: [1, null, "ü"] } },
        { type: "unknown", code: 4000, bytes: Uint8Array.of(1, 2, 3) },
      ];
      const entries = await bench.say(...signals);
      expect(entries.map(({ signal }) => signal)).toEqual(signals);
      expect(await allEntries(await bench.reopened())).toEqual(entries);
    });
  });

  describe("following", () => {
    test("hears what was there before, then what comes, each once and in order", async () => {
      await bench.say(marker("a"), marker("b"));
      const heard: Entry[] = [];
      bench.log.follow(1 as Seq, (entries) => heard.push(...entries));
      await bench.say(marker("c"));
      await Promise.all([bench.say(marker("d")), bench.say(marker("e"))]);
      expect(heard.map(({ seq }) => seq)).toEqual([2, 3, 4, 5]);
    });

    test("hears of a batch before its append resolves", async () => {
      const order: string[] = [];
      bench.log.follow(BEFORE_FIRST, () => order.push("followed"));
      await bench.say(marker("a")).then(() => order.push("resolved"));
      expect(order).toEqual(["followed", "resolved"]);
    });

    test("hears nothing from inside append", async () => {
      let isInside = true;
      const heardInside: boolean[] = [];
      bench.log.follow(BEFORE_FIRST, () => heardInside.push(isInside));
      const appended = bench.say(marker("a"));
      isInside = false;
      await appended;
      expect(heardInside).toEqual([false]);
    });

    test("hears nothing more once it has stopped", async () => {
      const heard: Entry[] = [];
      const stop = bench.log.follow(BEFORE_FIRST, (entries) => heard.push(...entries));
      await bench.say(marker("a"));
      stop();
      await bench.say(marker("b"));
      expect(heard).toHaveLength(1);
    });
  });

  describe("closing", () => {
    test("does first what was asked for before, then nothing more", async () => {
      const heard: Entry[] = [];
      bench.log.follow(BEFORE_FIRST, (entries) => heard.push(...entries));
      const last = bench.say(marker("last"));
      await bench.log.close();
      expect(await last).toHaveLength(1);
      expect(heard).toHaveLength(1);
      await expect(bench.say(marker("too late"))).rejects.toMatchObject({ code: "log-failed" });
      const again = await bench.under.store.open(ROOM);
      expect((await allEntries(again)).map(({ signal }) => signal)).toEqual([marker("last")]);
    });
  });
}
