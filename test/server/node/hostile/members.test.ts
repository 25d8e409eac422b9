import { UnsecuredJWT, SignJWT } from "jose";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { shapesOf } from "../../../../src/board/leaves.js";
import { DEFAULT_LIMITS } from "../../../../src/server/node/limits.js";
import type { ClientId } from "../../../../src/signal/ids.js";
import { marker, rectangle } from "../../../../src/testing/samples.js";
import { Lesson, SECRET } from "./lesson.js";
import { endOf, joinFrame, openSocket } from "./raw.js";

let lesson: Lesson;
beforeEach(() => {
  lesson = new Lesson();
});
afterEach(() => lesson.end());

/** A token like those that the server takes, but for one thing. */
function forged(kind: string): Promise<string> | string {
  const now = Math.floor(lesson.running.clock.now() / 1000);
  const claims = { room: "room", role: "admin", iat: now, exp: now + 3600 };
  const signed = (alg: string, secret = SECRET) =>
    new SignJWT(claims).setProtectedHeader({ alg, typ: "JWT" }).sign(new TextEncoder().encode(secret));
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  switch (kind) {
    case "by another secret":
      return signed("HS256", "another secret, as long as the first");
    case "by another algorithm":
      return signed("HS512", `${SECRET}${SECRET}`);
    case "by none":
      return new UnsecuredJWT(claims).encode();
    case "by NoNe":
      return `${part({ alg: "NoNe", typ: "JWT" })}.${part(claims)}.`;
    default:
      return signed("HS256").then((token) => token.replace(/\.[^.]+\./, `.${part({ ...claims, role: "writer" })}.`));
  }
}

describe("a token", () => {
  beforeEach(() => lesson.begin());

  test.each(["by another secret", "by another algorithm", "by none", "by NoNe", "for other words than it has"])(
    "signed %s lets nobody in and shows nobody anything",
    async (kind) => {
      const token = await forged(kind);
      const caller = lesson.caller(token, { client: "mallory" as ClientId });
      await lesson.goesOn();
      const denied = { code: "denied", message: "This token is not signed by one whom this server trusts." };
      expect(await caller.closed()).toEqual({ ...denied, isRetryable: false });
      for (const path of ["rooms", "rooms/room", "rooms/room/timeline", "rooms/room/blocks/1-2"]) {
        const answer = await fetch(`${lesson.server.url}api/${path}`, {
          headers: { Authorization: `Bearer ${token}` },
        });
        expect([answer.status, await answer.json()]).toEqual([403, denied]);
      }
      expect(await lesson.harm()).toEqual([]);
    },
  );

  test("that is as long as a book is not read", async () => {
    const socket = await openSocket(lesson.server);
    const end = endOf(socket);
    socket.send(joinFrame({ token: "a".repeat(100_000) }));
    await lesson.goesOn();
    expect((await end).goodbye).toMatchObject({ code: "too-large", isRetryable: false });
    expect(await lesson.harm()).toEqual([]);
  });
});

test("a reader that writes changes nothing", async () => {
  await lesson.begin();
  const reader = lesson.caller(await lesson.token(), { client: "mallory" as ClientId });
  const { member, role } = await reader.welcome();
  expect(role).toBe("reader");
  reader.say([rectangle(member, 0), marker("mine"), { type: "recording.set", on: false }]);
  await lesson.goesOn();
  expect(await reader.closed()).toMatchObject({
    code: "read-only",
    message: 'A reader cannot send "shape.add": ask for the role of a writer.',
  });
  expect([...shapesOf(lesson.board)]).toEqual([]);
  expect(lesson.board.isRecording).toBe(true);
  expect(await lesson.harm()).toEqual([]);
});

test("a flood of entries is cut, and those before it are with everybody, once", async () => {
  await lesson.begin({ limits: { ...DEFAULT_LIMITS, signals: { perSecond: 100, burst: 2000 } } });
  const flooder = lesson.caller(await lesson.token({ role: "writer" }), { client: "mallory" as ClientId });
  const { member } = await flooder.welcome();
  for (let frame = 0; frame < 50; frame++) {
    flooder.say(Array.from({ length: 100 }, (_, index) => marker(`flood ${100 * frame + index}`)));
  }
  await lesson.goesOn();
  expect(await flooder.closed()).toEqual({
    code: "too-fast",
    message: "This connection sends far more than a person could do. Wait a while, then connect again.",
    isRetryable: true,
  });
  expect(await lesson.harm()).toEqual([]);
  const flood = lesson.entries.filter(({ by, clientSeq }) => by === member && clientSeq > 0);
  expect(flood.length).toBeGreaterThanOrEqual(2000);
  expect(flood.length).toBeLessThan(5000);
  expect(flood.map(({ clientSeq, signal }) => [clientSeq, signal])).toEqual(
    flood.map((_, index) => [index + 1, marker(`flood ${index}`)]),
  );
}, 30_000);
