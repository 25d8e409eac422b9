import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { mkdir, writeFile } from "node:fs/promises";
import type { Server } from "node:http";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Lesson } from "./lesson.js";
import { parsed, RawPeer, request, upgrade } from "./raw.js";

let lesson: Lesson;
let headers: readonly string[];
const peers: RawPeer[] = [];

beforeEach(async () => {
  lesson = new Lesson();
  const parent = await lesson.running.folders.make();
  const site = path.join(parent, "site");
  await mkdir(site);
  await writeFile(path.join(site, "index.html"), "<!doctype html>");
  await writeFile(path.join(parent, "secret.txt"), "the secret");
  await lesson.begin({ site });
  headers = [`Authorization: Bearer ${await lesson.token({ room: "*" })}`];
});
afterEach(async () => {
  for (const peer of peers.splice(0)) peer.close();
  await lesson.end();
});

function say(...pieces: readonly (string | Uint8Array)[]): RawPeer {
  const peer = new RawPeer(lesson.server);
  peers.push(peer);
  peer.say(...pieces);
  return peer;
}

/** Status and problem of the answer; the others are served after the request came and before its end is looked at. */
async function answered(...pieces: readonly (string | Uint8Array)[]): Promise<[status: number, problem: unknown]> {
  const peer = say(...pieces);
  await lesson.goesOn();
  const { status, body } = parsed(await peer.end());
  expect(body).not.toContain("the secret");
  return [status, JSON.parse(body)];
}

const sentence = (code: string) => ({ code, message: expect.stringMatching(/^[A-Z"].{10,}\.$/s) });
const LONG = "a".repeat(1000);

describe("an address with a trick in it leads to no room and to no file", () => {
  test.each<[string, number, string]>([
    ["/api/rooms/../timeline", 404, "not-found"],
    ["/api/rooms/%2e%2e/timeline", 404, "not-found"],
    ["/api/rooms/..%2f..%2fsecret.txt/timeline", 400, "bad-argument"],
    ["/api/rooms/%2E%2E%2Fhealth", 400, "bad-argument"],
    ["/api/rooms/room%2ftimeline", 400, "bad-argument"],
    ["/api/rooms/room%00/timeline", 400, "bad-argument"],
    ["/api/rooms/%c3%a9/timeline", 400, "bad-argument"],
    ["/api/rooms/%ff/timeline", 400, "bad-argument"],
    ["/api/rooms/%/timeline", 400, "bad-argument"],
    [`/api/rooms/${LONG}/timeline`, 400, "bad-argument"],
    ["/api/rooms//timeline", 404, "not-found"],
    ["/api/rooms/__proto__/timeline", 404, "not-found"],
    ["/api/rooms/room/keyframes/../../../../secret.txt", 404, "not-found"],
    ["/../secret.txt", 404, "not-found"],
    ["/%2e%2e/secret.txt", 404, "not-found"],
    ["/..%2fsecret.txt", 404, "not-found"],
    ["/..%5csecret.txt", 404, "not-found"],
    ["//secret.txt", 404, "not-found"],
    ["/%00", 404, "not-found"],
    ["/index.html%00.txt", 404, "not-found"],
  ])("over HTTP: %s", async (address, status, code) => {
    expect(await answered(request(`GET ${address}`, ["Connection: close", ...headers]))).toEqual([
      status,
      sentence(code),
    ]);
    expect(await lesson.harm()).toEqual([]);
  });

  test.each<[string, number, string]>([
    ["/api/rooms/../socket", 400, "bad-argument"],
    ["/api/rooms/./socket", 400, "bad-argument"],
    ["/api/rooms/%2e%2e/socket", 400, "bad-argument"],
    ["/api/rooms/..%2froom/socket", 400, "bad-argument"],
    ["/api/rooms/room%00/socket", 400, "bad-argument"],
    ["/api/rooms/%c3%a9/socket", 400, "bad-argument"],
    [`/api/rooms/${LONG}/socket`, 400, "bad-argument"],
    ["/api/rooms/a/b/socket", 404, "not-found"],
    ["/api/rooms//socket", 404, "not-found"],
    ["/api/rooms/room/socket/../socket", 404, "not-found"],
  ])("over a socket: %s", async (address, status, code) => {
    expect(await answered(upgrade(address))).toEqual([status, sentence(code)]);
    expect(await lesson.harm()).toEqual([]);
  });
});

describe("what is no request that HTTP knows", () => {
  test.each<[string, () => string | Uint8Array, number, string]>([
    ["a method that does not exist", () => request("FROB /api/health"), 400, "bad-bytes"],
    ["bytes that are no HTTP", () => Uint8Array.of(1, 2, 3, 255, 10, 13), 400, "bad-bytes"],
    ["letters that no address has", () => request("GET /api/rooms/é/timeline"), 400, "bad-bytes"],
    [
      "a host that is none",
      () => "GET /api/health HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
      400,
      "bad-bytes",
    ],
    ["a header that is too large", () => request("GET /", [`X-Long: ${LONG.repeat(20)}`]), 431, "too-large"],
    ["too many headers", () => request("GET /", Array(2000).fill("X-More: 12345678")), 431, "too-large"],
  ])("%s", async (_, bytes, status, code) => {
    expect(await answered(bytes())).toEqual([status, sentence(code)]);
    expect(await lesson.harm()).toEqual([]);
  });

  test.each(["POST", "PUT", "PROPFIND", "TRACE"])("the method %s leads nowhere", async (method) => {
    const answer = await answered(request(`${method} /api/rooms/room`, ["Connection: close", ...headers]));
    expect(answer).toEqual([404, sentence("not-found")]);
    expect(await lesson.harm()).toEqual([]);
  });

  test("deleting a room is for admins", async () => {
    const answer = await answered(request("DELETE /api/rooms/room", ["Connection: close", ...headers]));
    expect(answer).toEqual([403, sentence("denied")]);
    expect(await lesson.harm()).toEqual([]);
  });

  test("CONNECT makes no proxy of the server: the connection is closed", async () => {
    const peer = say(request("CONNECT 127.0.0.1:22"));
    await lesson.goesOn();
    expect((await peer.end()).length).toBe(0);
    expect(await lesson.harm()).toEqual([]);
  });
});

describe("a body", () => {
  test("that is small and would be large is not unpacked: nothing takes bodies", async () => {
    const bomb = gzipSync(Buffer.alloc(64 << 20));
    const head = [...headers, "Connection: close", "Content-Encoding: gzip", `Content-Length: ${bomb.length}`];
    const before = process.memoryUsage.rss();
    expect(await answered(request("POST /api/rooms/room/timeline", head), bomb)).toEqual([404, sentence("not-found")]);
    expect(process.memoryUsage.rss() - before).toBeLessThan(64 << 20);
    expect(await lesson.harm()).toEqual([]);
  });

  test("that never ends holds nobody up, its own answer neither", async () => {
    const head = [...headers, "Transfer-Encoding: chunked"];
    const peer = say(request("POST /api/rooms/room/timeline", head), "5\r\nhello\r\n");
    await lesson.goesOn();
    expect(parsed(await peer.heard(12)).status).toBe(404);
    expect(await lesson.harm()).toEqual([]);
  });
});

describe("requests that come a letter at a time", () => {
  test("hold nobody up", async () => {
    const slow = Array.from({ length: 200 }, () => say("GET /api/health HTTP/1.1\r\nHost: localhost\r\nX-Slow: "));
    for (let letter = 0; letter < 5; letter++) {
      for (const peer of slow) peer.say("a");
      await lesson.goesOn();
      expect(await (await fetch(`${lesson.server.url}api/health`)).json()).toEqual({ status: "ok" });
    }
    expect(await lesson.harm()).toEqual([]);
  });

  test("are given up by the server after a time", async () => {
    let asked: Server | null = null;
    const look = (message: unknown) => {
      ({ server: asked } = message as { server: Server });
    };
    subscribe("http.server.request.start", look);
    await fetch(`${lesson.server.url}api/health`);
    unsubscribe("http.server.request.start", look);
    const { headersTimeout, requestTimeout } = asked as unknown as Server;
    expect(headersTimeout).toBeGreaterThan(0);
    expect(headersTimeout).toBeLessThanOrEqual(60_000);
    expect(requestTimeout).toBeGreaterThan(0);
    expect(requestTimeout).toBeLessThanOrEqual(300_000);
  });
});
