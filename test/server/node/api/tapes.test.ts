import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { InktapeServer } from "../../../../src/server/node/index.js";
import { memoryStore } from "../../../../src/room/memory-store.js";
import { decodeBlock } from "../../../../src/tape/block.js";
import { decodeTimeline } from "../../../../src/tape/index-bytes.js";
import { marker, stroke } from "../../../../src/testing/samples.js";
import { tapeFile } from "../../../../src/transport/file/index.js";
import { Running } from "../running.js";

let running: Running;
let server: InktapeServer;

beforeEach(async () => {
  running = new Running();
  server = await running.start();
});
afterEach(() => running.stop());

const get = (path: string, headers: Record<string, string> = {}) => fetch(new URL(path, server.url), { headers });
const json = async (path: string) => (await get(path)).json();

async function lesson() {
  const ada = await running.call(server, "ada");
  const { member } = await ada.welcome();
  ada.say([...stroke(member, 0), marker("here")]);
  await ada.acknowledged();
  return ada;
}

test("says that it is well", async () => {
  expect(await json("/api/health")).toEqual({ status: "ok" });
});

test("lists its rooms, and tells of one", async () => {
  expect(await json("/api/rooms")).toEqual({ rooms: [], next: null });
  const ada = await lesson();
  const { rooms, next } = await json("/api/rooms");
  const [room] = rooms;
  expect(next).toBeNull();
  expect(room).toMatchObject({ room: "room", entries: ada.seq, isRecorded: true, created: running.clock.now() });
  expect(await json("/api/rooms/room")).toEqual(room);
});

describe("a tape", () => {
  test("has a timeline that nobody keeps, as bytes or as JSON", async () => {
    await lesson();
    const response = await get("/api/rooms/room/timeline");
    expect(response.headers.get("content-type")).toBe("application/octet-stream");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const timeline = decodeTimeline(new Uint8Array(await response.arrayBuffer()));
    expect(timeline).toMatchObject({ room: "room", isLive: true, markers: [{ label: "here" }] });
    const legible = await get("/api/rooms/room/timeline?format=json");
    expect(legible.headers.get("content-type")).toContain("application/json");
    expect(legible.headers.get("cache-control")).toBe("no-store");
    expect(await legible.json()).toEqual(timeline);
  });

  test("has a timeline of a stretch of time", async () => {
    const ada = await lesson();
    const then = running.clock.now();
    running.clock.advance(5000);
    ada.say([marker("later")]);
    await ada.acknowledged();
    const { markers } = await json(`/api/rooms/room/timeline?format=json&to=${then}`);
    expect(markers).toMatchObject([{ label: "here" }]);
    expect((await json(`/api/rooms/room/timeline?format=json&from=${then}&to=${then + 9000}`)).markers).toHaveLength(2);
  });

  test("has blocks that everybody may keep, of any run of entries", async () => {
    const ada = await lesson();
    const response = await get(`/api/rooms/room/blocks/3-${ada.seq}`);
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(response.headers.get("content-type")).toBe("application/octet-stream");
    expect(decodeBlock(new Uint8Array(await response.arrayBuffer()))).toEqual(ada.entries);
  });

  test("is sent once to who keeps it: tags of what is there, packed when that is asked for", async () => {
    const ada = await lesson();
    for (const path of ["timeline?format=json", `blocks/1-${ada.seq}`, "recordings"]) {
      const address = `/api/rooms/room/${path}`;
      const tag = (await get(address)).headers.get("etag") ?? "none";
      const again = await get(address, { "If-None-Match": tag });
      expect([path, again.status, await again.text()]).toEqual([path, 304, ""]);
    }
    for (let count = 0; count < 30; count++) ada.say([marker(`number ${count}`)]);
    await ada.acknowledged();
    const packed = await get("/api/rooms/room/recordings", { "Accept-Encoding": "gzip" });
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    expect((await packed.json()).markers).toHaveLength(31);
    const part = await get("/api/rooms/room/timeline", { "Accept-Encoding": "gzip" });
    expect(part.headers.get("content-encoding")).toBeNull();
  });

  test("is told of in words", async () => {
    const ada = await lesson();
    running.clock.advance(5000);
    ada.say([marker("later")]);
    await ada.acknowledged();
    const start = running.clock.now() - 5000;
    const told = await json("/api/rooms/room/recordings");
    expect(told).toMatchObject({
      entries: ada.seq,
      from: start,
      to: start + 5000,
      spans: [{ from: start, to: start + 5000 }],
      members: [{ user: "ada", name: "Name of ada", from: start, to: start + 5000 }],
      markers: [{ label: "here" }, { label: "later" }],
    });
  });

  test("is one file, also while the room is live, or a stretch of it", async () => {
    const ada = await lesson();
    const then = running.clock.now();
    running.clock.advance(5000);
    ada.say([marker("later")]);
    await ada.acknowledged();
    const response = await get("/api/rooms/room/tape.inktape");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="room.inktape"');
    expect((await fetch(response.url, { method: "HEAD" })).headers.get("content-disposition")).toContain(
      "room.inktape",
    );
    const labels = async (file: Response) => {
      const tape = tapeFile({ src: await file.blob() });
      return (await tape.timeline()).markers.map(({ label }) => label);
    };
    expect(await labels(response)).toEqual(["here", "later"]);
    expect(await labels(await get(`/api/rooms/room/tape.inktape?from=${then + 1}`))).toEqual(["later"]);
    expect(await labels(await get(`/api/rooms/room/tape.inktape?to=${then}`))).toEqual(["here"]);
  });

  test("may be read by pages of other servers", async () => {
    const response = await get("/api/rooms", { Origin: "https://elsewhere.example" });
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
  });
});

describe("errors are JSON with a code and a sentence", () => {
  test.each([
    ["/api/rooms/never", 404, "not-found"],
    ["/api/rooms/never/timeline", 404, "not-found"],
    ["/api/rooms/never/blocks/1-2", 404, "not-found"],
    ["/api/rooms/room/blocks/1-999", 404, "not-found"],
    ["/api/rooms/room/blocks/1-9999999", 404, "not-found"],
    ["/api/rooms/room/blocks/0-2", 400, "bad-argument"],
    ["/api/rooms/room/blocks/1-99999999999999999999", 400, "bad-argument"],
    ["/api/rooms/room/blocks/abc", 404, "not-found"],
    ["/api/rooms/room/keyframes/1", 404, "not-found"],
    ["/api/rooms/room/timeline?from=yesterday", 400, "bad-argument"],
    ["/api/rooms/room/timeline?format=xml", 400, "bad-argument"],
    ["/api/rooms/room/timeline?fron=5", 400, "bad-argument"],
    ["/api/rooms/room/keyframes/0", 400, "bad-argument"],
    ["/api/rooms/room/blocks/1-2?edition=1", 404, "not-found"],
    ["/api/rooms?limit=0", 400, "bad-argument"],
    ["/api/rooms?after=nowhere", 400, "bad-argument"],
    ["/api/rooms/a%20b", 400, "bad-argument"],
    ["/api/rooms/room/socket", 404, "not-found"],
    ["/api/nothing", 404, "not-found"],
    ["/nothing", 404, "not-found"],
  ])("%s: %d %s", async (path, status, code) => {
    await lesson();
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ code, message: expect.stringMatching(/^[A-Z"].{10,}[.]$/) });
  });

  test("one that nobody foresaw is told in the log, not outside", async () => {
    const failing = await running.start({
      store: {
        ...memoryStore(running.clock),
        list: () => Promise.reject(new Error("secret")),
      },
    });
    const response = await fetch(new URL("/api/rooms", failing.url));
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("secret");
    expect(running.log.join()).toContain("secret");
  });
});
