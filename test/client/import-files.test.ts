import { expect, test } from "vitest";
import { FIRST_PAGE, type Board } from "../../src/board/board.js";
import { shapesOf } from "../../src/board/leaves.js";
import { createRoomClient, type RoomClientOptions } from "../../src/client/create-room-client.js";
import { exportJson, importExcalidraw, importJson } from "../../src/client/import-files.js";
import { virtualClock } from "../../src/clock/virtual.js";
import type { PageId } from "../../src/signal/ids.js";
import type { Shape } from "../../src/signal/shape.js";
import { memory } from "../../src/transport/memory/index.js";
import { arrow, box, excalidrawFile } from "../document/excalidraw/samples.js";
import { rectangle } from "../board/log.js";
import { LOG_START } from "../property/arbitrary-log.js";
import { pass } from "../property/network.js";

async function join(room: string, over: Partial<RoomClientOptions> = {}) {
  const clock = virtualClock(LOG_START);
  const client = createRoomClient({ transport: memory({ clock }), room, clock, random: Math.random, ...over });
  await pass(clock, 50);
  return client;
}

const kindsOn = (board: Board | null) => (board ? [...shapesOf(board)].map(({ kind }) => kind) : []);

/** A PNG of one pixel, and what it goes by. */
const DOT = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
  (letter) => letter.charCodeAt(0),
);

/** A board with a picture, and another one as paper, in a room of its own. */
async function withPictures(room: string) {
  const client = await join(room);
  const asset = await client.assets.put(DOT);
  const { fill: _, seed: __, ...box } = rectangle(0, { id: client.newShapeId() });
  client.send([
    { type: "shape.add", shape: { ...box, kind: "image", asset } },
    { type: "page.paper", id: FIRST_PAGE, paper: { color: "", pattern: "grid", asset, w: 100, h: 50 } },
  ]);
  return { client, asset };
}

test("an Excalidraw file is put on a page, saved, and opened in another room, each in one step", async () => {
  const [one, two] = [await join("one"), await join("two")];
  await importExcalidraw(one, JSON.stringify(excalidrawFile(box, arrow)), FIRST_PAGE);
  expect(kindsOn(one.board.get())).toEqual(["rectangle", "arrow"]);
  const saved = await exportJson(one.board.get()!);
  expect(await importJson(two, saved)).toEqual([]);
  expect(await exportJson(two.board.get()!)).toBe(saved);
  two.undo();
  expect(kindsOn(two.board.get())).toEqual([]);
  expect(two.history.get().canUndo).toBe(false);
});

test("a board goes with its pictures to a room that has never seen them", async () => {
  const { client: from, asset } = await withPictures("from");
  const to = await join("to");
  const saved = await exportJson(from.board.get()!, { assets: from.assets });
  await expect(to.assets.get(asset)).rejects.toThrowError(/has no picture/);
  expect(await importJson(to, saved)).toEqual([]);
  expect(await to.assets.get(asset)).toEqual({ mediaType: "image/png", bytes: DOT });
  expect(await exportJson(to.board.get()!, { assets: to.assets })).toBe(saved);
});

test("pictures that are nowhere are named, when a board is saved and when it is opened", async () => {
  const { client: from, asset } = await withPictures("from");
  const saved = await exportJson(from.board.get()!);
  const to = await join("to");
  expect(await importJson(to, saved)).toEqual([asset]);
  expect(kindsOn(to.board.get())).toEqual(["image"]);
  const missing: string[] = [];
  await exportJson(to.board.get()!, { assets: to.assets, onMissing: (names) => missing.push(...names) });
  expect(missing).toEqual([asset]);
});

test.each<[string, (asset: string) => object, string]>([
  [
    "another picture than it is named as",
    () => ({ mediaType: "image/png", base64: btoa("\x89PNG\r\n\x1A\n") }),
    "bad-bytes",
  ],
  ["no picture", () => ({ mediaType: "image/png", base64: btoa("a program") }), "bad-argument"],
  ["no base64", () => ({ mediaType: "image/png", base64: "?" }), "bad-bytes"],
  ["no bytes", () => ({ mediaType: "image/png" }), "bad-bytes"],
])("a file that carries %s is refused, and nothing has changed", async (_, wrong, code) => {
  const { client: from, asset } = await withPictures("from");
  const saved = JSON.parse(await exportJson(from.board.get()!)) as object;
  const to = await join("to");
  const before = to.board.get();
  const opened = importJson(to, JSON.stringify({ ...saved, assets: { [asset]: wrong(asset) } }));
  await expect(opened).rejects.toThrowError(expect.objectContaining({ code }));
  expect(to.board.get()).toBe(before);
});

test("images of an Excalidraw file come along; what of it cannot be taken is counted", async () => {
  const client = await join("images");
  const image = { type: "image", x: 0, y: 0, width: 40, height: 30, scale: [1, 1] };
  const crop = { x: 10, y: 0, width: 20, height: 30, naturalWidth: 40, naturalHeight: 60 };
  const file = excalidrawFile(
    { ...image, fileId: "dot", crop },
    { ...image, fileId: "dot" },
    { ...image, fileId: "gone" },
    { ...image, fileId: "broken" },
    { ...box, type: "embeddable" },
    { ...box, backgroundColor: "#ff0000", fillStyle: "zigzag" },
  );
  const dot = `data:image/png;base64,${btoa(String.fromCharCode(...DOT))}`;
  const files = { dot: { dataURL: dot }, broken: { dataURL: "data:image/png;base64,AAAA" } };
  const notTaken = await importExcalidraw(client, JSON.stringify({ ...file, files }), FIRST_PAGE);
  expect(notTaken).toEqual({ elements: 1, pictures: 2, simplified: 1 });
  const shapes = [...shapesOf(client.board.get()!)];
  expect(shapes.map(({ kind }) => kind)).toEqual(["image", "image", "rectangle"]);
  expect(shapes[0]).toMatchObject({ cropX: 0.25, cropW: 0.5, cropH: 0.5 });
  const { bytes } = await client.assets.get((shapes[0] as Shape & { asset: string }).asset);
  expect(bytes).toEqual(DOT);
});

test("what cannot be read is said, and nothing is changed", async () => {
  const client = await join("refused");
  await expect(importJson(client, "no JSON")).rejects.toThrowError(/its content is no JSON/);
  const nowhere = importExcalidraw(client, JSON.stringify(excalidrawFile(box)), "gone" as PageId);
  await expect(nowhere).rejects.toThrowError(expect.objectContaining({ code: "not-found" }));
  expect(kindsOn(client.board.get())).toEqual([]);
});
