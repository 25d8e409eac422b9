import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { webSocket } from "../../../../src/transport/websocket/index.js";
import { WebSocket } from "ws";
import { shapesOf } from "../../../../src/board/leaves.js";
import { countOf, roomId, type Millis } from "../../../../src/signal/ids.js";
import { Caller } from "../../../../src/testing/caller.js";
import { rectangle } from "../../../../src/testing/samples.js";
import { Running } from "../running.js";
import { ask, refusal, SECRET, tokenAt } from "./asking.js";

let running: Running;

beforeEach(() => {
  running = new Running();
});
afterEach(() => running.stop());

/** Two rectangles five seconds apart; gives when the first one was there. */
async function drawn(caller: Caller): Promise<number> {
  const { member } = await caller.welcome();
  caller.say([rectangle(member, 0)]);
  await caller.acknowledged();
  const then = running.clock.now();
  running.clock.advance(5000);
  caller.say([rectangle(member, 1)]);
  await caller.acknowledged();
  return then;
}

test("a fork has the board of its moment, to the millisecond, and tells of the new room", async () => {
  const server = await running.start();
  const then = await drawn(await running.call(server, "ada"));
  const shapesAt = async (at: number, into: string) => {
    const answer = await ask(server, "POST", "/rooms/room/fork", { json: { at, into } });
    expect([answer.status, await answer.json()]).toEqual([
      201,
      expect.objectContaining({ room: into, created: running.clock.now(), isRecorded: false, isClosed: false }),
    ]);
    const eve = new Caller(running.transport(server), into);
    await eve.welcome();
    const counts = [...shapesOf(eve.board)].map(({ id }) => countOf(id));
    eve.close();
    return counts;
  };
  expect(await shapesAt(then, "one")).toEqual([0]);
  expect(await shapesAt(then + 4999, "two")).toEqual([0]);
  expect(await shapesAt(then + 5000, "three")).toEqual([0, 1]);
});

test("a fork that cannot be says why, and makes no room", async () => {
  const server = await running.start();
  const then = await drawn(await running.call(server, "ada"));
  const fork = (room: string, json: unknown) => refusal(ask(server, "POST", `/rooms/${room}/fork`, { json }));
  expect(await fork("room", { at: then, into: "room" })).toEqual([409, "already-exists"]);
  expect(await fork("nowhere", { at: then, into: "into" })).toEqual([404, "not-found"]);
  expect(await fork("room", { at: then - 60_000, into: "into" })).toEqual([400, "bad-argument"]);
  expect(await fork("room", { at: then, into: "no name" })).toEqual([400, "bad-argument"]);
  expect(await fork("room", { into: "into" })).toEqual([400, "bad-argument"]);
  expect((await ask(server, "GET", "/rooms/into")).status).toBe(404);
});

describe("forks are for who may read the recording and write into the new room", () => {
  test("with tokens", async () => {
    const server = await running.start({ tokens: { secret: SECRET } });
    const teacher = await tokenAt(running, { room: "lesson-*", role: "writer", record: true });
    const transport = webSocket({ url: server.url, WebSocket, token: teacher });
    const caller = new Caller(transport, "lesson-1", { isRecord: true });
    const then = await drawn(caller);
    const fork = async (options: Parameters<typeof tokenAt>[1], into: string) =>
      (
        await ask(server, "POST", "/rooms/lesson-1/fork", {
          json: { at: then, into },
          token: await tokenAt(running, options),
        })
      ).status;
    expect(await fork({ room: "lesson-*", role: "reader" }, "lesson-2")).toBe(403);
    expect(await fork({ room: "lesson-*", role: "writer", replay: false }, "lesson-2")).toBe(403);
    expect(await fork({ room: "lesson-1", role: "admin" }, "lesson-2")).toBe(403);
    expect(await fork({ room: "lesson-2", role: "admin" }, "lesson-2")).toBe(403);
    expect((await ask(server, "POST", "/rooms/lesson-1/fork", { json: { at: then, into: "lesson-2" } })).status).toBe(
      403,
    );
    expect(await fork({ room: "lesson-*", role: "writer" }, "lesson-2")).toBe(201);
    await transport.fork?.(roomId("lesson-1"), then as Millis, roomId("lesson-3"));
    expect((await transport.rooms()).map(({ room }) => room).sort()).toEqual(["lesson-1", "lesson-2", "lesson-3"]);
    caller.close();
  });

  test("with an app's own function", async () => {
    const asked: string[] = [];
    const server = await running.start({
      authorize: ({ join }) => {
        if (join.client === "") asked.push(join.room);
        return join.room === "closed" ? { denied: "Not this one." } : join.room === "read" ? "reader" : "writer";
      },
    });
    const then = await drawn(await running.call(server, "ada"));
    const fork = async (into: string) =>
      (await ask(server, "POST", "/rooms/room/fork", { json: { at: then, into } })).status;
    expect(await Promise.all([fork("closed"), fork("read"), fork("into")])).toEqual([403, 403, 201]);
    expect(asked.sort()).toEqual(["closed", "into", "read"]);
  });
});
