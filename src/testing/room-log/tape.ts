import { describe, expect, test } from "vitest";
import { BEFORE_FIRST, type Seq } from "../../signal/ids.js";
import { decodeBlock } from "../../tape/block.js";
import type { SealedBlock } from "../../tape/block-info.js";
import { refineBlock } from "../../tape/seal.js";
import { BLOCK_PARTS } from "../../tape/timeline.js";
import { marker, rectangle, stroke } from "../samples.js";
import { keyframeAfter, RECORD, ROOM, sealed, STOP, tapeEntries, type LogBench } from "./log-bench.js";

/** What of a log is on its tape. */
export function describeTape(bench: LogBench): void {
  describe("the tape", () => {
    test("has the unsealed end, cut into blocks that can be fetched", async () => {
      const entries = await bench.say(RECORD, ...stroke(bench.ada, 0), marker("here"));
      const tape = bench.log.tape();
      const timeline = await tape.timeline();
      expect(timeline).toMatchObject({
        room: ROOM,
        created: bench.log.created,
        isLive: false,
        now: bench.under.clock.now(),
      });
      expect(timeline.markers.map(({ label, seq }) => [label, seq])).toEqual([["here", 6]]);
      expect(await tapeEntries(tape)).toEqual(entries);
    });

    test("serves a sealed block as it was stored, and nothing twice", async () => {
      const entries = await bench.say(RECORD, ...stroke(bench.ada, 0), marker("a"), marker("b"));
      const block = sealed(entries.slice(0, 4));
      await bench.log.seal(block);
      const tape = (await bench.reopened()).tape();
      for (const part of BLOCK_PARTS) expect(await tape.part(block.info, part)).toEqual(block.parts[part]);
      const { first, last, from, to, bytes, parts, activity } = block.info;
      expect((await tape.timeline()).blocks[0]).toEqual({ first, last, from, to, bytes, parts, activity });
      expect(await tapeEntries(tape)).toEqual(entries);
    });

    test("serves any run of recorded entries, over the edges of blocks", async () => {
      const entries = await bench.say(RECORD, ...stroke(bench.ada, 0), ...stroke(bench.ada, 1), marker("z"));
      await bench.log.seal(sealed(entries.slice(0, 3)));
      await bench.log.seal(sealed(entries.slice(3, 7), entries.slice(0, 3)));
      const tape = bench.log.tape();
      for (const [first, last] of [
        [1, 10],
        [2, 2],
        [3, 4],
        [4, 7],
        [6, 9],
      ] as const) {
        const ref = { first: first as Seq, last: last as Seq };
        expect(decodeBlock(await tape.block(ref))).toEqual(entries.slice(first - 1, last));
      }
    });

    test("says which blocks have plain ink, and takes fine ones in their places", async () => {
      const entries = await bench.say(
        RECORD,
        ...stroke(bench.ada, 0),
        ...stroke(bench.ada, 1),
        ...stroke(bench.ada, 2),
      );
      const ends = [5, 9, 13];
      const blocks = ends.map((end, index) => {
        const from = ends[index - 1] ?? 0;
        return sealed(entries.slice(from, end), entries.slice(0, from), index === 1 ? "fine" : "plain");
      });
      for (const block of blocks) await bench.log.seal(block);
      const log = await bench.reopened();
      const first = await log.plain(BEFORE_FIRST);
      expect(first).toEqual(blocks[0]);
      expect(await log.plain(5 as Seq)).toEqual(blocks[2]);
      expect(await log.plain(13 as Seq)).toBeNull();

      const refined = refineBlock(first as SealedBlock);
      await log.seal(refined);
      expect(await log.plain(BEFORE_FIRST)).toEqual(blocks[2]);
      expect(refined).toEqual(sealed(entries.slice(0, 5)));
      const { first: from, last, bytes, parts } = refined.info;
      expect((await log.tape().timeline()).blocks[0]).toMatchObject({ first: from, last, bytes, parts });
      for (const part of BLOCK_PARTS) expect(await log.tape().part(refined.info, part)).toEqual(refined.parts[part]);
      expect(await tapeEntries(log.tape())).toEqual(entries);
    });

    test("puts a longer block in the place of the shorter ones that it holds", async () => {
      const entries = await bench.say(RECORD, ...stroke(bench.ada, 0), ...stroke(bench.ada, 1), marker("z"));
      const short = sealed(entries.slice(0, 3));
      await bench.log.seal(short);
      await bench.log.seal(sealed(entries.slice(3, 5), entries.slice(0, 3)));
      const long = sealed(entries.slice(0, 8));
      await bench.log.seal(long);
      const log = await bench.reopened();
      const tape = log.tape();
      expect((await tape.timeline()).blocks.map(({ first, last }) => [first, last])).toEqual([
        [1, 8],
        [9, 10],
      ]);
      expect(await tapeEntries(tape)).toEqual(entries);
      const { blocks, passedBytes } = await log.recover();
      expect(blocks.map(({ first, last }) => [first, last])).toEqual([[1, 8]]);
      expect(passedBytes).toBe(long.parts.document.length + long.parts.presence.length);
      await expect(tape.part(short.info, "document")).rejects.toMatchObject({ code: "not-found" });
      expect(decodeBlock(await tape.block(short.info))).toEqual(entries.slice(0, 3));
    });

    test("rejects a run that is not whole with not-found", async () => {
      await bench.say(RECORD, marker("a"));
      const tape = bench.log.tape();
      for (const [first, last] of [
        [1, 3],
        [5, 6],
        [2, 1],
        [1, 1_000_000],
      ] as const) {
        await expect(tape.block({ first: first as Seq, last: last as Seq })).rejects.toMatchObject({
          code: "not-found",
        });
      }
    });

    test("has its keyframes, and none that was not kept", async () => {
      const entries = await bench.say(RECORD, ...stroke(bench.ada, 0));
      const keyframe = keyframeAfter(entries);
      await bench.log.keep(keyframe);
      const tape = (await bench.reopened()).tape();
      const { seq, at, bytes } = keyframe;
      expect((await tape.timeline()).keyframes).toEqual([{ seq, at, bytes: bytes.length }]);
      expect(await tape.keyframe({ seq })).toEqual(bytes);
      await expect(tape.keyframe({ seq: 1 as Seq })).rejects.toMatchObject({ code: "not-found" });
    });

    test("gives the index of a stretch of time, from the keyframe before it", async () => {
      const start = bench.under.clock.now();
      const early = await bench.say(RECORD, ...stroke(bench.ada, 0));
      await bench.log.seal(sealed(early));
      await bench.log.keep(keyframeAfter(early));
      bench.under.clock.advance(1000);
      const middle = await bench.say(...stroke(bench.ada, 1));
      await bench.log.seal(sealed(middle, early));
      await bench.log.keep(keyframeAfter([...early, ...middle]));
      bench.under.clock.advance(1000);
      await bench.say(...stroke(bench.ada, 2));
      const tape = bench.log.tape();
      const range = (from: number, to: number) =>
        tape.timeline({ from: (start + from) as never, to: (start + to) as never });

      const part = await range(500, 1500);
      expect(part.keyframes.map(({ seq }) => seq)).toEqual([5, 9]);
      expect(part.blocks.map(({ first, last }) => [first, last])).toEqual([[6, 9]]);
      expect((await range(0, 500)).blocks.map(({ first }) => first)).toContain(1);
      expect((await range(1500, 9000)).blocks.map(({ first }) => first)).toEqual([10]);
    });
  });

  describe("recording", () => {
    test("keeps what is not recorded off the tape", async () => {
      await bench.say(marker("before"), rectangle(bench.ada, 0));
      const tape = bench.log.tape();
      expect((await tape.timeline()).blocks).toEqual([]);
      await expect(tape.block({ first: 1 as Seq, last: 2 as Seq })).rejects.toMatchObject({ code: "not-found" });
    });

    test("has on the tape what lies between the words that start and stop it, and those", async () => {
      const before = await bench.say(marker("before"), rectangle(bench.ada, 0));
      await bench.log.keep(keyframeAfter(before));
      await bench.say(RECORD, marker("on"), STOP, marker("off"));
      const seqs = (await tapeEntries((await bench.reopened()).tape())).map(({ seq }) => seq);
      expect(seqs).toEqual([3, 4, 5]);
    });

    test("shows a recording that starts late only once it stands on a keyframe", async () => {
      const before = await bench.say(marker("before"), rectangle(bench.ada, 0));
      await bench.say(RECORD, marker("on"));
      const tape = bench.log.tape();
      expect((await tape.timeline()).blocks).toEqual([]);
      await bench.log.keep(keyframeAfter(before));
      expect((await tape.timeline()).blocks.map(({ first, last }) => [first, last])).toEqual([[3, 4]]);
    });

    test("forgets what is not recorded, and keeps the board", async () => {
      const entries = await bench.say(...stroke(bench.ada, 0), rectangle(bench.ada, 1), marker("later"));
      const keyframe = keyframeAfter(entries.slice(0, 5));
      await bench.log.forget(keyframe);
      expect(() => bench.log.follow(BEFORE_FIRST, () => undefined)).toThrow(
        expect.objectContaining({ code: "not-found" }),
      );
      const again = await bench.reopened();
      const recovery = await again.recover();
      expect(recovery.keyframe).toEqual(keyframe);
      expect(recovery.tail).toEqual(entries.slice(5));
      const timeline = await again.tape().timeline();
      expect([timeline.blocks, timeline.keyframes]).toEqual([[], []]);
      await expect(again.tape().keyframe(keyframe)).rejects.toMatchObject({ code: "not-found" });
    });

    test("forgets nothing of what is recorded and not sealed yet", async () => {
      const first = await bench.say(RECORD, marker("on"), STOP);
      const then = await bench.say(marker("off"));
      await bench.log.forget(keyframeAfter([...first, ...then]));
      expect(await tapeEntries((await bench.reopened()).tape())).toEqual(first);
    });

    test("forgets nothing of what is recorded and sealed", async () => {
      const first = await bench.say(RECORD, marker("on"), STOP);
      const then = await bench.say(marker("off"), marker("off"));
      await bench.log.seal(sealed(first));
      await bench.log.forget(keyframeAfter([...first, ...then]));
      expect(await tapeEntries((await bench.reopened()).tape())).toEqual(first);
    });

    test("keeps a keyframe on the tape when the same one is to be forgotten for", async () => {
      const entries = await bench.say(marker("before"));
      const keyframe = keyframeAfter(entries);
      await bench.log.keep(keyframe);
      await bench.log.forget(keyframe);
      expect((await bench.log.tape().timeline()).keyframes.map(({ seq }) => seq)).toEqual([1]);
    });
  });
}
