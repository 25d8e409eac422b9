import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { InktapeServer } from "../../../../src/server/node/index.js";
import { sqliteStore } from "../../../../src/server/node/index.js";
import { reduce } from "../../../../src/board/reduce.js";
import { EMPTY_BOARD } from "../../../../src/board/board.js";
import { roomId, type MemberId, type Millis, type RoomId } from "../../../../src/signal/ids.js";
import { boardAt } from "../../../../src/tape/board-at.js";
import { decodeBlock } from "../../../../src/tape/block.js";
import type { TapeSource } from "../../../../src/tape/tape-source.js";
import { cursor, marker, rectangle, stroke } from "../../../../src/testing/samples.js";
import { tapeFile } from "../../../../src/transport/file/index.js";
import { Running } from "../running.js";
import { inktape } from "./running-cli.js";

let running: Running;
beforeEach(() => {
  running = new Running();
});
afterEach(() => running.stop());

/** Short times: a connection that hears nothing for long is cut. */
const BRISK = { quietMs: 3000, graceMs: 2000 };

/** Two people who draw, with pauses in which the room is quiet. */
async function lesson(server: InktapeServer) {
  const ada = await running.call(server, "ada", { isRecord: true });
  const bob = await running.call(server, "bob");
  const [one, two] = [(await ada.welcome()).member, (await bob.welcome()).member];
  for (let part = 0; part < 3; part++) {
    for (let count = 0; count < 20; count++) {
      ada.say([...stroke(one, 100 * part + count), cursor(count)]);
      running.clock.advance(300);
      bob.say([rectangle(two, 100 * part + count)]);
      running.clock.advance(100);
      await Promise.all([ada.acknowledged(), bob.acknowledged()]);
    }
    ada.say([marker(`Part ${part}`)]);
    await ada.acknowledged();
    if (part < 2) running.clock.advance(5000);
  }
  return { ada, bob };
}

/** All entries of a tape, from its blocks. */
async function entriesOf(source: TapeSource) {
  const { blocks } = await source.timeline();
  const all = await Promise.all(blocks.map(async (ref) => decodeBlock(await source.block(ref))));
  return all.flat();
}

async function opened(file: string): Promise<TapeSource> {
  return tapeFile({ src: new Blob([await readFile(file)]) });
}

/** Expects the file to have every board of the tape. */
async function expectSame(file: TapeSource, tape: TapeSource) {
  const entries = await entriesOf(tape);
  expect(await entriesOf(file)).toEqual(entries);
  for (let at = 0; at < entries.length; at += 17) {
    const wall = entries[at]!.at;
    expect(await boardAt(file, wall)).toEqual(await boardAt(tape, wall));
  }
}

const SOUND = { code: 0, errors: "" };

describe("tapes on the command line", { timeout: 120_000 }, () => {
  test("are exported from a store while a server runs on it, and from the server", async () => {
    const data = await running.folders.make();
    const server = await running.start({ data, ...BRISK });
    await lesson(server);
    const tape = running.transport(server).tape(roomId("room"));
    const [stored, served] = [path.join(data, "stored.inktape"), path.join(data, "served.inktape")];
    expect(await inktape("export", "--room", "room", "--data", data, stored)).toMatchObject(SOUND);
    expect(await inktape("export", "--room", "room", "--url", server.url, served)).toMatchObject(SOUND);
    for (const file of [stored, served]) {
      await expectSame(await opened(file), tape);
      expect(await inktape("verify", file)).toMatchObject({ ...SOUND, out: `${file} is sound.\n` });
    }
    const { isLive, blocks } = await (await opened(stored)).timeline();
    expect(isLive).toBe(false);
    expect(blocks.every(({ parts }) => parts !== null)).toBe(true);
  });

  test("take the pictures of their rooms along, out of a store and into another", async () => {
    const data = await running.folders.make();
    const server = await running.start({ data, ...BRISK });
    await lesson(server);
    const picture = Buffer.from("\x89PNG\r\n\x1A\nand so on", "latin1");
    const asset = `assets/${createHash("sha256").update(picture).digest("hex")}`;
    const put = await fetch(`${server.url}api/rooms/room/${asset}`, { method: "PUT", body: picture });
    expect(put.status).toBe(204);
    const [whole, part] = [path.join(data, "whole.inktape"), path.join(data, "part.inktape")];
    const served = path.join(data, "served.inktape");
    expect(await inktape("export", "--room", "room", "--url", server.url, served)).toMatchObject(SOUND);
    const fetched = await tapeFile({ src: new Blob([await readFile(served)]) }).assets.get(
      asset.slice("assets/".length),
    );
    expect([fetched.mediaType, Buffer.from(fetched.bytes)]).toEqual(["image/png", picture]);
    expect(await inktape("export", "--room", "room", "--data", data, whole)).toMatchObject(SOUND);
    expect(await inktape("trim", "--from", "1", whole, part)).toMatchObject(SOUND);
    const other = await running.folders.make();
    expect(await inktape("import", part, "--room", "again", "--data", other)).toMatchObject(SOUND);
    const host = await running.start({ data: other, ...BRISK });
    const got = await fetch(`${host.url}api/rooms/again/${asset}`);
    expect([got.headers.get("content-type"), Buffer.from(await got.arrayBuffer())]).toEqual(["image/png", picture]);
  });

  test("are imported as rooms that go on where the tape ends", async () => {
    const data = await running.folders.make();
    const server = await running.start({ data, ...BRISK });
    const { ada, bob } = await lesson(server);
    const before = running.transport(server).tape(roomId("room"));
    const file = path.join(data, "lesson.inktape");
    expect(await inktape("export", "--room", "room", "--data", data, file)).toMatchObject(SOUND);
    const log = await entriesOf(await opened(file));
    const board = reduce(EMPTY_BOARD, log);

    const other = await running.folders.make();
    const result = await inktape("import", file, "--room", "again", "--data", other);
    expect(result).toMatchObject({ ...SOUND, out: expect.stringContaining('The room "again" has') });
    const host = await running.start({ data: other, ...BRISK });
    await expectSame(running.transport(host).tape(roomId("again")), before);
    const { entries, created } = (await running.transport(host).rooms())[0]!;
    expect(entries).toBe(log.length);
    expect(created).toBe((await before.timeline()).created);

    // Even clients of the same names are others now: the tape does not know who they were.
    const eve = await running.call(host, "ada", { room: "again" as RoomId });
    const { member } = await eve.welcome();
    expect(member).toBeGreaterThan(Math.max((await ada.welcome()).member, (await bob.welcome()).member));
    eve.say([...stroke(member, 0), marker("and on")]);
    await eve.acknowledged();
    // Those who were there when the tape ended have left.
    running.clock.advance(5000);
    eve.say([marker("later")]);
    await eve.acknowledged();
    running.clock.advance(5000);
    const source = running.transport(host).tape(roomId("again"));
    const after = await entriesOf(source);
    expect(after.slice(0, log.length)).toEqual(log);
    expect(after.map(({ seq }) => seq)).toEqual(after.map((_, index) => index + 1));
    const left = after.filter(({ signal }) => signal.type === "member.leave").map(({ by }) => by);
    expect(left).toEqual(expect.arrayContaining(Object.keys(board.members).map((id) => Number(id) as MemberId)));
    expect(await boardAt(source, after.at(-1)!.at)).toEqual(reduce(EMPTY_BOARD, after));
    await host.close();

    // And what became of it is a tape like any other.
    const long = path.join(data, "long.inktape");
    expect(await inktape("export", "--room", "again", "--data", other, long)).toMatchObject(SOUND);
    expect(await inktape("verify", long)).toMatchObject(SOUND);
    expect(await entriesOf(await opened(long))).toEqual(after);
  });

  test("are not imported over a room, or into a store that a server has", async () => {
    const data = await running.folders.make();
    const server = await running.start({ data, ...BRISK });
    await lesson(server);
    const file = path.join(data, "lesson.inktape");
    await inktape("export", "--room", "room", "--data", data, file);
    expect(await inktape("import", file, "--room", "other", "--data", data)).toMatchObject({
      code: 1,
      errors: expect.stringContaining("is in use by another server"),
    });
    await server.close();
    expect(await inktape("import", file, "--room", "room", "--data", data)).toMatchObject({
      code: 1,
      errors: 'A room "room" is in the store already. Choose another name with --room.\n',
    });
  });

  test("that are damaged leave nothing in the store", async () => {
    const data = await running.folders.make();
    const server = await running.start({ data, ...BRISK });
    await lesson(server);
    const file = path.join(data, "lesson.inktape");
    await inktape("export", "--room", "room", "--data", data, file);
    const bytes = await readFile(file);
    bytes[300]! ^= 1;
    const bad = path.join(data, "bad.inktape");
    await writeFile(bad, bytes);
    const verified = await inktape("verify", bad);
    expect(verified.code).toBe(1);
    expect(verified.errors).toContain("does not match its checksum");
    const other = await running.folders.make();
    expect(await inktape("import", bad, "--room", "r", "--data", other)).toMatchObject({
      code: 1,
      errors: expect.stringContaining("does not match its checksum"),
    });
    const store = sqliteStore({ folder: other, clock: running.clock });
    expect(await store.list()).toEqual([]);
    await store.close();
  });

  test("are trimmed to a stretch of time, and exported so", async () => {
    const data = await running.folders.make();
    const server = await running.start({ data, ...BRISK });
    await lesson(server);
    const tape = running.transport(server).tape(roomId("room"));
    const log = await entriesOf(tape);
    const markers = log.filter(({ signal }) => signal.type === "marker").map(({ at }) => at);
    const [from, to] = [(markers[0]! + 1) as Millis, markers[1]!];
    const [whole, part, same] = ["whole", "part", "same"].map((name) => path.join(data, `${name}.inktape`)) as [
      string,
      string,
      string,
    ];
    const times = ["--from", new Date(from).toISOString(), "--to", String(to)];
    await inktape("export", "--room", "room", "--data", data, whole);
    expect(await inktape("trim", ...times, whole, part)).toMatchObject(SOUND);
    expect(await inktape("export", "--room", "room", "--data", data, ...times, same)).toMatchObject(SOUND);
    for (const file of [part, same]) {
      const source = await opened(file);
      expect(await entriesOf(source)).toEqual(log.filter(({ at }) => at >= from && at <= to));
      expect(await boardAt(source, to)).toEqual(await boardAt(tape, to));
      expect(await boardAt(source, from)).toEqual(await boardAt(tape, from));
      expect((await source.timeline()).markers.map(({ label }) => label)).toEqual(["Part 1"]);
      expect(await inktape("verify", file)).toMatchObject(SOUND);
    }
    const inspected = await inktape("inspect", part);
    expect(inspected.code).toBe(0);
    expect(inspected.out).toMatch(/^Room +room\nCreated +\d{4}-/);
    expect(inspected.out).toMatch(/Entries +\d+\nBlocks +1\nKeyframes +1\n/);
    expect(inspected.out).toContain("Part 1");
    expect(inspected.out.trim().split("\n").at(-1)).toBe(`${part} is sound.`);

    const bytes = await readFile(part);
    // Within the part that stands first, behind the file's header of 8 bytes.
    bytes[40] = (bytes[40] ?? 0) ^ 0xff;
    const damaged = path.join(data, "damaged.inktape");
    await writeFile(damaged, bytes);
    const found = await inktape("inspect", damaged);
    expect([found.code, found.out]).toEqual([1, inspected.out.replace(`${part} is sound.\n`, "")]);
    expect(found.errors).toContain("does not match its checksum");

    // A trimmed tape has shapes of members who are not on it; their numbers are taken all the same.
    const other = await running.folders.make();
    expect(await inktape("import", part, "--room", "part", "--data", other)).toMatchObject(SOUND);
    const host = await running.start({ data: other, ...BRISK });
    const eve = await running.call(host, "eve", { room: "part" as RoomId });
    expect((await eve.welcome()).member).toBeGreaterThan(2);
  });

  test("fail in a sentence", async () => {
    const data = await running.folders.make();
    const server = await running.start({ data, ...BRISK });
    await lesson(server);
    const out = path.join(data, "out.inktape");
    await writeFile(path.join(data, "note.txt"), "no tape");
    const failures = [
      [["export", "--room", "never", "--data", data, out], `There is no room "never" in the store in ${data}.`],
      [["export", "--room", "a b", "--data", data, out], "cannot name a room"],
      [["export", "--room", "room", "--data", path.join(data, "no"), out], "There is no store in"],
      [["export", "--room", "never", "--url", server.url, out], 'There is no room "never" on this server.'],
      [["export", "--room", "room", "--url", "http://127.0.0.1:9", out], "is out of reach"],
      [["export", "--room", "room", "--data", data, path.join(data, "note.txt")], "is there already"],
      [["export", "--room", "room", "--data", data, path.join(data, "no", "a.inktape")], "cannot write"],
      [["inspect", out], "There is no file"],
      [["verify", data], "is no file"],
      [["inspect", path.join(data, "note.txt")], "it is no tape, or was cut off"],
    ] as const;
    const outcomes = await Promise.all(failures.map(([args]) => inktape(...args)));
    outcomes.forEach(({ code, errors, out: said }, index) => {
      expect([code, said]).toEqual([1, ""]);
      expect(errors).toContain(failures[index]![1]);
      expect(errors.trim().split("\n")).toHaveLength(1);
    });
    expect(existsSync(out)).toBe(false);
    expect((await inktape("export", "--room", "room")).code).toBe(2);
  });
});
