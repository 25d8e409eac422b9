import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import type { Board } from "../../../src/board/board.js";
import { virtualClock } from "../../../src/clock/virtual.js";
import { createPlayer } from "../../../src/player/create-player.js";
import type { Millis } from "../../../src/signal/ids.js";
import { boardAt } from "../../../src/tape/board-at.js";
import type { TapeSource } from "../../../src/tape/tape-source.js";
import { tapeFile } from "../../../src/transport/file/index.js";
import type { Fetch } from "../../../src/transport/file/http-ranges.js";
import { fileOf } from "../../tape/file/files.js";
import { lessonLog } from "../../tape/lesson.js";
import { foldTo, tapeOf } from "../../tape/tape-of.js";

const log = lessonLog({ strokes: 700, breakEvery: 100 });
const cuts = [1500, 3000, 4500, 6000, 7500];
const bytes = await fileOf(tapeOf(log, { blocks: cuts, keyframes: [3000, 6000] }));
const end = log.at(-1)!.at;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A web server that answers so. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/lesson.inktape`;
}

/** What a range asks for: its first byte, and the one after its last. */
function rangeOf(header: string | null | undefined): [number, number] {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") as RegExpExecArray;
  if (from === "") return [Math.max(0, bytes.length - Number(to)), bytes.length];
  return [Number(from), Math.min(bytes.length, Number(to) + 1)];
}

/** A web server that knows ranges, as most do. */
function withRanges(ranges: string[] = []): RequestListener {
  return (request, response) => {
    ranges.push(request.headers.range ?? "");
    const [from, to] = rangeOf(request.headers.range);
    response.writeHead(206, { "Content-Range": `bytes ${from}-${to - 1}/${bytes.length}` });
    response.end(bytes.subarray(from, to));
  };
}

/** Moments forwards and backwards, and the boards that the log has there. */
const MOMENTS = [0, 2500, 100, log.length - 1].map((index) => log[index]!.at);
const BOARDS = MOMENTS.map((wall) => foldTo(log, wall));

/** The boards that a tape has at those moments. */
async function boardsOf(source: TapeSource) {
  const boards: Board[] = [];
  for (const wall of MOMENTS) boards.push(await boardAt(source, wall));
  return boards;
}

describe("a tape in a file", { timeout: 60_000 }, () => {
  test("is read from a web server piece by piece", async () => {
    const ranges: string[] = [];
    const source = tapeFile({ src: await serve(withRanges(ranges)) });
    await boardAt(source, log[0]!.at);
    expect(ranges[0]).toBe("bytes=-16384");
    // The end, the document, presence; and the ink, for which a first picture does not wait.
    expect(ranges.length).toBeLessThanOrEqual(4);
    expect(await boardsOf(source)).toEqual(BOARDS);
  });

  test("is taken whole, once, from a host that does not know ranges", async () => {
    let count = 0;
    const address = await serve((_, response) => {
      count += 1;
      response.end(bytes);
    });
    expect(await boardsOf(tapeFile({ src: new URL(address) }))).toEqual(BOARDS);
    expect(count).toBe(1);
  });

  test("is read from a file that somebody chose", async () => {
    expect(await boardsOf(tapeFile({ src: new Blob([bytes as Uint8Array<ArrayBuffer>]) }))).toEqual(BOARDS);
  });

  test("is read by whatever fetches", async () => {
    const fetch: Fetch = async (_, init) => {
      const [from, to] = rangeOf(new Headers(init.headers).get("range"));
      return new Response(bytes.slice(from, to) as Uint8Array<ArrayBuffer>, { status: 206 });
    };
    expect(await boardsOf(tapeFile({ src: "https://tapes.example/lesson.inktape", fetch }))).toEqual(BOARDS);
  });

  test("is played by a player", async () => {
    const clock = virtualClock(0);
    const player = createPlayer({ source: tapeFile({ src: await serve(withRanges()) }), clock });
    await expect.poll(() => player.frame.get().board, { timeout: 10_000 }).not.toBeNull();
    await player.seekWall(end);
    expect(player.frame.get().board).toEqual(foldTo(log, end));
    await player.seek(1000);
    const { wall, board } = player.frame.get();
    expect(board).toEqual(foldTo(log, wall as Millis));
    expect(player.state.get().members.length).toBe(2);
    player.close();
  });
});

describe("a tape that cannot be had", () => {
  test.each([
    [404, "not-found"],
    [403, "denied"],
    [500, "offline"],
  ])("because its host says %d is %s", async (status, code) => {
    const source = tapeFile({ src: await serve((_, response) => void response.writeHead(status).end()) });
    await expect(source.timeline()).rejects.toMatchObject({ code });
  });

  test("because its host is out of reach is offline, and tried again", async () => {
    let isUp = false;
    const address = await serve((request, response) => {
      if (isUp) withRanges()(request, response);
      else response.destroy();
    });
    const source = tapeFile({ src: address });
    await expect(source.timeline()).rejects.toMatchObject({ code: "offline" });
    isUp = true;
    expect((await source.timeline()).blocks.length).toBeGreaterThan(3);
  });

  test("because it is something else is damaged", async () => {
    for (const body of ["", "<html>not found, but politely</html>"]) {
      const source = tapeFile({ src: await serve((_, response) => void response.end(body)) });
      await expect(source.timeline()).rejects.toMatchObject({ code: "tape-damaged" });
    }
    const empty = tapeFile({ src: await serve((_, response) => void response.writeHead(416).end()) });
    await expect(empty.timeline()).rejects.toMatchObject({ code: "tape-damaged" });
  });

  test("because its host sends other bytes than were asked for", async () => {
    const more = await serve((_, response) => {
      response.writeHead(206, { "Content-Range": `bytes 0-${bytes.length - 1}/${bytes.length}` }).end(bytes);
    });
    await expect(tapeFile({ src: more }).timeline()).rejects.toMatchObject({ code: "too-large" });
    const huge: Fetch = async () => new Response("x", { headers: { "Content-Length": String(2 ** 31) } });
    const source = tapeFile({ src: "https://tapes.example/huge.inktape", fetch: huge });
    await expect(source.timeline()).rejects.toMatchObject({ code: "too-large" });
    const elsewhere: Fetch = async (_, init) => {
      const [from, to] = rangeOf(new Headers(init.headers).get("range"));
      const headers = { "Content-Range": `bytes ${from === 0 ? 0 : 7}-${to}/${bytes.length}` };
      return new Response(bytes.slice(from, to) as Uint8Array<ArrayBuffer>, { status: 206, headers });
    };
    const moved = tapeFile({ src: "https://tapes.example/moved.inktape", fetch: elsewhere });
    await expect(boardAt(moved, end)).rejects.toMatchObject({ code: "tape-damaged" });
  });

  test("because its address is none", () => {
    expect(() => tapeFile({ src: "http://" })).toThrow("is no address of a tape");
  });

  test("because the one who asked gave up", async () => {
    const address = await serve(withRanges());
    const source = tapeFile({ src: address });
    const [block] = (await source.timeline()).blocks;
    const giveUp = new AbortController();
    const asked = source.part(block!, "ink", giveUp.signal);
    giveUp.abort();
    await expect(asked).rejects.toMatchObject({ name: "AbortError" });
  });
});
