import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { roomId, type Seq } from "../../../src/signal/ids.js";
import { webSocket } from "../../../src/transport/websocket/index.js";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A transport to a server that answers so. */
async function transportTo(answer: RequestListener) {
  const server = createServer(answer);
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return webSocket({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}

const ROOM = roomId("room");
const REF = { first: 1 as Seq, last: 2 as Seq };

describe("what a server answers over HTTP", () => {
  test("is given on as the error that it is", async () => {
    const transport = await transportTo((_, response) =>
      response.writeHead(403, { "Content-Type": "application/json" }).end('{"code":"denied","message":"Not you."}'),
    );
    await expect(transport.rooms()).rejects.toMatchObject({ code: "denied", message: "Not you." });
    await expect(transport.tape(ROOM).timeline()).rejects.toMatchObject({ code: "denied" });
    await expect(transport.tape(ROOM).block(REF)).rejects.toMatchObject({ code: "denied" });
  });

  test.each([
    [404, "not-found"],
    [502, "offline"],
  ])("with status %d and no word of ours is %s", async (status, code) => {
    const transport = await transportTo((_, response) => response.writeHead(status).end("<html>"));
    await expect(transport.tape(ROOM).keyframe({ seq: 1 as Seq })).rejects.toMatchObject({ code });
  });

  test.each(["<html>", "{}", '[{"room":"a b"}]', '[{"room":"a","isRecorded":true,"created":"now"}]', "[null]"])(
    "as a list of rooms is not believed: %s",
    async (body) => {
      const transport = await transportTo((_, response) => response.end(body));
      await expect(transport.rooms()).rejects.toMatchObject({ code: "bad-bytes" });
    },
  );

  test("as a timeline is not believed", async () => {
    const transport = await transportTo((_, response) => response.end('{"room":"room"}'));
    await expect(transport.tape(ROOM).timeline()).rejects.toMatchObject({ code: "tape-damaged" });
  });

  test("that breaks off is offline", async () => {
    const transport = await transportTo((_, response) => {
      response.writeHead(200, { "Content-Length": "1000" });
      response.write("some");
      response.socket?.destroy();
    });
    await expect(transport.tape(ROOM).block(REF)).rejects.toMatchObject({ code: "offline" });
  });
});

test("a server that is out of reach is offline", async () => {
  const transport = await transportTo(() => undefined);
  const [server] = servers.splice(0);
  server?.close();
  await expect(transport.rooms()).rejects.toMatchObject({ code: "offline" });
});

test("a fetch that is given up says so", async () => {
  const giveUp = new AbortController();
  const transport = await transportTo(() => giveUp.abort());
  await expect(transport.tape(ROOM).block(REF, giveUp.signal)).rejects.toMatchObject({ name: "AbortError" });
});
