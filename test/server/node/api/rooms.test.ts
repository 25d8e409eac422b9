import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { InktapeServer } from "../../../../src/server/node/index.js";
import { marker } from "../../../../src/testing/samples.js";
import { Caller } from "../../../../src/testing/caller.js";
import { Running } from "../running.js";
import { ask, refusal, SECRET, tokenAt } from "./asking.js";

let running: Running;
let server: InktapeServer;

beforeEach(async () => {
  running = new Running();
  server = await running.start();
});
afterEach(() => running.stop());

const body = async (answer: Promise<Response>) => (await answer).json();

test("rooms are made once, recorded or not", async () => {
  const made = await ask(server, "POST", "/rooms", { json: { room: "room", isRecorded: true } });
  expect(made.status).toBe(201);
  const now = running.clock.now();
  expect(await made.json()).toMatchObject({
    room: "room",
    created: now,
    entries: 1,
    isRecorded: true,
    isClosed: false,
  });
  expect(await refusal(ask(server, "POST", "/rooms", { json: { room: "room" } }))).toEqual([409, "already-exists"]);
  const ada = await running.call(server, "ada", { isRecord: false });
  expect(ada.board.isRecording).toBe(true);
  const plain = await body(ask(server, "POST", "/rooms", { json: { room: "plain" } }));
  expect(plain).toMatchObject({ entries: 0, isRecorded: false });
});

test.each([
  [{}, 400],
  [{ room: "a b" }, 400],
  [{ room: "a", recorded: true }, 400],
  [{ room: "x".repeat(70_000) }, 413],
])("no room is made of %.40j", async (json, status) => {
  expect((await refusal(ask(server, "POST", "/rooms", { json })))[0]).toBe(status);
  expect((await refusal(ask(server, "POST", "/rooms", { body: "no JSON" })))[0]).toBe(400);
});

test("rooms are listed page by page, the newest activity first, and a transport follows the pages", async () => {
  for (const room of ["a", "b", "c", "d", "e"]) {
    running.clock.advance(10);
    await ask(server, "POST", "/rooms", { json: { room } });
  }
  const names: string[] = [];
  const sizes: number[] = [];
  for (let next: string | null = ""; next !== null;) {
    const page = await body(ask(server, "GET", `/rooms?limit=2${next === "" ? "" : `&after=${next}`}`));
    names.push(...page.rooms.map(({ room }: { room: string }) => room));
    sizes.push(page.rooms.length);
    next = page.next;
  }
  expect([names.join(""), sizes]).toEqual(["edcba", [2, 2, 1]]);
  expect((await running.transport(server).rooms()).map(({ room }) => room).join("")).toBe("edcba");
});

test("a closed room lets nobody in, also after a restart, until it is reopened; its recording can be read", async () => {
  const data = await running.folders.make();
  const first = await running.start({ data });
  const ada = await running.call(first, "ada");
  ada.say([marker("here")]);
  await ada.acknowledged();
  expect(await body(ask(first, "POST", "/rooms/room/close"))).toMatchObject({ isClosed: true });
  expect(await ada.closed()).toMatchObject({ code: "denied", isRetryable: false });
  await first.close();
  const second = await running.start({ data });
  const late = new Caller(running.transport(second), "room");
  expect(await late.closed()).toMatchObject({ code: "denied", message: expect.stringContaining("closed") });
  expect((await body(ask(second, "GET", "/rooms/room/recordings"))).markers).toMatchObject([{ label: "here" }]);
  expect(await body(ask(second, "POST", "/rooms/room/reopen"))).toMatchObject({ isClosed: false });
  expect((await running.call(second, "ada")).board.seq).toBeGreaterThanOrEqual(ada.seq);
});

test("a deleted room is gone with all it had: everybody is told, and its words are in no file", async () => {
  const data = await running.folders.make();
  const own = await running.start({ data });
  const ada = await running.call(own, "ada");
  const secret = "a-word-that-nobody-else-says";
  for (let count = 0; count < 50; count++) ada.say([marker(`${secret} ${count}`)]);
  await ada.acknowledged();
  expect(await running.folders.has(data, secret)).toBe(true);
  expect((await ask(own, "DELETE", "/rooms/room")).status).toBe(204);
  expect(await ada.closed()).toMatchObject({ code: "not-found", isRetryable: false });
  expect(await refusal(ask(own, "GET", "/rooms/room"))).toEqual([404, "not-found"]);
  expect(await refusal(ask(own, "DELETE", "/rooms/room"))).toEqual([404, "not-found"]);
  expect(await running.folders.has(data, secret)).toBe(false);
});

describe("who may change rooms", () => {
  const changes = [
    ["POST", "/rooms", { room: "room" }],
    ["POST", "/rooms/room/close", undefined],
    ["POST", "/rooms/room/reopen", undefined],
    ["POST", "/rooms/room/trim", { from: 0, to: 1 }],
    ["POST", "/rooms/room/redact", { member: 1 }],
    ["DELETE", "/rooms/room", undefined],
  ] as const;

  test("no page of another server, whatever the browser lets it send", async () => {
    for (const origin of ["https://elsewhere.example", "null"]) {
      for (const [method, path, json] of changes) {
        const answer = refusal(ask(server, method, path, { json, headers: { Origin: origin } }));
        expect([origin, path, ...(await answer)]).toEqual([origin, path, 403, "denied"]);
      }
    }
    const preflight = (origin: string) =>
      ask(server, "OPTIONS", "/rooms/room", { headers: { Origin: origin, "Access-Control-Request-Method": "DELETE" } });
    const methods = async (origin: string) => (await preflight(origin)).headers.get("access-control-allow-methods");
    expect(await methods("https://elsewhere.example")).toBe("GET,HEAD");
    expect(await methods("http://localhost:5173")).toBe("GET,HEAD,PUT,POST,DELETE");
  });

  test("no page under a name that was made to lead to this machine", async () => {
    const { port } = server;
    const said = await running.sayHttp(port, [
      "DELETE /api/rooms/room HTTP/1.1",
      `Host: evil.example:${port}`,
      `Origin: http://evil.example:${port}`,
      "Connection: close",
    ]);
    expect(said).toContain("403");
    expect(said).toContain('"denied"');
  });

  test("pages that the operator names", async () => {
    const own = await running.start({ origins: ["https://app.example"] });
    const headers = { Origin: "https://app.example" };
    expect((await ask(own, "POST", "/rooms", { json: { room: "room" }, headers })).status).toBe(201);
  });

  test("with tokens, admins of the room", async () => {
    const own = await running.start({ tokens: { secret: SECRET } });
    const admin = await tokenAt(running, { role: "admin" });
    for (const token of [
      undefined,
      await tokenAt(running, { role: "writer" }),
      await tokenAt(running, { role: "admin", room: "other" }),
    ]) {
      for (const [method, path, json] of changes) {
        expect([path, ...(await refusal(ask(own, method, path, { json, token })))]).toEqual([path, 403, "denied"]);
      }
    }
    expect((await ask(own, "POST", "/rooms", { json: { room: "room" }, token: admin })).status).toBe(201);
    expect((await ask(own, "DELETE", "/rooms/room", { token: admin })).status).toBe(204);
  });

  test("with a function for sockets, nobody but whom another function lets", async () => {
    const own = await running.start({ authorize: ({ join }) => join.role });
    expect(await refusal(ask(own, "POST", "/rooms", { json: { room: "room" } }))).toEqual([403, "denied"]);
    const open = await running.start({
      authorize: ({ join }) => join.role,
      administer: (request) => request.headers.get("X-Key") === "yes",
    });
    expect(await refusal(ask(open, "POST", "/rooms", { json: { room: "room" } }))).toEqual([403, "denied"]);
    const headers = { "X-Key": "yes" };
    expect((await ask(open, "POST", "/rooms", { json: { room: "room" }, headers })).status).toBe(201);
  });
});
