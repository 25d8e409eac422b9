import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { WIRE_VERSION } from "../../../src/signal/wire/frames.js";
import { Caller } from "../../../src/testing/caller.js";
import { webSocket } from "../../../src/transport/websocket/index.js";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server that does with each socket what it is told. */
async function serverThat(serve: (socket: WebSocket) => void): Promise<string> {
  const server = createServer((_, response) => response.writeHead(502).end("<html>"));
  servers.push(server);
  new WebSocketServer({ server }).on("connection", (socket) => serve(socket));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe("a connection ends with a reason", () => {
  test("when the server is out of reach", async () => {
    const url = await serverThat(() => undefined);
    const [server] = servers.splice(0);
    server?.close();
    const caller = new Caller(webSocket({ url, WebSocket }), "room");
    expect(await caller.closed()).toMatchObject({ code: "offline", isRetryable: true });
    expect(caller.heard).toEqual(["closed"]);
  });

  test("when the server goes away without a word", async () => {
    const url = await serverThat((socket) => socket.on("message", () => socket.terminate()));
    expect(await new Caller(webSocket({ url, WebSocket }), "room").closed()).toMatchObject({
      code: "offline",
      isRetryable: true,
    });
  });

  test("when the server gives only a close code", async () => {
    const url = await serverThat((socket) => socket.close(1008, "Not you."));
    expect(await new Caller(webSocket({ url, WebSocket }), "room").closed()).toEqual({
      code: "denied",
      message: expect.stringContaining("Not you."),
      isRetryable: false,
    });
  });

  test.each([
    ["text", "hello"],
    ["bytes that are no frame", Uint8Array.of(WIRE_VERSION, 200, 3)],
  ])("when the server says %s", async (_, message) => {
    const url = await serverThat((socket) => socket.send(message));
    const caller = new Caller(webSocket({ url, WebSocket }), "room");
    expect(await caller.closed()).toMatchObject({ code: "bad-bytes", isRetryable: false });
    expect(caller.heard).toEqual(["closed"]);
  });

  test("when the server speaks another version", async () => {
    const url = await serverThat((socket) => socket.send(Uint8Array.of(99, 19)));
    expect(await new Caller(webSocket({ url, WebSocket }), "room").closed()).toMatchObject({
      code: "unsupported-version",
      isRetryable: false,
    });
  });

  test("when there can be no socket at all", async () => {
    class Impossible {
      constructor() {
        throw new Error("An insecure WebSocket connection may not be initiated from a page loaded over HTTPS.");
      }
    }
    const transport = webSocket({ url: "ws://127.0.0.1:1", WebSocket: Impossible as never });
    const caller = new Caller(transport, "room");
    expect(caller.heard).toEqual([]);
    expect(await caller.closed()).toMatchObject({
      code: "bad-argument",
      message: expect.stringContaining("insecure"),
      isRetryable: false,
    });
  });
});

test("a client that closes before it is connected never says who it is, and hears nothing", async () => {
  const said: unknown[] = [];
  const url = await serverThat((socket) => {
    socket.on("message", (data) => {
      said.push(data);
      socket.close();
    });
  });
  const first = new Caller(webSocket({ url, WebSocket }), "room");
  first.close();
  await new Caller(webSocket({ url, WebSocket }), "room").closed();
  expect(said).toHaveLength(1);
  expect(first.heard).toEqual([]);
});
