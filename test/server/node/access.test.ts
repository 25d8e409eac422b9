import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { shapesOf } from "../../../src/board/leaves.js";
import { createRoomClient } from "../../../src/client/create-room-client.js";
import {
  createToken,
  type InktapeServer,
  type ServerOptions,
  type TokenOptions,
} from "../../../src/server/node/index.js";
import { roomId, type Seq } from "../../../src/signal/ids.js";
import type { JoinRequest } from "../../../src/signal/protocol.js";
import { Caller } from "../../../src/testing/caller.js";
import { marker, rectangle } from "../../../src/testing/samples.js";
import { webSocket } from "../../../src/transport/websocket/index.js";
import type { TokenSource } from "../../../src/transport/websocket/token.js";
import { Running } from "./running.js";

const SECRET = "a secret of thirty-two bytes or so";
const ROOM = roomId("room");

let running: Running;
let server: InktapeServer;
const callers: Caller[] = [];

beforeEach(async () => {
  running = new Running();
  server = await running.start({ tokens: { secret: SECRET } });
});
afterEach(async () => {
  for (const caller of callers.splice(0)) caller.close();
  await running.stop();
});

function token(options: Partial<TokenOptions> = {}): Promise<string> {
  return createToken({ secret: SECRET, room: "room", now: running.clock.now(), ...options });
}

function transport(source?: TokenSource) {
  return webSocket({ url: server.url, WebSocket, token: source });
}

function call(source?: TokenSource, request: Partial<JoinRequest> = {}): Caller {
  const caller = new Caller(transport(source), "room", request);
  callers.push(caller);
  return caller;
}

describe("into a room comes", () => {
  test("who has a token, as it says", async () => {
    const caller = call(await token({ role: "writer", user: "u1", name: "Ada" }), {
      role: "admin",
      user: { id: "me", name: "The head", color: "red" },
    });
    const { member, role } = await caller.welcome();
    expect(role).toBe("writer");
    expect(caller.board.members[member]).toEqual({ user: "u1", name: "Ada", color: "red", role: "writer" });
  });

  test("who gets a token when it is asked for", async () => {
    const asked: unknown[] = [];
    const caller = call(async (room) => {
      asked.push(room);
      return token();
    });
    expect((await caller.welcome()).role).toBe("reader");
    expect(asked).toEqual(["room"]);
  });

  test("nobody without a token, with that of another room, or with one that has run out", async () => {
    expect(await call().closed()).toMatchObject({ code: "denied", isRetryable: false });
    expect(await call(await token({ room: "other" })).closed()).toMatchObject({ code: "denied", isRetryable: false });
    const old = await token({ now: running.clock.now() - 7_200_000 });
    expect(await call(old).closed()).toMatchObject({ code: "denied", message: expect.stringContaining("run out") });
  });

  test("nobody while no token can be got; it is to be tried again", async () => {
    const broken = () => Promise.reject(new Error("502"));
    expect(await call(broken).closed()).toMatchObject({ code: "offline", isRetryable: true });
  });

  test("no one for longer than the token is good", async () => {
    const caller = call(await token({ expiresIn: 10 }));
    await caller.welcome();
    running.clock.advance(9_999);
    expect(await caller.welcome()).toMatchObject({ role: "reader" });
    running.clock.advance(1);
    expect(await caller.closed()).toMatchObject({ code: "denied", isRetryable: true });
  });
});

test("a client whose token runs out comes back with a new one, and keeps what it drew meanwhile", async () => {
  const { clock } = running;
  let given = 0;
  const source = () => token({ role: "writer", name: `Token ${++given}`, expiresIn: 10 });
  const client = createRoomClient({ transport: transport(source), room: "room", clock, random: () => 0 });
  const reached = (state: string) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (client.status.get().state !== state) return;
        stop();
        resolve();
      };
      const stop = client.status.subscribe(look);
      queueMicrotask(look);
    });
  await reached("online");
  clock.advance(10_000);
  await reached("offline");
  client.send([rectangle(client.self.get()!.member, 0)]);
  clock.advance(250);
  await reached("online");
  expect(given).toBe(2);
  expect(client.status.get().pending).toBeLessThanOrEqual(1);
  expect([...shapesOf(client.board.get()!)]).toHaveLength(1);
  client.close();
});

test("a reader's token does not let its bearer write, nor one without the claim record", async () => {
  const reader = call(await token(), { role: "writer", isRecord: true });
  const { member } = await reader.welcome();
  reader.say([rectangle(member, 0)]);
  expect(await reader.closed()).toMatchObject({ code: "read-only" });
  const writer = call(await token({ role: "writer" }), { role: "writer", isRecord: true, client: "w" as never });
  await writer.welcome();
  expect(writer.board.isRecording).toBe(false);
  const owner = call(await token({ role: "admin", record: true }), {
    role: "admin",
    isRecord: true,
    client: "o" as never,
  });
  await owner.welcome();
  expect(owner.board.isRecording).toBe(true);
});

describe("recordings and lists", () => {
  beforeEach(async () => {
    const owner = call(await token({ role: "admin", record: true }), { role: "admin", isRecord: true });
    await owner.welcome();
    owner.say([marker("a")]);
    await owner.acknowledged();
  });

  test("are for bearers of tokens of their rooms", async () => {
    const tape = transport(await token()).tape(ROOM);
    const { blocks } = await tape.timeline();
    expect((await tape.block(blocks[0]!)).length).toBeGreaterThan(0);
    expect(await transport(await token({ room: "r*" })).rooms()).toMatchObject([{ room: "room" }]);
    expect(await transport(await token({ room: "s*" })).rooms()).toEqual([]);
  });

  test.each<[string, () => Promise<string | undefined>]>([
    ["nobody without a token", async () => undefined],
    ["nobody with another room's", () => token({ room: "other" })],
    ["nobody whose token does not let them replay", () => token({ replay: false })],
    ["nobody with what is none", async () => "letmein"],
  ])("are for %s", async (_, source) => {
    const tape = transport(await source()).tape(ROOM);
    await expect(tape.timeline()).rejects.toMatchObject({ code: "denied" });
    await expect(tape.block({ first: 1 as Seq, last: 2 as Seq })).rejects.toMatchObject({ code: "denied" });
    await expect(tape.keyframe({ seq: 1 as Seq })).rejects.toMatchObject({ code: "denied" });
  });

  test("are kept by the bearer's own cache only, and pages of others may ask with a token", async () => {
    const headers = { Authorization: `Bearer ${await token()}`, Origin: "https://app.example.org" };
    const timeline = await transport(await token())
      .tape(ROOM)
      .timeline();
    const { first, last } = timeline.blocks[0]!;
    const answer = await fetch(`${server.url}api/rooms/room/blocks/${first}-${last}`, { headers });
    expect(answer.headers.get("Cache-Control")).toMatch(/^private, .*immutable$/);
    const preflight = await fetch(`${server.url}api/rooms`, {
      method: "OPTIONS",
      headers: {
        ...headers,
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "authorization",
      },
    });
    expect(preflight.headers.get("Access-Control-Allow-Headers")).toContain("Authorization");
  });
});

describe("a server that others can reach", () => {
  test("does not start when nobody would be asked who they are", async () => {
    await expect(running.start({ host: "0.0.0.0" })).rejects.toMatchObject({ code: "denied" });
    await expect(running.start({ host: "::" })).rejects.toMatchObject({ code: "denied" });
  });

  test("starts with a secret, or with a function of the app's own", async () => {
    const guards: ServerOptions[] = [{ tokens: { secret: SECRET } }, { authorize: () => "reader" }];
    for (const guard of guards) {
      const { port } = await running.start({ host: "0.0.0.0", ...guard });
      expect(port).toBeGreaterThan(0);
    }
  });

  test("does not start with both, or with a secret that is short", async () => {
    await expect(running.start({ tokens: { secret: SECRET }, authorize: () => "reader" })).rejects.toMatchObject({
      code: "bad-argument",
    });
    await expect(running.start({ tokens: { secret: "short" } })).rejects.toMatchObject({ code: "bad-argument" });
  });
});
