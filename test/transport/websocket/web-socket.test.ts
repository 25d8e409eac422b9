import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { WebSocket } from "ws";
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
