import { Hono } from "hono";
import { expect, test } from "vitest";
import { virtualClock } from "../../../../src/clock/virtual.js";
import { RoomHost } from "../../../../src/room/host.js";
import { memoryStore } from "../../../../src/room/memory-store.js";
import { openAccess } from "../../../../src/server/node/access.js";
import { api } from "../../../../src/server/node/api/api.js";
import { Running } from "../running.js";
import { ask } from "./asking.js";

test("a server is ready, or says why it is not; it runs all the same", async () => {
  const clock = virtualClock(0);
  const host = new RoomHost({ store: memoryStore(clock), clock });
  let unready: string | null = null;
  const app = new Hono().route("/", api({ host, access: openAccess(), unready: () => unready }));
  const get = async (path: string) => {
    const answer = await app.request(path);
    return [answer.status, await answer.json()];
  };
  expect(await get("/api/ready")).toEqual([200, { status: "ready" }]);
  unready = "The disk is full.";
  expect(await get("/api/ready")).toEqual([503, { code: "offline", message: "The disk is full." }]);
  expect(await get("/api/health")).toEqual([200, { status: "ok" }]);
});

test("a server that has started is ready", async () => {
  const running = new Running();
  const server = await running.start();
  expect((await ask(server, "GET", "/ready")).status).toBe(200);
  await running.stop();
});
