import { describe, expect, test } from "vitest";
import { InktapeError } from "../../src/signal/errors.js";
import type { Millis } from "../../src/signal/ids.js";
import { roomId } from "../../src/signal/ids.js";
import { LIMITS } from "../../src/signal/limits.js";
import { encodeClientFrame, WIRE_VERSION } from "../../src/signal/wire/frames.js";
import { cursor, marker, rectangle } from "../../src/testing/samples.js";
import { Lobby, ROOM, settled } from "./lobby.js";

describe("a connection", () => {
  test("is closed when it says nothing for ten seconds", async () => {
    const lobby = new Lobby();
    const visitor = lobby.visitor();
    await lobby.pass(9_999);
    expect(visitor.isClosed).toBe(false);
    await lobby.pass(1);
    expect(visitor.goodbye).toMatchObject({ code: "offline", isRetryable: true });
    expect(visitor.isClosed).toBe(true);
  });

  test("that has joined may be silent for as long as it likes", async () => {
    const lobby = new Lobby();
    const ada = await lobby.guest("ada");
    await lobby.pass(86_400_000);
    expect(ada.isClosed).toBe(false);
  });

  test("that ends before it joins leaves no timer behind", async () => {
    const lobby = new Lobby();
    lobby.visitor().session.lost();
    expect(lobby.clock.waiting).toBe(0);
  });

  test("gets nothing more once it was closed", async () => {
    const lobby = new Lobby();
    const ada = await lobby.guest("ada");
    ada.say([marker("gap")], 9);
    const { length } = ada.bytes;
    ada.join("ada");
    ada.say([marker("late")], 1);
    ada.leave();
    await settled();
    expect(ada.bytes).toHaveLength(length);
  });
});

describe("what is wrong ends the connection with a sentence", () => {
  const join = encodeClientFrame({
    type: "join",
    request: {
      room: ROOM,
      client: "x" as never,
      user: { id: "x", name: "", color: "" },
      role: "writer",
      isRecord: false,
      after: null,
    },
  });

  test.each([
    ["bytes that are no frame", "bad-bytes", Uint8Array.of(WIRE_VERSION, 99)],
    ["an empty frame", "bad-bytes", new Uint8Array(0)],
    ["a frame cut short", "bad-bytes", join.slice(0, -3)],
    ["a frame with more after its end", "bad-bytes", Uint8Array.of(...join, 0)],
    ["another version", "unsupported-version", Uint8Array.of(WIRE_VERSION + 1, ...join.slice(1))],
    ["a frame that is too large", "too-large", new Uint8Array(LIMITS.frameBytes + 1).fill(1)],
    ["signals before the join", "bad-signal", encodeClientFrame({ type: "signals", batch: { first: 1, signals: [] } })],
  ])("%s: %s", async (_, code, bytes) => {
    const lobby = new Lobby();
    const visitor = lobby.visitor();
    visitor.session.receive(bytes);
    await settled();
    expect(visitor.goodbye).toMatchObject({ code, isRetryable: false });
    expect(visitor.goodbye?.message).toMatch(/^[A-Z].{20,}[.?]$/s);
    expect(visitor.isClosed).toBe(true);
    expect(await lobby.store.list()).toEqual([]);
  });

  test("signals before the welcome: bad-signal", async () => {
    const visitor = new Lobby().visitor();
    visitor.join("ada");
    visitor.say([marker("early")]);
    await settled();
    expect(visitor.goodbye).toMatchObject({ code: "bad-signal" });
  });

  test("a second join: bad-signal, and the member leaves", async () => {
    const lobby = new Lobby();
    const [ada, bob] = [await lobby.guest("ada"), await lobby.guest("bob")];
    ada.join("ada");
    await settled();
    expect(ada.goodbye).toMatchObject({ code: "bad-signal" });
    expect(bob.signals).toEqual([{ type: "member.leave" }]);
  });

  test("a join to another room than the connection is for: bad-argument", async () => {
    const lobby = new Lobby();
    const visitor = lobby.visitor(undefined, roomId("other"));
    visitor.join("ada");
    await settled();
    expect(visitor.goodbye).toMatchObject({ code: "bad-argument" });
    expect(await lobby.store.list()).toEqual([]);
  });
});

describe("who may come in", () => {
  test("somebody who is denied is told why, and the room is not even opened", async () => {
    const lobby = new Lobby();
    const visitor = lobby.visitor(() => {
      throw new InktapeError("denied", "The lesson is over.");
    });
    visitor.join("ada");
    await settled();
    expect(visitor.goodbye).toEqual({ code: "denied", message: "The lesson is over.", isRetryable: false });
    expect(await lobby.store.list()).toEqual([]);
  });

  test("somebody who goes before it is decided leaves no trace", async () => {
    const lobby = new Lobby();
    let decide: (role: "writer") => void = () => undefined;
    const visitor = lobby.visitor(() => new Promise((resolve) => (decide = resolve)));
    visitor.join("ada");
    await settled();
    visitor.session.lost();
    decide("writer");
    await settled();
    expect(await lobby.store.list()).toEqual([]);
  });

  test.each([
    ["admin", "writer", "writer"],
    ["writer", "admin", "writer"],
    ["reader", "admin", "reader"],
    ["admin", "reader", "reader"],
  ] as const)("one who asks for %s and may be %s is %s", async (asked, most, given) => {
    const visitor = new Lobby().visitor(async () => most);
    visitor.join("ada", { role: asked });
    await settled();
    expect(visitor.welcome.role).toBe(given);
    expect(visitor.board.members[visitor.member]?.role).toBe(given);
  });

  test("one who is granted a name has it, and one who is not granted recording does not start it", async () => {
    const lobby = new Lobby();
    const visitor = lobby.visitor(() => ({ role: "writer", mayRecord: false, user: { id: "u1", name: "Ada" } }));
    visitor.join("ada", { isRecord: true, user: { id: "", name: "The head", color: "red" } });
    await settled();
    expect(visitor.board.members[visitor.member]).toEqual({ user: "u1", name: "Ada", color: "red", role: "writer" });
    expect(visitor.board.isRecording).toBe(false);
  });

  test("one whose grant runs out is told to come back with another, weeks later too", async () => {
    const lobby = new Lobby();
    const month = 30 * 24 * 3_600_000;
    const until = (lobby.clock.now() + month) as Millis;
    const visitor = lobby.visitor(() => ({ role: "writer", until }));
    visitor.join("ada");
    await settled();
    lobby.clock.advance(month - 1);
    expect(visitor.isClosed).toBe(false);
    lobby.clock.advance(1);
    expect(visitor.goodbye).toMatchObject({ code: "denied", isRetryable: true });
  });

  test("one who comes with a grant that has run out does not get in", async () => {
    const lobby = new Lobby();
    const visitor = lobby.visitor(() => ({ role: "writer", until: lobby.clock.now() as Millis }));
    visitor.join("ada");
    await settled();
    expect(visitor.goodbye).toMatchObject({ code: "denied", isRetryable: true });
    expect(await lobby.store.list()).toEqual([]);
  });

  test("a reader may point, and is sent away for drawing", async () => {
    const lobby = new Lobby();
    const [ada, bob] = [await lobby.guest("ada", { role: "reader" }), await lobby.guest("bob")];
    ada.say([cursor(1)]);
    await settled();
    ada.say([rectangle(ada.member, 0)]);
    await settled();
    expect(ada.goodbye).toMatchObject({ code: "read-only", isRetryable: false });
    expect(bob.signals).toEqual([cursor(1), { type: "member.leave" }]);
  });
});
