import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { WebSocket, type ClientOptions } from "ws";
import type { InktapeServer } from "../../../src/server/node/index.js";
import type { Goodbye } from "../../../src/signal/protocol.js";
import { encodeClientFrame, serverFrameReader } from "../../../src/signal/wire/frames.js";
import type { Entry } from "../../../src/signal/entry.js";
import { roomId, shapeId, type MemberId } from "../../../src/signal/ids.js";
import type { Signal } from "../../../src/signal/signal.js";
import { marker } from "../../../src/testing/samples.js";
import { Running } from "./running.js";

let running: Running;
let server: InktapeServer;

beforeEach(async () => {
  running = new Running();
  server = await running.start({ origins: ["https://app.example.net"] });
});
afterEach(() => running.stop());

const JOIN = encodeClientFrame({
  type: "join",
  request: {
    room: roomId("room"),
    client: "raw" as never,
    user: { id: "raw", name: "Raw", color: "red" },
    role: "writer",
    isRecord: true,
    after: null,
  },
});

function socket(path = "/api/rooms/room/socket", options: ClientOptions = {}): WebSocket {
  return new WebSocket(new URL(path, server.url), options);
}

/** The status and JSON of the answer to a socket that is not opened. */
async function refusal(asked: WebSocket): Promise<[number | undefined, unknown]> {
  asked.on("error", () => undefined);
  const [, response] = await once(asked, "unexpected-response");
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return [response.statusCode, JSON.parse(Buffer.concat(chunks).toString())];
}

/** Everything until a socket is closed: its goodbye, and the close code. */
async function ending(asked: WebSocket): Promise<{ goodbye: Goodbye | undefined; code: number }> {
  let goodbye: Goodbye | undefined;
  const read = serverFrameReader();
  asked.on("message", (data) => {
    const frame = read(new Uint8Array(data as Buffer));
    if (frame.type === "goodbye") goodbye = frame.goodbye;
  });
  const [code] = await once(asked, "close");
  return { goodbye, code };
}

describe("a socket is not opened", () => {
  test.each([
    ["for an address that is no room's", "/api/elsewhere", {}, 404, "not-found"],
    ["for a name that is no room's", "/api/rooms/a%20b/socket", {}, 400, "bad-argument"],
    ["under a name that was made to lead here", undefined, { headers: { Host: "evil.example" } }, 403, "denied"],
    ["for a page of another server", undefined, { origin: "https://evil.example" }, 403, "denied"],
  ] as const)("%s", async (_, path, options, status, code) => {
    expect(await refusal(socket(path, options))).toEqual([status, { code, message: expect.stringMatching(/\.$/) }]);
  });

  test.each(["http://localhost:5173", "https://app.example.net"])("but for a page of %s it is", async (origin) => {
    const asked = socket(undefined, { origin });
    await once(asked, "open");
    expect(asked.readyState).toBe(WebSocket.OPEN);
  });
});

describe("a connection is ended with a sentence", () => {
  test("that says nothing", async () => {
    const asked = socket();
    await once(asked, "open");
    const ended = ending(asked);
    running.clock.advance(10_000);
    expect(await ended).toMatchObject({ goodbye: { code: "offline", isRetryable: true }, code: 1013 });
  });

  test("that joins another room than its address names", async () => {
    const asked = socket("/api/rooms/other/socket");
    asked.on("open", () => asked.send(JOIN));
    expect(await ending(asked)).toMatchObject({ goodbye: { code: "bad-argument" } });
  });
});

describe("a peer that is gone without a word", () => {
  test("is found by a ping that it does not answer, and leaves when the grace time is over", async () => {
    const ada = await running.call(server, "ada");
    const dead = socket(undefined, { autoPong: false });
    dead.on("open", () => dead.send(JOIN));
    const { by } = await ada.entry(({ signal }) => signal.type === "member.join" && signal.profile.user === "raw");
    const pinged = once(dead, "ping");
    running.clock.advance(20_000);
    await pinged;
    const closed = once(dead, "close");
    // The answer of the living one has to be in before the next round.
    ada.say([marker("alive")]);
    await ada.acknowledged();
    running.clock.advance(20_000);
    expect((await closed)[0]).toBe(1006);
    ada.say([marker("still alive")]);
    await ada.acknowledged();
    running.clock.advance(10_000);
    await ada.entry((entry) => entry.by === by && entry.signal.type === "member.leave");
  });
});

describe("a reader that is too slow", () => {
  const unbounded = { perSecond: 1e9, burst: 1e9 };
  beforeEach(async () => {
    server = await running.start({ limits: { signals: unbounded, bytes: unbounded } });
  });

  test("gets the newest presence instead of all of it, and every other entry", async () => {
    const ada = await running.call(server, "ada");
    const slow = socket();
    const entries: Entry[] = [];
    const read = serverFrameReader();
    slow.on("open", () => slow.send(JOIN));
    slow.on("message", (data) => {
      const frame = read(new Uint8Array(data as Buffer));
      if (frame.type === "entries" || frame.type === "thinned") entries.push(...frame.entries);
    });
    await once(slow, "message");
    slow.pause();
    const select = (count: number): Signal => ({
      type: "selection",
      ids: Array.from({ length: count }, (_, index) => shapeId(1 as MemberId, index)),
    });
    // More than the machine's own buffers hold.
    const ROUNDS = 60;
    for (let round = 0; round < ROUNDS; round++) {
      ada.say([...Array.from({ length: 8 }, () => select(10_000)), marker(`${round}`)]);
      await ada.acknowledged();
    }
    ada.say([select(1)]);
    await ada.acknowledged();
    slow.resume();
    while (entries.at(-1)?.seq !== ada.seq) await once(slow, "message");

    const markers = entries.flatMap(({ signal }) => (signal.type === "marker" ? [signal.label] : []));
    expect(markers).toEqual(Array.from({ length: ROUNDS }, (_, round) => `${round}`));
    const selections = entries.flatMap(({ signal }) => (signal.type === "selection" ? [signal.ids.length] : []));
    expect(selections.at(-1)).toBe(1);
    expect(selections.length).toBeLessThan(ROUNDS * 8);
    expect(slow.readyState).toBe(WebSocket.OPEN);
    slow.close();
  }, 60_000);

  test("is sent away when too much waits for it, and nobody else is held up", async () => {
    const ada = await running.call(server, "ada");
    const slow = connect(server.port, "127.0.0.1");
    slow.write(
      [
        "GET /api/rooms/room/socket HTTP/1.1",
        "Host: localhost",
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
        "",
        "",
      ].join("\r\n"),
    );
    await once(slow, "data");
    slow.pause();
    slow.write(masked(JOIN));
    const { by } = await ada.entry(({ signal }) => signal.type === "member.join" && signal.profile.user === "raw");
    const bytes = new Uint8Array(250_000);
    // More than may wait for it, and than the machine's own buffers hold besides.
    for (let round = 0; round < 30; round++) {
      ada.say([1, 2, 3].map(() => ({ type: "unknown", code: 900, bytes }) as const));
      await ada.acknowledged();
    }
    running.clock.advance(10_000);
    await ada.entry((entry) => entry.by === by && entry.signal.type === "member.leave");

    expect(running.log).toEqual([expect.stringContaining("slow reader")]);

    let end = Buffer.alloc(0);
    for await (const chunk of slow) {
      end = Buffer.concat([end, chunk as Buffer]).subarray(-400);
      if (end.includes("This connection takes in less than the room sends")) break;
    }
    expect(end.toString()).toContain("Connect again to catch up");
  }, 30_000);
});

/** A client's binary message as RFC 6455, section 5.2 frames it, under a mask of zeros. */
function masked(payload: Uint8Array): Uint8Array {
  return Uint8Array.of(0x82, 0x80 | payload.length, 0, 0, 0, 0, ...payload);
}
