import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { openRecordingFile } from "../../../../src/react/replay/file/recording-file.js";
import { roomId } from "../../../../src/signal/ids.js";
import { boardAt } from "../../../../src/tape/board-at.js";
import { fileOf } from "../../../tape/file/files.js";
import { lessonLog } from "../../../tape/lesson.js";
import { foldTo, tapeOf } from "../../../tape/tape-of.js";

const log = lessonLog({ strokes: 700, breakEvery: 100 });
const bytes = await fileOf(tapeOf(log, { blocks: [1500, 3000, 4500, 6000, 7500], keyframes: [3000, 6000] }));
const ROOM = roomId("any");

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/lesson.inktape`;
}

test("of a file on a web server only the index and what is looked at is read", async () => {
  let sent = 0;
  const address = await serve((request, response) => {
    const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? "") ?? [];
    const first = from === "" ? Math.max(0, bytes.length - Number(to)) : Number(from);
    const part = bytes.subarray(first, from === "" ? bytes.length : Number(to) + 1);
    sent += part.length;
    response.writeHead(206, { "Content-Range": `bytes ${first}-${first + part.length - 1}/${bytes.length}` });
    response.end(part);
  });
  const { transport, progress } = openRecordingFile(address);
  expect(sent).toBe(0);
  const early = log[500]!.at;
  expect(await boardAt(transport.tape(ROOM), early)).toEqual(foldTo(log, early));
  expect(sent).toBeGreaterThan(0);
  expect(sent).toBeLessThan((bytes.length * 3) / 4);
  expect(progress.get()).toBeNull();
});

test("of a host that knows no ranges the whole file is fetched once, and it tells how much has come", async () => {
  let asked = 0;
  let see = (): void => undefined;
  const seen = new Promise<void>((resolve) => (see = resolve));
  const half = Math.floor(bytes.length / 2);
  const address = await serve((_, response) => {
    asked += 1;
    response.writeHead(200, { "Content-Length": bytes.length });
    response.write(bytes.subarray(0, half));
    void seen.then(() => response.end(bytes.subarray(half)));
  });
  const { transport, progress } = openRecordingFile(address);
  const shares: (number | null)[] = [];
  progress.subscribe(() => {
    shares.push(progress.get());
    see();
  });
  const end = log.at(-1)!.at;
  expect(await boardAt(transport.tape(ROOM), end)).toEqual(foldTo(log, end));
  expect(asked).toBe(1);
  expect(shares.at(-1)).toBeNull();
  expect(shares.slice(0, -1).every((share) => share !== null && share > 0 && share < 1)).toBe(true);
  expect(shares.length).toBeGreaterThan(1);
});

test("says what is wrong with an address, and that nobody can come in", async () => {
  const address = await serve((_, response) => response.writeHead(404).end());
  await expect(openRecordingFile(address).transport.tape(ROOM).timeline()).rejects.toMatchObject({ code: "not-found" });
  const { transport } = openRecordingFile(new Blob([bytes as BlobPart]));
  expect(() => transport.connect({} as never, {} as never)).toThrow(expect.objectContaining({ code: "bad-argument" }));
  expect(await transport.rooms()).toEqual([]);
  await expect(transport.assets(ROOM).put(bytes)).rejects.toMatchObject({ code: "denied" });
});

test.each([
  ["https://host/a/lesson.inktape?x=1#t", "lesson"],
  ["cells and more.inktape", "cells-and-more"],
  ["https://host/", "recording"],
  [new File([], "algebra.inktape"), "algebra"],
  [new Blob([]), "recording"],
])("a file is called as its address is: %s", (src, name) => {
  expect(openRecordingFile(src).name).toBe(name);
});
