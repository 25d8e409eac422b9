import { describe, expect, test } from "vitest";
import { rewrittenParts } from "../../room/rewrite.js";
import type { RewrittenPart, StoredAsset } from "../../room/room-log.js";
import {
  BEFORE_FIRST,
  ROOM_MEMBER,
  roomId,
  type ClientId,
  type MemberId,
  type Millis,
  type RoomId,
} from "../../signal/ids.js";
import { marker, rectangle, stroke } from "../samples.js";
import { keyframeAfter, RECORD, ROOM, tapeEntries, type LogBench } from "./log-bench.js";

/** A picture of so many bytes; the store does not look into it. */
function asset(name: string, bytes: number): StoredAsset {
  return { hash: name.padEnd(64, "0"), mediaType: "image/png", bytes, content: new Uint8Array(bytes).fill(7) };
}

async function* just(...parts: readonly RewrittenPart[]): AsyncGenerator<RewrittenPart> {
  yield* parts;
}

/** What a store does with rooms as wholes. */
export function describeRooms(bench: LogBench): void {
  const store = () => bench.under.store;

  describe("rooms", () => {
    test("are made once, with a recording or without", async () => {
      const [one, two] = [roomId("one"), roomId("two")];
      expect(await store().create(one, true)).toBe(true);
      expect(await store().create(two, false)).toBe(true);
      expect(await store().create(one, false)).toBe(false);
      const after = await bench.under.reopen();
      expect(await after.find(one)).toMatchObject({ room: one, entries: 1, isRecorded: true, isClosed: false });
      expect(await after.find(two)).toMatchObject({ room: two, entries: 0, isRecorded: false });
      expect((await tapeEntries((await after.tape(one))!)).map(({ signal }) => signal)).toEqual([RECORD]);
      expect(await after.find(roomId("three"))).toBeNull();
    });

    test("are made of a board, with its pictures, and with numbers for new members only", async () => {
      const shown = asset("a", 3);
      await store().assets(ROOM).put(shown, 10);
      await store().assets(ROOM).put(asset("b", 3), 10);
      const keyframe = keyframeAfter(await bench.say(...stroke(bench.ada, 0), rectangle(bench.ada, 1)));
      const beginning = {
        keyframe,
        lastMember: 7 as MemberId,
        assets: new Set([shown.hash, asset("c", 1).hash]),
        from: ROOM,
      };
      const into = roomId("into");
      expect(await store().begin(into, beginning)).toBe(true);
      expect(await store().begin(into, beginning)).toBe(false);
      expect(await store().begin(ROOM, beginning)).toBe(false);
      const after = await bench.under.reopen();
      expect(await after.find(into)).toMatchObject({ entries: keyframe.seq, isRecorded: false, isClosed: false });
      expect((await after.list()).map(({ room }) => room).sort()).toEqual([into, ROOM]);
      expect(await after.assets(into).list()).toMatchObject([{ hash: shown.hash }]);
      expect(await after.assets(into).get(shown.hash)).toEqual(shown);
      const log = await after.open(into);
      expect(await log.recover()).toMatchObject({ keyframe, tail: [], head: keyframe.seq, lastMember: 7 });
      expect((await log.enrol("eve" as ClientId)).member).toBeGreaterThan(7);
      expect((await log.tape().timeline()).blocks).toEqual([]);
      const [entry] = await log.append([{ by: ROOM_MEMBER, clientSeq: 0, signal: RECORD }]);
      expect(entry?.seq).toBe(keyframe.seq + 1);
    });

    test("that begin with another's pictures keep them when that one goes", async () => {
      const shown = asset("a", 3);
      await store().assets(ROOM).put(shown, 10);
      const keyframe = keyframeAfter(await bench.say(rectangle(bench.ada, 0)));
      const into = roomId("into");
      await store().begin(into, { keyframe, lastMember: bench.ada, assets: new Set([shown.hash]), from: ROOM });
      await bench.log.close();
      await store().remove(ROOM);
      expect(await (await bench.under.reopen()).assets(into).get(shown.hash)).toEqual(shown);
    });

    test("come in pages, and no room twice", async () => {
      for (const name of ["a", "b", "c", "d"]) {
        if (name > "b") bench.under.clock.advance(10);
        await store().create(roomId(name), false);
      }
      const all = await store().list();
      const seen: RoomId[] = [];
      let after: (typeof all)[number] | null = null;
      for (;;) {
        const page: typeof all = await store().list({ limit: 2, after });
        seen.push(...page.map(({ room }) => room));
        after = page.at(-1) ?? null;
        if (page.length < 2) break;
      }
      expect(seen).toEqual(["d", "c", ROOM, "b", "a"]);
      expect(seen).toEqual(all.map(({ room }) => room));
    });

    test("stay closed until they are reopened", async () => {
      await store().setClosed(ROOM, true);
      expect((await store().find(ROOM))?.isClosed).toBe(true);
      const after = await bench.under.reopen();
      expect((await after.find(ROOM))?.isClosed).toBe(true);
      await after.setClosed(ROOM, false);
      expect((await after.find(ROOM))?.isClosed).toBe(false);
      await expect(after.setClosed(roomId("never"), true)).rejects.toMatchObject({ code: "not-found" });
    });

    test("are gone when they are removed, and can be made anew", async () => {
      await bench.say(RECORD, ...stroke(bench.ada, 0));
      await store().assets(ROOM).put(asset("a", 3), 10);
      await bench.log.close();
      expect(await store().remove(ROOM)).toBe(true);
      expect(await store().remove(ROOM)).toBe(false);
      const after = await bench.under.reopen();
      expect([await after.list(), await after.tape(ROOM), await after.find(ROOM)]).toEqual([[], null, null]);
      const anew = await after.open(ROOM);
      expect(await anew.recover()).toMatchObject({ keyframe: null, tail: [], head: 0, lastMember: 0 });
      expect(await after.assets(ROOM).list()).toEqual([]);
    });
  });

  describe("rewriting", () => {
    test("puts other parts in the place of a room's own, and keeps who is who", async () => {
      const entries = await bench.say(RECORD, ...stroke(bench.ada, 0), rectangle(bench.ada, 1), marker("end"));
      const before = await store().find(ROOM);
      await store().assets(ROOM).put(asset("a", 3), 10);
      const range = { from: entries[0]!.at, to: entries[0]!.at as Millis };
      const redaction = { type: "redact", redaction: range } as const;
      await store().rewrite(ROOM, rewrittenParts(bench.log, redaction));
      const after = await bench.under.reopen();
      const log = await after.open(ROOM);
      expect(await log.enrol("ada" as ClientId)).toEqual({ member: bench.ada, clientSeq: 0 });
      const { head, keyframe, tail } = await log.recover();
      expect([head, keyframe?.seq, tail]).toEqual([8, 8, []]);
      const now = await tapeEntries(log.tape());
      expect(now.map(({ seq, at }) => [seq, at])).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((seq) => [seq, entries[0]!.at]));
      expect(now.map(({ signal }) => signal.type)).toEqual([
        "recording.set",
        ...Array.from({ length: 7 }, () => "void"),
      ]);
      expect((await after.find(ROOM))?.edition).toBeGreaterThan(before?.edition ?? Infinity);
      expect((await after.assets(ROOM).list()).map(({ bytes }) => bytes)).toEqual([3]);
    });

    test("that fails leaves the room as it was", async () => {
      const entries = await bench.say(RECORD, marker("a"));
      const broken = async function* (): AsyncGenerator<RewrittenPart> {
        yield* rewrittenParts(bench.log, { type: "trim", range: { from: 0 as Millis, to: 1 as Millis } });
        throw new Error("broken");
      };
      await expect(store().rewrite(ROOM, broken())).rejects.toThrow("broken");
      await expect(store().rewrite(ROOM, just())).rejects.toMatchObject({ code: "bad-argument" });
      await expect(store().rewrite(roomId("never"), just())).rejects.toMatchObject({ code: "not-found" });
      const log = await bench.reopened();
      expect((await tapeEntries(log.tape())).slice(0, 2)).toEqual(entries);
      let heard = 0;
      log.follow(BEFORE_FIRST, (all) => (heard += all.length));
      expect(heard).toBe(3);
    });
  });

  describe("pictures", () => {
    test("are kept once, by their hashes", async () => {
      const shelf = store().assets(ROOM);
      await shelf.put(asset("b", 4), 10);
      await shelf.put(asset("a", 6), 10);
      await shelf.put(asset("a", 6), 10);
      const after = (await bench.under.reopen()).assets(ROOM);
      expect((await after.list()).map(({ hash, bytes }) => [hash[0], bytes])).toEqual([
        ["a", 6],
        ["b", 4],
      ]);
      expect(await after.get(asset("b", 4).hash)).toEqual(asset("b", 4));
      expect(await after.get("c".repeat(64))).toBeNull();
    });

    test("are refused beyond the limit, and in rooms that never were", async () => {
      const shelf = store().assets(ROOM);
      await shelf.put(asset("a", 6), 10);
      await expect(shelf.put(asset("b", 5), 10)).rejects.toMatchObject({ code: "too-large" });
      await expect(store().assets(roomId("never")).put(asset("a", 1), 10)).rejects.toMatchObject({ code: "not-found" });
      expect(await shelf.list()).toHaveLength(1);
    });
  });
}
