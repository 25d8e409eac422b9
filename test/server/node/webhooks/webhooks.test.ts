import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { virtualClock } from "../../../../src/clock/virtual.js";
import { signed, webhookKey } from "../../../../src/server/node/webhooks/sign.js";
import { memoryDeliveries } from "../../../../src/server/node/webhooks/deliveries.js";
import { Webhooks, type Webhook } from "../../../../src/server/node/webhooks/webhooks.js";
import { roomId, type Millis } from "../../../../src/signal/ids.js";
import { ask } from "../api/asking.js";
import { Running } from "../running.js";

const SECRET = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const URL_A = "http://hook.example/a";
const turn = () => new Promise((resolve) => setImmediate(resolve));

test("messages are signed as the standard's own example is", () => {
  const body = '{"test": 2432232314}';
  expect(signed(webhookKey(`whsec_${SECRET}`), "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body)).toEqual({
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
});

test.each(["", "short", "whsec_c2hvcnQ=", "not base64 at all, but long enough to be some", "A".repeat(200)])(
  "%j is no secret",
  (secret) => {
    expect(() => webhookKey(secret)).toThrow(expect.objectContaining({ code: "bad-argument" }));
  },
);

describe("a webhook", () => {
  /** Webhooks at addresses that answer as they are told, on a clock that stands still. */
  function bench(
    answers: (url: string, count: number) => number,
    webhooks: readonly Webhook[] = [{ url: URL_A, secret: SECRET }],
  ) {
    const clock = virtualClock(1000);
    const sent: { url: string; id: string; body: { type: string; data: { room: string } }; at: number }[] = [];
    const log: string[] = [];
    const deliveries = memoryDeliveries();
    let names = 0;
    const fetch = (async (url: string, init: RequestInit) => {
      const headers = init.headers as Record<string, string>;
      sent.push({ url, id: headers["webhook-id"] ?? "", body: JSON.parse(String(init.body)), at: clock.now() });
      return new Response(null, { status: answers(url, sent.length) });
    }) as typeof globalThis.fetch;
    const options = {
      webhooks,
      deliveries,
      clock,
      fetch,
      newId: () => String(++names),
      log: (line: string) => void log.push(line),
    };
    const hooks = new Webhooks(options);
    const tell = (room: string, type: "room.created" | "span.opened" = "room.created") =>
      hooks.tell({ type, room: roomId(room), at: clock.now() as Millis });
    const settle = async () => {
      for (let count = 0; count < 20; count++) await turn();
    };
    return { clock, sent, log, hooks, tell, settle, options };
  }

  test("is told what happens, in order", async () => {
    const { sent, tell, settle } = bench(() => 204);
    for (const room of ["a", "b", "c"]) tell(room);
    await settle();
    expect(sent.map(({ id, body }) => [id, body.type, body.data.room])).toEqual([
      ["msg_1", "room.created", "a"],
      ["msg_2", "room.created", "b"],
      ["msg_3", "room.created", "c"],
    ]);
    expect(sent[0]?.body).toEqual({ type: "room.created", timestamp: "1970-01-01T00:00:01.000Z", data: { room: "a" } });
  });

  test("is told of the events it wants, and waits for no other", async () => {
    const { sent, tell, settle } = bench(
      (url) => (url.endsWith("dead") ? 500 : 200),
      [
        { url: "http://hook.example/dead", secret: SECRET },
        { url: "http://hook.example/spans", secret: SECRET, events: ["span.opened"] },
      ],
    );
    tell("a");
    tell("a", "span.opened");
    await settle();
    expect(sent.filter(({ url }) => url.endsWith("spans")).map(({ body }) => body.type)).toEqual(["span.opened"]);
    expect(sent.filter(({ url }) => url.endsWith("dead"))).toHaveLength(1);
  });

  test("that fails is tried again with growing pauses, under the same name, and what came later waits", async () => {
    const { sent, tell, settle, clock } = bench((_, count) => (count < 4 ? 503 : 200));
    tell("a");
    tell("b");
    await settle();
    for (const pause of [5000, 60_000, 300_000]) {
      clock.advance(pause - 1);
      await settle();
      const before = sent.length;
      clock.advance(1);
      await settle();
      expect(sent.length).toBeGreaterThan(before);
    }
    expect(sent.map(({ id }) => id)).toEqual(["msg_1", "msg_1", "msg_1", "msg_1", "msg_2"]);
    expect(sent.map(({ at }) => at - 1000)).toEqual([0, 5000, 65_000, 365_000, 365_000]);
  });

  test("is given up after a day, which is logged, and the next message has its turn", async () => {
    const { sent, log, tell, settle, clock } = bench(() => 500);
    tell("a");
    await settle();
    for (let hour = 0; hour < 25; hour++) {
      clock.advance(3_600_000);
      await settle();
    }
    expect(log).toEqual([expect.stringMatching(/msg_1 for a day .HTTP status 500.: given up/)]);
    const attempts = sent.length;
    tell("b");
    await settle();
    expect(sent.length).toBe(attempts + 1);
  });

  test("that is closed sends nothing, and what waits goes when it starts again", async () => {
    const { sent, hooks, tell, settle, clock, options } = bench((_, count) => (count === 1 ? 500 : 200));
    tell("a");
    await settle();
    hooks.close();
    clock.advance(9_000_000);
    await settle();
    expect(sent).toHaveLength(1);
    new Webhooks(options).start();
    await settle();
    expect(sent.map(({ id }) => id)).toEqual(["msg_1", "msg_1"]);
  });
});

describe("a server", () => {
  let running: Running;
  beforeEach(() => {
    running = new Running();
  });
  afterEach(() => running.stop());

  test("tells of rooms, spans and deletions, signed, and of what waited when it starts again", async () => {
    const got: { type: string; room: string; by?: string }[] = [];
    let isDown = true;
    const hook = createServer((request, response) => {
      void text(request).then((body) => {
        const { headers } = request;
        const own = createHmac("sha256", Buffer.from(SECRET, "base64"))
          .update(`${String(headers["webhook-id"])}.${String(headers["webhook-timestamp"])}.${body}`)
          .digest("base64");
        const { type, data } = JSON.parse(body);
        if (!isDown && headers["webhook-signature"] === `v1,${own}`) got.push({ type, ...data });
        response.writeHead(isDown ? 500 : 204).end();
      });
    });
    await new Promise<void>((resolve) => hook.listen(0, "127.0.0.1", resolve));
    const data = await running.folders.make();
    const webhooks = [{ url: `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`, secret: SECRET }];
    const first = await running.start({ data, webhooks });
    await running.call(first, "ada");
    await first.close();
    isDown = false;
    const second = await running.start({ data, webhooks });
    await ask(second, "DELETE", "/rooms/room");
    while (got.length < 4) await turn();
    expect(got).toEqual([
      { type: "room.created", room: "room" },
      { type: "span.opened", room: "room" },
      { type: "span.closed", room: "room" },
      { type: "recording.deleted", room: "room", by: "delete" },
    ]);
    await new Promise((resolve) => hook.close(resolve));
  });
});
