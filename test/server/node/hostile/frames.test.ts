import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LIMITS } from "../../../../src/signal/limits.js";
import { seededRandom } from "../../../property/seeded.js";
import { Lesson } from "./lesson.js";
import { closeCodeOf, endOf, joinFrame, openSocket, parsed, RawPeer, upgrade } from "./raw.js";

const SEED = 20_261_122;
/** Session closes a connection that has not joined by then, in milliseconds. */
const JOIN_MS = 10_000;

let lesson: Lesson;
beforeEach(async () => {
  lesson = new Lesson();
  await lesson.begin();
});
afterEach(() => lesson.end());

function randomBytes(random: () => number, most: number): Uint8Array {
  return Uint8Array.from({ length: 3 + Math.floor(random() * most) }, () => Math.floor(random() * 256));
}

describe("frames that are none", () => {
  test.each([false, true])("random bytes end the connection with a sentence, joined: %j", async (isJoined) => {
    const random = seededRandom(SEED);
    const token = await lesson.token({ role: "writer" });
    for (let round = 0; round < 25; round++) {
      const socket = await openSocket(lesson.server);
      if (isJoined) {
        socket.send(joinFrame({ token }));
        await once(socket, "message");
      }
      const end = endOf(socket);
      socket.send(randomBytes(random, 300));
      await lesson.goesOn();
      expect(await end).toEqual({
        goodbye: {
          code: expect.stringMatching(/^(bad-bytes|unsupported-version)$/),
          message: expect.stringMatching(/^[A-Z"].{20,}[.?]$/s),
          isRetryable: false,
        },
        code: 1008,
      });
    }
    expect(await lesson.harm()).toEqual([]);
  });

  test("text ends it", async () => {
    const socket = await openSocket(lesson.server);
    const end = endOf(socket);
    socket.send("hello");
    await lesson.goesOn();
    expect(await end).toMatchObject({
      goodbye: { code: "bad-bytes", message: expect.stringContaining("send binary messages"), isRetryable: false },
      code: 1008,
    });
    expect(await lesson.harm()).toEqual([]);
  });

  test("one larger than allowed ends it, and one far larger cuts it", async () => {
    const [large, huge] = [await openSocket(lesson.server), await openSocket(lesson.server)];
    const ends = [endOf(large), endOf(huge)];
    large.send(new Uint8Array(LIMITS.frameBytes + 1).fill(1));
    huge.send(new Uint8Array(8 * LIMITS.frameBytes));
    await lesson.goesOn();
    const [said, cut] = await Promise.all(ends);
    expect(said).toMatchObject({
      goodbye: { code: "too-large", message: expect.stringMatching(/\.$/), isRetryable: false },
      code: 1008,
    });
    expect(cut).toEqual({ goodbye: undefined, code: 1009 });
    expect(await lesson.harm()).toEqual([]);
  });
});

describe("below frames, on a socket that was opened by hand,", () => {
  let peer: RawPeer;
  beforeEach(async () => {
    peer = new RawPeer(lesson.server);
    peer.say(upgrade());
    await peer.hears("101 Switching Protocols");
  });
  afterEach(() => peer.close());

  test.each<[string, number[], number]>([
    ["the head of a frame of 4 GB ends it", [0x82, 0xff, 0, 0, 0, 1, 0, 0, 0, 0, 1, 2, 3, 4], 1009],
    ["the head of a frame of more than all memory ends it", [0x82, 0xff, ...Array(8).fill(255), 1, 2, 3, 4], 1009],
    ["a frame without a mask ends it", [0x82, 0x02, 1, 2], 1002],
    ["a compressed frame ends it: compression was never agreed", [0xc2, 0x82, 0, 0, 0, 0, 1, 2], 1002],
    ["a ping longer than control frames are ends it", [0x89, 0xfe, 1, 0, 0, 0, 0, 0], 1002],
    ["the rest of a message that never began ends it", [0x80, 0x82, 0, 0, 0, 0, 1, 2], 1002],
  ])("%s", async (_, bytes, code) => {
    peer.say(Uint8Array.from(bytes));
    await lesson.goesOn();
    expect(closeCodeOf(await peer.end())).toBe(code);
    expect(await lesson.harm()).toEqual([]);
  });

  test("half a frame is waited for no longer than a join is", async () => {
    peer.say(Uint8Array.of(0x82, 0xfe, 0x03, 0xe8, 0, 0, 0, 0, 1, 2, 3));
    await lesson.goesOn();
    lesson.running.clock.advance(JOIN_MS);
    await peer.hears("Nothing came on this connection: send a join frame right after connecting.");
    expect(await lesson.harm()).toEqual([]);
  });
});

test("random bytes that are no frames end a socket", async () => {
  const random = seededRandom(SEED);
  for (let round = 0; round < 25; round++) {
    const peer = new RawPeer(lesson.server);
    peer.say(upgrade(), randomBytes(random, 60));
    await lesson.goesOn();
    expect(closeCodeOf(await peer.end())).toBeGreaterThanOrEqual(1002);
    peer.close();
  }
  expect(await lesson.harm()).toEqual([]);
});

test("a client that asks for compression does not get it", async () => {
  const peer = new RawPeer(lesson.server);
  peer.say(upgrade(undefined, ["Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits"]));
  const { status, head } = parsed(await peer.heard(12));
  expect(status).toBe(101);
  expect(head.toLowerCase()).not.toContain("sec-websocket-extensions");
  peer.close();
});
