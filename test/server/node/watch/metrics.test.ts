import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { createToken, type InktapeServer } from "../../../../src/server/node/index.js";
import { trackOf } from "../../../../src/signal/signal.js";
import { cursor, marker, stroke } from "../../../../src/testing/samples.js";
import { Running } from "../running.js";
import { scraped, type Scraped } from "./scraped.js";

const SECRET = "a secret of thirty-two bytes or so";

let running: Running;
beforeEach(() => {
  running = new Running();
});
afterEach(() => running.stop());

async function scrape(server: InktapeServer): Promise<Scraped> {
  const answer = await fetch(new URL("/metrics", server.url));
  expect(answer.headers.get("Content-Type")).toContain("version=0.0.4");
  return scraped(await answer.text());
}

/** A function that reads one value, 0 where there is no line for it. */
async function reading(server: InktapeServer) {
  const { values } = await scrape(server);
  return (series: string) => values.get(series) ?? 0;
}

/** Asks until the server says so: what it does when a connection ends has no answer to wait for. */
async function until(server: InktapeServer, series: string, value: number): Promise<void> {
  while ((await reading(server))(series) !== value) await new Promise((resolve) => setImmediate(resolve));
}

describe("after some traffic, the metrics", () => {
  test("have what was done, in whole numbers", async () => {
    const server = await running.start({ quietMs: 3000 });
    const [ada, bob] = [await running.call(server, "ada"), await running.call(server, "bob")];
    const { member } = await ada.welcome();
    for (let count = 0; count < 5; count++) {
      ada.say([...stroke(member, count), cursor(count)]);
      await ada.acknowledged();
    }
    bob.say([marker("b")]);
    await Promise.all([bob.acknowledged(), ada.reached(bob.seq)]);

    const read = await reading(server);
    const counted = (track: string) => read(`inktape_entries_total{track="${track}"}`);
    expect(counted("presence")).toBe(ada.entries.filter(({ signal }) => trackOf(signal) === "presence").length);
    expect(counted("presence")).toBe(5);
    expect(counted("document")).toBe(ada.seq - 5);
    expect(read("inktape_rooms_open")).toBe(1);
    expect(read("inktape_connections_open")).toBe(2);
    expect(read("inktape_batches_total")).toBe(6);
    expect(read("inktape_batches_waiting")).toBe(0);
    expect(read("inktape_batch_ack_seconds_count")).toBe(6);
    expect(read("inktape_commit_works_waiting")).toBe(0);
    expect(read("inktape_commit_seconds_count")).toBe(read("inktape_commit_works_count"));
    // Each batch has a commit, besides what opened the room and let two people in.
    expect(read("inktape_commit_works_sum")).toBeGreaterThan(6);
    expect(read("inktape_store_bytes")).toBeGreaterThan(10_000);
    expect(read("inktape_store_free_bytes")).toBeGreaterThan(0);
    expect(read("inktape_commit_failures_total")).toBe(0);
    expect(read("process_cpu_seconds_total")).toBeGreaterThan(0);
  });

  test("have how long rooms were active, those that still are included, and what was recorded of them", async () => {
    const server = await running.start({ quietMs: 3000 });
    const ada = await running.call(server, "ada");
    const recorded = 'inktape_active_seconds_total{class="recorded"}';
    running.clock.advance(2000);
    expect((await reading(server))(recorded)).toBe(2);
    ada.say([marker("a")]);
    await ada.acknowledged();
    running.clock.advance(3000);
    running.clock.advance(60_000);
    await until(server, recorded, 5);
    expect((await reading(server))("inktape_recorded_bytes_total")).toBeGreaterThan(50);
  });

  test("have the time of rooms that are not recorded apart, or by classes of one's own", async () => {
    const plain = await running.start();
    const classed = await running.start({ roomClass: (room) => room.slice(0, 2) });
    await running.call(plain, "ada", { isRecord: false });
    await running.call(classed, "ada", { isRecord: false });
    running.clock.advance(1000);
    expect((await reading(plain))('inktape_active_seconds_total{class="unrecorded"}')).toBe(1);
    expect((await reading(classed))('inktape_active_seconds_total{class="ro"}')).toBe(1);
  });

  test("have the connections that ended, by reason, and those that were refused", async () => {
    const server = await running.start({ limits: { connections: { room: 2, address: 10 } } });
    const [ada, bob] = [await running.call(server, "ada"), await running.call(server, "bob")];
    const third = new WebSocket(new URL("/api/rooms/room/socket", server.url));
    third.on("error", () => undefined);
    await once(third, "unexpected-response");
    ada.close();
    await until(server, 'inktape_connections_closed_total{reason="left"}', 1);
    const text = new WebSocket(new URL("/api/rooms/room/socket", server.url));
    text.on("open", () => text.send("hello"));
    await once(text, "close");
    await until(server, 'inktape_connections_closed_total{reason="bad-bytes"}', 1);
    await fetch(new URL("/api/rooms/nowhere", server.url));

    const read = await reading(server);
    expect(read("inktape_connections_open")).toBe(1);
    expect(read('inktape_connections_refused_total{code="too-many"}')).toBe(1);
    expect(read('inktape_connections_refused_total{code="bad-bytes"}')).toBe(1);
    expect(read('inktape_errors_total{at="socket",code="too-many"}')).toBe(1);
    expect(read('inktape_errors_total{at="request",code="not-found"}')).toBe(1);
    bob.close();
  });

  test("are those of their own server alone", async () => {
    const [busy, idle] = [await running.start(), await running.start()];
    await running.call(busy, "ada");
    expect((await reading(busy))("inktape_connections_open")).toBe(1);
    expect((await reading(idle))("inktape_connections_open")).toBe(0);
  });
});

test("every metric has a legal name and unit, a help and a type, and no label that names a room or a person", async () => {
  const server = await running.start();
  const ada = await running.call(server, "ada", { room: "secret-room" as never });
  ada.say([marker("a")]);
  await ada.acknowledged();
  const { values, helps, types } = await scrape(server);
  const names = [...types.keys()].filter((name) => name.startsWith("inktape_"));
  expect(names.length).toBeGreaterThan(15);
  for (const name of names) {
    expect(name).toMatch(/^inktape_[a-z]+(_[a-z]+)*$/);
    expect(helps.get(name)).toMatch(/^[A-Z].{10,}\.$/);
    expect(types.get(name)).toMatch(/^(counter|gauge|histogram)$/);
    expect(name.endsWith("_total")).toBe(types.get(name) === "counter");
  }
  const labels = new Set(
    [...values.keys()].flatMap((series) => [...series.matchAll(/(\w+)="/g)].map(([, name]) => name)),
  );
  expect([...labels].filter((name) => /room|user|member|client|name/.test(name ?? ""))).toEqual([]);
  expect([...values.keys()].join("\n")).not.toMatch(/secret-room|ada/);
});

describe("metrics are read", () => {
  const asked = (server: InktapeServer, token?: string) =>
    fetch(new URL("/metrics", server.url), { headers: token ? { Authorization: `Bearer ${token}` } : {} });

  test("by those whose token is an admin's of all rooms, and by nobody else", async () => {
    const server = await running.start({ tokens: { secret: SECRET } });
    const token = (room: string, role: "admin" | "writer") =>
      createToken({ secret: SECRET, room, role, now: running.clock.now() });
    expect((await asked(server, await token("*", "admin"))).status).toBe(200);
    expect((await asked(server, await token("*", "writer"))).status).toBe(403);
    expect((await asked(server, await token("class-*", "admin"))).status).toBe(403);
    expect((await asked(server)).status).toBe(403);
  });

  test("by nobody where an app says who may come in, but on a port of their own", async () => {
    const server = await running.start({ authorize: () => "writer", metricsPort: 0 });
    expect((await asked(server)).status).toBe(403);
    const local = new URL(`http://127.0.0.1:${server.metricsPort}/`);
    const text = await (await fetch(new URL("/metrics", local))).text();
    expect(scraped(text).values.get("inktape_rooms_open")).toBe(0);
    expect(await (await fetch(new URL("/api/health", local))).json()).toEqual({ status: "ok" });
    expect((await fetch(new URL("/api/rooms", local))).status).toBe(404);
  });

  test("on a port that must be free", async () => {
    const { port } = await running.start();
    await expect(running.start({ metricsPort: port })).rejects.toMatchObject({
      code: "port-taken",
      message: expect.stringContaining("--metrics-port"),
    });
  });
});
