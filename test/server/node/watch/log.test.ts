import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { logTo } from "../../../../src/server/node/cli/log.js";
import { createToken, type ServerOptions } from "../../../../src/server/node/index.js";
import { loggerOf } from "../../../../src/server/node/watch/log.js";
import type { ClientId, PageId } from "../../../../src/signal/ids.js";
import type { TextShape } from "../../../../src/signal/shape.js";
import type { SignalOf } from "../../../../src/signal/signal.js";
import { Caller } from "../../../../src/testing/caller.js";
import { cursor, marker, rectangle, stroke } from "../../../../src/testing/samples.js";
import { webSocket } from "../../../../src/transport/websocket/index.js";
import { Running } from "../running.js";

const SECRET = "a secret of thirty-two bytes or so";

let running: Running;
let lines: string[];

beforeEach(() => {
  running = new Running();
  lines = [];
});
afterEach(() => running.stop());

/** A server that writes its log as the command line has it. */
function start(options: ServerOptions = {}) {
  return running.start({ log: logTo({ write: (line) => lines.push(line) }, "info"), ...options });
}

/** What was logged, without its times. */
function logged(): Record<string, unknown>[] {
  return lines.map((line) => {
    const { time: _, ...rest } = JSON.parse(line) as Record<string, unknown>;
    return rest;
  });
}

const messages = () => logged().map(({ msg }) => msg);
/** Looks again until a line says so. */
async function until(message: string): Promise<void> {
  while (!messages().includes(message)) await new Promise((resolve) => setImmediate(resolve));
}

test("a line is logged for each thing that happens to rooms and connections, with fields", async () => {
  const server = await start({ quietMs: 3000, graceMs: 1000 });
  const ada = await running.call(server, "ada");
  const { member } = await ada.welcome();
  ada.say(stroke(member, 0));
  await ada.acknowledged();
  running.clock.advance(500);
  ada.close();
  await until("connection closed");
  running.clock.advance(10_000);
  await until("span closed");
  running.clock.advance(10_000);
  await until("room closed");
  await server.close();
  const [room, connection] = ["room", "1"];
  const duration = expect.any(Number);
  expect(logged()).toEqual([
    { level: 30, address: "127.0.0.1", port: server.port, tls: false, msg: "server started" },
    { level: 30, room, connection, msg: "connection opened" },
    { level: 30, room, msg: "room opened" },
    { level: 30, room, isRecording: true, msg: "span opened" },
    { level: 30, room, connection, member, reason: "left", duration: 500, msg: "connection closed" },
    { level: 30, room, duration, msg: "span closed" },
    { level: 30, room, msg: "room closed" },
    { level: 30, msg: "server is stopping" },
    { level: 30, msg: "server stopped" },
  ]);
});

test("who is refused and who is cut is logged by code", async () => {
  const signals = { perSecond: 1, burst: 1 };
  const server = await start({ limits: { signals, patienceMs: 1000 } });
  const stranger = new WebSocket(new URL("/api/rooms/room/socket", server.url), { origin: "https://evil.example" });
  stranger.on("error", () => undefined);
  await once(stranger, "unexpected-response");
  const ada = await running.call(server, "ada");
  ada.say(Array.from({ length: 50 }, (_, count) => marker(`${count}`)));
  await ada.closed();
  await until("connection closed");
  const { member } = await ada.welcome();
  const known = logged().filter(({ level }) => Number(level) > 30);
  expect(known).toEqual([
    { level: 40, room: "room", code: "denied", msg: "connection refused" },
    { level: 40, room: "room", connection: "1", member, msg: expect.stringContaining("too fast") },
  ]);
  expect(logged()).toContainEqual(expect.objectContaining({ msg: "connection closed", reason: "too-fast" }));
});

test("no line has anything of what people are, say or draw", async () => {
  const server = await start({ tokens: { secret: SECRET }, quietMs: 3000 });
  const token = await createToken({
    secret: SECRET,
    room: "*",
    role: "admin",
    user: "user-of-the-token",
    name: "Name-of-the-token",
    record: true,
    now: running.clock.now(),
  });
  const caller = new Caller(webSocket({ url: server.url, WebSocket, token }), "room", {
    client: "client-of-ada" as ClientId,
  });
  const { member } = await caller.welcome();
  const { shape } = rectangle(member, 1) as SignalOf<"shape.add">;
  const text = { ...shape, kind: "text", text: "Text-on-the-board", fontSize: 16 } as TextShape;
  caller.say([
    ...stroke(member, 0),
    { type: "shape.add", shape: text },
    cursor(123_456),
    marker("Label-of-a-marker"),
    { type: "event", name: "Name-of-an-event", data: { answer: "Payload-of-an-event" } },
    { type: "state.set", key: "Key-of-the-state", value: "Value-of-the-state" },
    { type: "page.add", id: "p9-of-nobody" as PageId, name: "Name-of-a-page", order: "a9" },
  ]);
  await Promise.race([caller.acknowledged(), caller.closed().then((goodbye) => Promise.reject(goodbye))]);
  await fetch(new URL(`/api/rooms/room?token=${token}`, server.url));
  const bad = new WebSocket(new URL(`/api/rooms/room/socket?token=${token}`, server.url));
  bad.on("open", () => bad.send("Text-of-a-frame"));
  await once(bad, "close");
  caller.close();
  await until("connection closed");
  running.clock.advance(60_000);
  await until("span closed");
  await server.close();
  const all = lines.join("");
  expect(lines.length).toBeGreaterThan(8);
  for (const word of ["of-", "-on-", "123456", SECRET, token, "blue"]) expect(all).not.toContain(word);
});

describe("a function as the log", () => {
  test("is told only what an operator should look at, in a sentence with its place", () => {
    const told: string[] = [];
    const log = loggerOf((message) => told.push(message));
    log.info({ room: "a" }, "room opened");
    log.warn({ room: "a", code: undefined }, "store damaged");
    log.error({ err: new RangeError("no more") }, "request failed");
    expect(told).toEqual([
      "store damaged (room a)",
      expect.stringMatching(/^request failed: RangeError: no more\n +at /),
    ]);
  });

  test("tells where an unforeseen error came from", async () => {
    const server = await running.start({
      authorize() {
        throw new TypeError("secret is undefined");
      },
    });
    await new Caller(running.transport(server), "room").closed();
    expect(running.log).toContainEqual(expect.stringMatching(/^connection failed \(room room.*TypeError: secret is/));
  });
});
