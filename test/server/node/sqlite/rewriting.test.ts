import { DatabaseSync } from "@photostructure/sqlite";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { virtualClock } from "../../../../src/clock/virtual.js";
import { rewrittenParts } from "../../../../src/room/rewrite.js";
import type { RewrittenPart } from "../../../../src/room/room-log.js";
import { sqliteStore } from "../../../../src/server/node/index.js";
import { roomId, type ClientId, type Millis } from "../../../../src/signal/ids.js";
import { drafts, marker, stroke } from "../../../../src/testing/samples.js";
import { tapeEntries } from "../../../../src/testing/room-log/log-bench.js";
import { Folders } from "./folder.js";

const folders = new Folders();
afterEach(() => folders.remove());

const ROOM = roomId("room");

test("a process that ends while a room is written anew leaves it as it was, and its leavings are taken away", async () => {
  const clock = virtualClock(1000);
  const folder = await folders.make();
  const store = sqliteStore({ folder, clock });
  await store.create(ROOM, true);
  const log = await store.open(ROOM);
  const { member } = await log.enrol("ada" as ClientId);
  await log.append(drafts(member, 0, [...stroke(member, 0), marker("a-word")]));
  let copy = "";
  const parts = async function* (): AsyncGenerator<RewrittenPart> {
    for await (const part of rewrittenParts(log, { type: "trim", range: { from: 0 as Millis, to: 9999 as Millis } })) {
      if (part.type === "keyframe") copy = await folders.copy(folder);
      yield part;
    }
  };
  await store.rewrite(ROOM, parts());
  await log.close();
  await store.close();

  const rooms = (at: string) => {
    const db = new DatabaseSync(path.join(at, "inktape.db"), { readOnly: true });
    const names = db.prepare("SELECT name FROM room ORDER BY id").all();
    const blocks = db.prepare("SELECT COUNT(*) AS count FROM block").get() as { count: number };
    db.close();
    return [names, blocks.count] as const;
  };
  expect(rooms(copy)).toEqual([[{ name: ROOM }, { name: null }], 1]);
  const after = sqliteStore({ folder: copy, clock });
  expect((await after.list()).map(({ room }) => room)).toEqual([ROOM]);
  expect((await tapeEntries((await after.tape(ROOM))!)).map(({ signal }) => signal)).toContainEqual(marker("a-word"));
  while (rooms(copy)[0].length > 1) await new Promise((resolve) => setImmediate(resolve));
  expect(rooms(copy)).toEqual([[{ name: ROOM }], 0]);
  await after.close();
  expect(rooms(folder)).toEqual([[{ name: ROOM }], 1]);
});
