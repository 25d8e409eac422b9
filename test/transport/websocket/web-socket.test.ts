import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { roomId } from "../../../src/signal/ids.js";
import { createServer } from "../../../src/server/node/index.js";
import { transportContract } from "../../../src/testing/transport-contract.js";
import { webSocket } from "../../../src/transport/websocket/index.js";

transportContract("websocket, to a Node server on SQLite", async () => {
  const data = await mkdtemp(path.join(tmpdir(), "inktape-"));
  const server = await createServer({ port: 0, data });
  return {
    transport: webSocket({ url: server.url, WebSocket }),
    async close() {
      await server.close();
      await rm(data, { recursive: true });
    },
  };
});

test("is the same transport for the same address, and another for another", () => {
  const first = webSocket({ url: "http://127.0.0.1:4280" });
  expect(webSocket({ url: "http://127.0.0.1:4280" })).toBe(first);
  expect(webSocket({ url: "http://127.0.0.1:4281" })).not.toBe(first);
  expect(webSocket({ url: "http://127.0.0.1:4280", WebSocket })).not.toBe(first);
});

test("refuses an address that is none, and a path outside of a page when it is used", async () => {
  expect(() => webSocket({ url: "ftp://example.net" })).toThrow(expect.objectContaining({ code: "bad-argument" }));
  const onServer = webSocket({ url: "/" });
  await expect(onServer.rooms()).rejects.toMatchObject({ code: "bad-argument" });
  await expect(onServer.tape(roomId("algebra")).timeline()).rejects.toMatchObject({ code: "bad-argument" });
});
