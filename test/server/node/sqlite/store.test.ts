import path from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { afterEach, expect, test } from "vitest";
import { EMPTY_BOARD } from "../../../../src/board/board.js";
import { virtualClock } from "../../../../src/clock/virtual.js";
import { sqliteStore } from "../../../../src/server/node/sqlite/store.js";
import { ROOM_MEMBER, roomId, type ClientId } from "../../../../src/signal/ids.js";
import { sealBlock } from "../../../../src/tape/seal.js";
import { drafts, marker } from "../../../../src/testing/samples.js";
import { Folders } from "./folder.js";

const folders = new Folders();
afterEach(() => folders.remove());
const clock = virtualClock(1_700_000_000_000);

test("its file can be read by others while it is open", async () => {
  const folder = await folders.make();
  const store = sqliteStore({ folder, clock });
  await store.open(roomId("room"));
  const other = new DatabaseSync(path.join(folder, "inktape.db"), { readOnly: true });
  expect(other.prepare("SELECT name FROM room").all()).toMatchObject([{ name: "room" }]);
  other.close();
  await store.close();
});

test("it counts the bytes of a room as they come and go", async () => {
  const store = sqliteStore({ folder: await folders.make(), clock });
  const log = await store.open(roomId("room"));
  await log.enrol("ada" as ClientId);
  const bytes = async () => (await store.list())[0]?.bytes ?? 0;
  const entries = await log.append(
    drafts(ROOM_MEMBER, 0, [{ type: "recording.set", on: true }, ...Array.from({ length: 50 }, () => marker("same"))]),
  );
  const raw = await bytes();
  const block = sealBlock(entries.slice(0, 40), { before: EMPTY_BOARD });
  await log.seal(block);
  expect(await bytes()).toBeLessThan(raw);
  await log.seal(sealBlock(entries.slice(40), { before: EMPTY_BOARD }));
  const { blocks } = await log.tape().timeline();
  expect(await bytes()).toBe(blocks.reduce((sum, ref) => sum + ref.bytes, 0));
  await store.close();
});
