import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import type { InktapeServer } from "../../../src/server/node/index.js";
import { Doors } from "../../../src/server/node/doors.js";
import { DEFAULT_LIMITS } from "../../../src/server/node/limits.js";
import { roomId, type MemberId } from "../../../src/signal/ids.js";
import { marker, rectangle } from "../../../src/testing/samples.js";
import { Running } from "./running.js";

let running: Running;
beforeEach(() => {
  running = new Running();
});
afterEach(() => running.stop());

const markers = (count: number) => Array.from({ length: count }, (_, index) => marker(`${index}`));

/** Lets the server read all that has come to it: it answers a request that was sent after. */
async function heard(server: InktapeServer): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await (await fetch(`${server.url}api/health`)).json();
}

describe("connections", () => {
  test("beyond those that a room may have are refused, and there is room again when one goes", () => {
    const doors = new Doors({ room: 2, address: 10 });
    const [a, b] = [roomId("a"), roomId("b")];
    const leave = doors.enter(a, "1");
    doors.enter(a, "2");
    expect(() => doors.enter(a, "3")).toThrow(expect.objectContaining({ code: "too-many" }));
    doors.enter(b, "3");
    leave();
    leave();
    doors.enter(a, "3");
    expect(() => doors.enter(a, "4")).toThrow(expect.objectContaining({ code: "too-many" }));
  });

  test("beyond those that an address may have are refused, in all rooms", () => {
    const doors = new Doors({ room: 10, address: 1 });
    doors.enter(roomId("a"), "1");
    expect(() => doors.enter(roomId("b"), "1")).toThrow(expect.objectContaining({ code: "too-many" }));
    doors.enter(roomId("b"), "2");
  });

  test.each([
    [false, 429],
    [true, 101],
  ])("are counted by what the proxy says where there is one: %j", async (isProxied, status) => {
    const limits = { connections: { room: 10, address: 1 } };
    const server = await running.start({ limits, isProxied });
    const from = (address: string) => {
      const headers = { "X-Forwarded-For": `made up, ${address}` };
      return new WebSocket(new URL("/api/rooms/room/socket", server.url), { headers });
    };
    await once(from("10.0.0.1"), "open");
    const second = from("10.0.0.2");
    second.on("error", () => undefined);
    const [answer] = await Promise.race([
      once(second, "upgrade"),
      once(second, "unexpected-response").then(([, response]) => [response]),
    ]);
    expect(answer.statusCode).toBe(status);
  });
});

describe("one who sends too much", () => {
  const limits = { ...DEFAULT_LIMITS, signals: { perSecond: 10, burst: 20 } };

  test("is not read for a while, and loses nothing", async () => {
    const server = await running.start({ limits });
    const [ada, bob] = [await running.call(server, "ada"), await running.call(server, "bob")];
    ada.say(markers(30));
    await ada.acknowledged();
    ada.say([marker("late")]);
    bob.say([marker("meanwhile")]);
    await bob.acknowledged();
    await heard(server);
    expect(bob.entries.some(({ signal }) => signal.type === "marker" && signal.label === "late")).toBe(false);
    running.clock.advance(1000);
    await ada.acknowledged();
    expect(ada.entries.filter(({ by, signal }) => by === 1 && signal.type === "marker")).toHaveLength(31);
  });

  test("is cut when it would take too long", async () => {
    const server = await running.start({ limits });
    const [ada, bob] = [await running.call(server, "ada"), await running.call(server, "bob")];
    ada.say(markers(200));
    expect(await ada.closed()).toMatchObject({ code: "too-fast", isRetryable: true });
    bob.say([marker("here")]);
    await bob.acknowledged();
  });

  test("is known by bytes as well", async () => {
    const server = await running.start({ limits: { ...DEFAULT_LIMITS, bytes: { perSecond: 10, burst: 1000 } } });
    const ada = await running.call(server, "ada");
    ada.say(markers(500));
    expect(await ada.closed()).toMatchObject({ code: "too-fast" });
  });
});

test("a message beyond what this server takes ends the connection, and says how much that is", async () => {
  const server = await running.start({ limits: { messageBytes: 1000 } });
  const ada = await running.call(server, "ada");
  ada.say([marker("x".repeat(400))]);
  await ada.acknowledged();
  ada.say(markers(200));
  expect(await ada.closed()).toMatchObject({ code: "too-large", message: expect.stringContaining("1000") });
});

test("a room holds no more than this server lets it", async () => {
  const server = await running.start({ limits: { room: { shapes: 1 } } });
  const ada = await running.call(server, "ada");
  ada.say([rectangle(1 as MemberId, 1), rectangle(1 as MemberId, 2)]);
  await ada.acknowledged();
  ada.say([rectangle(1 as MemberId, 3)]);
  await ada.acknowledged();
  expect(ada.entries.at(-1)?.signal).toEqual({ type: "void", reason: "shapes" });
});
