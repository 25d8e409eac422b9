import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { InktapeServer } from "../../../../src/server/node/index.js";
import { openTapeFile } from "../../../../src/tape/file/open.js";
import { blobRanges } from "../../../../src/transport/file/blob-ranges.js";
import { Running } from "../running.js";
import { ask, refusal, SECRET, tokenAt } from "./asking.js";

let running: Running;
let server: InktapeServer;

beforeEach(async () => {
  running = new Running();
  server = await running.start({ assets: { asset: 1000, room: 1500 } });
});
afterEach(() => running.stop());

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const PNG = "\x89PNG\r\n\x1A\n";
const png = (size: number, fill = 0) => {
  const bytes = new Uint8Array(size).fill(fill);
  bytes.set(bytesOf(PNG));
  return bytes;
};
const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const pathOf = (bytes: Uint8Array) => `/rooms/room/assets/${hashOf(bytes)}`;
const put = (bytes: Uint8Array<ArrayBuffer>, headers = {}) =>
  ask(server, "PUT", pathOf(bytes), { body: bytes, headers });

describe("in a room", () => {
  beforeEach(async () => {
    await ask(server, "POST", "/rooms", { json: { room: "room", isRecorded: true } });
  });

  test("a picture is found by its hash, as what it is and not as what was said, and runs nothing", async () => {
    const picture = png(100);
    expect((await put(picture, { "Content-Type": "text/html" })).status).toBe(204);
    const answer = await ask(server, "GET", pathOf(picture));
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(picture);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/png",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
      etag: `"${hashOf(picture)}"`,
    });
    const head = await ask(server, "HEAD", pathOf(picture));
    expect([head.status, head.headers.get("content-type"), await head.text()]).toEqual([200, "image/png", ""]);
    const again = await ask(server, "GET", pathOf(picture), { headers: { "If-None-Match": `"${hashOf(picture)}"` } });
    expect(again.status).toBe(304);
  });

  test("an SVG is shown as one, and runs nothing", async () => {
    const svg = bytesOf("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
    expect((await put(svg)).status).toBe(204);
    expect(Object.fromEntries((await ask(server, "GET", pathOf(svg))).headers)).toMatchObject({
      "content-type": "image/svg+xml",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    });
  });

  test("what is no picture, or not what it is named by, is refused", async () => {
    const page = bytesOf("<!DOCTYPE html><script>alert(1)</script>");
    expect(await refusal(put(page, { "Content-Type": "image/png" }))).toEqual([400, "bad-bytes"]);
    expect(await refusal(ask(server, "PUT", pathOf(png(50)), { body: png(51) }))).toEqual([400, "bad-bytes"]);
    expect(await refusal(ask(server, "PUT", "/rooms/room/assets/abc", { body: png(51) }))).toEqual([
      400,
      "bad-argument",
    ]);
    expect(await refusal(ask(server, "GET", pathOf(png(50))))).toEqual([404, "not-found"]);
  });

  test("what is too large is refused, before it is read when it says so, and while it is read", async () => {
    expect(await refusal(put(png(1001)))).toEqual([413, "too-large"]);
    const said = await running.sayHttp(server.port, [
      `PUT /api${pathOf(png(1001))} HTTP/1.1`,
      `Host: 127.0.0.1:${server.port}`,
      "Connection: close",
      "Content-Length: 999999999",
    ]);
    expect(said).toContain("HTTP/1.1 413");
    const body = new Blob([png(1001)]).stream();
    const chunked = await fetch(new URL(`api${pathOf(png(1001))}`, server.url), {
      method: "PUT",
      body,
      duplex: "half",
    } as RequestInit);
    expect(chunked.status).toBe(413);
    expect((await put(png(1000))).status).toBe(204);
    expect(await refusal(put(png(1000, 1)))).toEqual([413, "too-large"]);
    expect((await put(png(500, 1))).status).toBe(204);
  });

  test("a recording that is downloaded has its pictures with it", async () => {
    const picture = png(100);
    await put(picture);
    const file = await (await ask(server, "GET", "/rooms/room/tape.inktape")).blob();
    const tape = await openTapeFile(blobRanges(file));
    expect(tape.assets).toEqual([{ hash: hashOf(picture), mediaType: "image/png", bytes: 100 }]);
    expect(await tape.asset(hashOf(picture))).toEqual(picture);
  });

  test("it goes with its room, and closed rooms take none", async () => {
    await put(png(100));
    await ask(server, "POST", "/rooms/room/close");
    expect(await refusal(put(png(200)))).toEqual([403, "denied"]);
    await ask(server, "DELETE", "/rooms/room");
    await ask(server, "POST", "/rooms", { json: { room: "room" } });
    expect(await refusal(ask(server, "GET", pathOf(png(100))))).toEqual([404, "not-found"]);
  });
});

test("with tokens, writers of the room put pictures, and everyone of the room sees them", async () => {
  const own = await running.start({ tokens: { secret: SECRET } });
  const admin = await tokenAt(running, { role: "admin" });
  await ask(own, "POST", "/rooms", { json: { room: "room" }, token: admin });
  const picture = png(100);
  const reader = await tokenAt(running, { replay: false });
  const writer = await tokenAt(running, { role: "writer" });
  const other = await tokenAt(running, { role: "writer", room: "other" });
  const putBy = (token?: string) => ask(own, "PUT", pathOf(picture), { body: picture, token });
  expect(await refusal(putBy())).toEqual([403, "denied"]);
  expect(await refusal(putBy(reader))).toEqual([403, "denied"]);
  expect(await refusal(putBy(other))).toEqual([403, "denied"]);
  expect((await putBy(writer)).status).toBe(204);
  expect((await ask(own, "GET", pathOf(picture), { token: reader })).headers.get("cache-control")).toContain("private");
  expect(await refusal(ask(own, "GET", pathOf(picture), { token: other }))).toEqual([403, "denied"]);
  expect(await refusal(ask(own, "GET", "/rooms/room/recordings", { token: reader }))).toEqual([403, "denied"]);
});

describe("where an app's own function says who comes in", () => {
  test("a writer puts pictures by cookie or token, a reader and who is kept out do not, and all see them", async () => {
    const asked: string[] = [];
    const own = await running.start({
      authorize({ join, headers, path }) {
        asked.push(`${join.role} ${join.room} ${path}`);
        const name = /who=(\w+)/.exec(headers.cookie ?? "")?.[1] ?? join.token;
        if (name === "wendy") return "writer";
        return name === "rita" ? { role: "reader" } : { denied: "Who are you?" };
      },
    });
    await running.call(own, "wendy", { token: "wendy" });
    const picture = png(100);
    const by = (headers: Record<string, string>) => ask(own, "PUT", pathOf(picture), { body: picture, headers });
    expect(await refusal(by({}))).toEqual([403, "denied"]);
    expect(await refusal(by({ Cookie: "who=rita" }))).toEqual([403, "denied"]);
    expect((await by({ Cookie: "who=wendy" })).status).toBe(204);
    expect((await by({ Authorization: "Bearer wendy" })).status).toBe(204);
    expect(asked.at(-1)).toBe(`writer room /api${pathOf(picture)}`);
    expect((await ask(own, "GET", pathOf(picture), { headers: { Cookie: "who=rita" } })).status).toBe(200);
    expect(await refusal(ask(own, "DELETE", "/rooms/room", { headers: { Cookie: "who=wendy" } }))).toEqual([
      403,
      "denied",
    ]);
  });
});
