import { expect, test } from "vitest";
import { FIRST_PAGE, type Board } from "../../src/board/board.js";
import { shapesOf } from "../../src/board/leaves.js";
import { createRoomClient, type RoomClientOptions } from "../../src/client/create-room-client.js";
import { exportJson, importExcalidraw, importJson } from "../../src/client/import-files.js";
import { virtualClock } from "../../src/clock/virtual.js";
import type { PageId } from "../../src/signal/ids.js";
import { memory } from "../../src/transport/memory/index.js";
import { arrow, box, excalidrawFile } from "../document/excalidraw/samples.js";
import { LOG_START } from "../property/arbitraries.js";
import { pass } from "../property/network.js";

async function join(room: string, over: Partial<RoomClientOptions> = {}) {
  const clock = virtualClock(LOG_START);
  const client = createRoomClient({ transport: memory({ clock }), room, clock, random: Math.random, ...over });
  await pass(clock, 50);
  return client;
}

const kindsOn = (board: Board | null) => (board ? [...shapesOf(board)].map(({ kind }) => kind) : []);

test("an Excalidraw file is put on a page, saved, and opened in another room, each in one step", async () => {
  const [one, two] = [await join("one"), await join("two")];
  importExcalidraw(one, JSON.stringify(excalidrawFile(box, arrow)), FIRST_PAGE);
  expect(kindsOn(one.board.get())).toEqual(["rectangle", "arrow"]);
  const saved = exportJson(one.board.get()!);
  importJson(two, saved);
  expect(exportJson(two.board.get()!)).toBe(saved);
  two.undo();
  expect(kindsOn(two.board.get())).toEqual([]);
  expect(two.history.get().canUndo).toBe(false);
});

test("what cannot be read is said, and nothing is changed", async () => {
  const client = await join("refused");
  expect(() => importJson(client, "no JSON")).toThrowError(/its content is no JSON/);
  expect(() => importExcalidraw(client, JSON.stringify(excalidrawFile(box)), "gone" as PageId)).toThrowError(
    expect.objectContaining({ code: "not-found" }),
  );
  expect(kindsOn(client.board.get())).toEqual([]);
});
