import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { WebSocket } from "ws";
import { reduce } from "../../../../src/board/reduce.js";
import { plainBoard } from "../../../../src/board/plain.js";
import { DEFAULT_LIMITS } from "../../../../src/server/node/limits.js";
import type { Entry } from "../../../../src/signal/entry.js";
import type { ClientId, Seq } from "../../../../src/signal/ids.js";
import type { Goodbye } from "../../../../src/signal/protocol.js";
import { serverFrameReader } from "../../../../src/signal/wire/frames.js";
import { decodeKeyframe } from "../../../../src/tape/keyframe.js";
import { Lesson } from "./lesson.js";
import { endOf, joinFrame, openSocket, parsed, RawPeer, upgrade } from "./raw.js";

/** A connection that has not joined by then is closed, in milliseconds. */
const JOIN_MS = 10_000;

let lesson: Lesson;
beforeEach(() => {
  lesson = new Lesson();
});
afterEach(() => lesson.end());

const ROOM_FOR = (strangers: number) => ({
  ...DEFAULT_LIMITS,
  // Those of the lesson come from the same address.
  connections: { room: strangers + 100, address: strangers + 3 },
});

describe("connections that say nothing", () => {
  test("are closed after the time there is to join, and no more of them are taken than an address may have", async () => {
    await lesson.begin({ limits: ROOM_FOR(1000) });
    const silent = await Promise.all(Array.from({ length: 1000 }, () => openSocket(lesson.server)));
    const ends = silent.map(endOf);
    await lesson.goesOn();

    const beyond = new RawPeer(lesson.server);
    beyond.say(upgrade());
    const { status, body } = parsed(await beyond.end());
    expect([status, JSON.parse(body)]).toEqual([
      429,
      {
        code: "too-many",
        message: "There are 1003 connections from 127.0.0.1, and no more are taken. Close some, or try later.",
      },
    ]);
    beyond.close();

    lesson.running.clock.advance(JOIN_MS - 1);
    await lesson.goesOn();
    expect(silent.every((socket) => socket.readyState === socket.OPEN)).toBe(true);
    lesson.running.clock.advance(1);
    await lesson.goesOn();
    const reasons = (await Promise.all(ends)).map(
      ({ goodbye, code }) => `${code} ${goodbye?.code} ${goodbye?.message}`,
    );
    expect(new Set(reasons)).toEqual(
      new Set(["1013 offline Nothing came on this connection: send a join frame right after connecting."]),
    );
    const again = await openSocket(lesson.server);
    expect(again.readyState).toBe(again.OPEN);
    again.terminate();
    expect(await lesson.harm()).toEqual([]);
  }, 60_000);

  test("and were refused are not kept, although their end never closes them", async () => {
    await lesson.begin({ limits: ROOM_FOR(0) });
    const peers = Array.from({ length: 20 }, () => new RawPeer(lesson.server));
    for (const peer of peers) peer.say(upgrade());
    await lesson.goesOn();
    for (const peer of peers) expect(parsed(await peer.end()).status).toBe(429);
    await Promise.all(peers.map((peer) => peer.gone()));
    expect(await lesson.harm()).toEqual([]);
  });
});

/** What has come on a socket that was joined by hand: its board, and how it ended. */
class Reading {
  readonly entries: Entry[] = [];
  bytes = 0;
  board: ReturnType<typeof decodeKeyframe> | null = null;
  goodbye: Goodbye | null = null;

  constructor(socket: WebSocket) {
    const read = serverFrameReader();
    socket.on("message", (data) => {
      const frame = read(new Uint8Array(data as Buffer));
      this.bytes += (data as Buffer).length;
      if (frame.type === "goodbye") this.goodbye = frame.goodbye;
      else if (frame.type === "entries" || frame.type === "thinned") this.entries.push(...frame.entries);
      else if (frame.type === "welcome" && frame.welcome.keyframe) this.board = decodeKeyframe(frame.welcome.keyframe);
    });
  }
}

test("one that never reads is sent away when too much waits for it, and goes on later where it stopped", async () => {
  const unbounded = { perSecond: 1e9, burst: 1e9 };
  await lesson.begin({ limits: { ...DEFAULT_LIMITS, signals: unbounded, bytes: unbounded } });
  const token = await lesson.token({ role: "writer" });
  const client = "slow" as ClientId;
  const slow = await openSocket(lesson.server);
  const reading = new Reading(slow);
  const ended = once(slow, "close");
  slow.send(joinFrame({ token, client }));
  await once(slow, "message");
  slow.pause();

  const writer = lesson.caller(token, { client: "mallory" as ClientId });
  await writer.welcome();
  const bytes = new Uint8Array(250_000);
  let said = 0;
  // More than may wait for it, and than the machine's own buffers hold besides.
  for (let round = 0; round < 30; round++) {
    writer.say([1, 2, 3].map(() => ({ type: "unknown", code: 900, bytes }) as const));
    said += 3 * bytes.length;
    await writer.acknowledged();
  }
  await lesson.goesOn();

  slow.resume();
  expect((await ended)[0]).toBe(1013);
  expect(reading.goodbye).toEqual({
    code: "offline",
    message: "This connection takes in less than the room sends, and too much was waiting. Connect again to catch up.",
    isRetryable: true,
  });
  expect(reading.bytes).toBeLessThan(said);

  const board = reduce(reading.board!, reading.entries);
  const again = lesson.caller(token, { client, after: board.seq as Seq }, board);
  expect((await again.welcome()).keyframe).toBe(null);
  await lesson.goesOn();
  await again.reached(lesson.board.seq);
  const seqs = [...reading.entries, ...again.entries].map(({ seq }) => seq);
  expect(seqs).toEqual(seqs.map((_, index) => seqs[0]! + index));
  expect(plainBoard(again.board)).toEqual(plainBoard(lesson.board));
  expect(await lesson.harm()).toEqual([]);
}, 60_000);
