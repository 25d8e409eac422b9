import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { memoryStore } from "../../../src/room/memory-store.js";
import type { RoomStore } from "../../../src/room/room-log.js";
import type { InktapeServer } from "../../../src/server/node/index.js";
import { marker } from "../../../src/testing/samples.js";
import { Running } from "./running.js";

let running: Running;
beforeEach(() => {
  running = new Running();
});
afterEach(() => running.stop());

/** A store whose logs take nothing while it is held. */
function slowStore(): { readonly store: RoomStore; hold(): () => void } {
  const inner = memoryStore(running.clock);
  let gate: Promise<void> = Promise.resolve();
  const open: RoomStore["open"] = async (room) => {
    const log = await inner.open(room);
    const append = log.append.bind(log);
    log.append = async (batch) => {
      await gate;
      return append(batch);
    };
    return log;
  };
  const hold = () => {
    let release = () => undefined as void;
    gate = new Promise((resolve) => (release = resolve));
    return release;
  };
  return { store: { ...inner, open }, hold };
}

async function health(server: InktapeServer): Promise<[number, unknown]> {
  const answer = await fetch(new URL("/api/health", server.url));
  return [answer.status, await answer.json()];
}

/** Resolves when the server has taken all batches that were said: the log holds them. */
async function taken(server: InktapeServer, batches: number): Promise<void> {
  const metrics = new URL("/metrics", server.url);
  while (!(await (await fetch(metrics)).text()).includes(`\ninktape_batches_waiting ${batches}\n`)) continue;
}

describe("a server that stops", () => {
  test("acknowledges what it has taken before it says goodbye, and takes nothing new", async () => {
    const { store, hold } = slowStore();
    const server = await running.start({ store });
    const ada = await running.call(server, "ada");
    const release = hold();
    ada.say([marker("taken")]);
    await taken(server, 1);
    const closed = server.close();

    expect(await health(server)).toEqual([503, { status: "stopping" }]);
    const refused = await fetch(new URL("/api/rooms", server.url));
    expect([refused.status, refused.headers.get("Retry-After")]).toEqual([503, "1"]);
    expect(await refused.json()).toMatchObject({ code: "offline" });
    const late = new WebSocket(new URL("/api/rooms/room/socket", server.url));
    late.on("error", () => undefined);
    const [, response] = await once(late, "unexpected-response");
    expect(response.statusCode).toBe(503);
    expect(ada.heard).not.toContain("closed");

    release();
    await ada.acknowledged();
    expect(await ada.closed()).toMatchObject({ code: "offline", isRetryable: true });
    await closed;
    await expect(health(server)).rejects.toThrow("fetch failed");
  });

  test("is cut when it takes too long, and says so", async () => {
    const { store, hold } = slowStore();
    const server = await running.start({ store, drainMs: 5000 });
    const ada = await running.call(server, "ada");
    const release = hold();
    ada.say([marker("stuck")]);
    await taken(server, 1);
    const closed = server.close();
    expect((await health(server))[0]).toBe(503);
    running.clock.advance(5000);
    await closed;
    expect(running.log).toEqual([expect.stringContaining("not everything was done in time")]);
    expect(await ada.closed()).toMatchObject({ isRetryable: true });
    release();
  });
});
