import { expect, test } from "vitest";

import { EMPTY_BOARD } from "../../src/board/board.js";
import { shapeAt } from "../../src/board/leaves.js";
import { createRoomClient, type RoomClientOptions } from "../../src/client/create-room-client.js";
import { virtualClock } from "../../src/clock/virtual.js";
import { InktapeError } from "../../src/signal/errors.js";
import type { Entry } from "../../src/signal/entry.js";
import { memory, type MemoryOptions } from "../../src/transport/memory/index.js";
import { inkHeader, rectangle } from "../board/log.js";
import { LOG_START } from "../property/arbitrary-log.js";
import { pass } from "../property/network.js";
import { append } from "./signals.js";

/** People in one room of one tab. */
function setUp(options: MemoryOptions = {}) {
  const clock = virtualClock(LOG_START);
  const transport = memory({ clock, ...options });
  const join = async (more: Partial<RoomClientOptions> = {}) => {
    const client = createRoomClient({ transport, room: "algebra", clock, random: Math.random, ...more });
    await pass(clock, 50);
    return client;
  };
  return { clock, join };
}

test("what one draws the other sees, and both have the same board", async () => {
  const { clock, join } = setUp();
  const [anna, ben] = [await join(), await join()];
  const id = anna.newShapeId();
  anna.send([{ type: "ink.begin", shape: inkHeader(0, { id }) }, append(3, 0, id), { type: "ink.end", id }]);
  await pass(clock, 50);
  expect(shapeAt(ben.board.get() ?? EMPTY_BOARD, id)).toMatchObject({ kind: "ink" });
  expect(ben.confirmed.get()).toEqual(anna.confirmed.get());
});

test("each takes back its own only", async () => {
  const { clock, join } = setUp();
  const [anna, ben] = [await join(), await join()];
  const [a, b] = [anna.newShapeId(), ben.newShapeId()];
  anna.send([{ type: "shape.add", shape: rectangle(0, { id: a }) }]);
  await pass(clock, 50);
  ben.send([{ type: "shape.add", shape: rectangle(0, { id: b }) }]);
  await pass(clock, 50);
  anna.undo();
  await pass(clock, 50);
  const board = ben.board.get() ?? EMPTY_BOARD;
  expect([shapeAt(board, a), shapeAt(board, b)]).toEqual([undefined, expect.anything()]);
});

test("one who asks for recording when the room is made gets it", async () => {
  const { join } = setUp();
  expect((await join({ isRecord: true })).board.get()?.isRecording).toBe(true);
});

test("who comes and goes is on everybody's board", async () => {
  const { clock, join } = setUp();
  const anna = await join({ user: { name: "Anna" } });
  const ben = await join({ user: { name: "Ben" } });
  const names = () => Object.values(anna.board.get()?.members ?? {}).map(({ name }) => name);
  expect(names()).toEqual(["Anna", "Ben"]);
  ben.close();
  await pass(clock, 50);
  expect(names()).toEqual(["Anna"]);
});

test("the room may give less than the role that was asked for", async () => {
  const { join } = setUp({ authorize: () => "reader" });
  const client = await join({ role: "admin" });
  client.send([{ type: "shape.add", shape: rectangle(0) }]);
  expect(client.self.get()?.role).toBe("reader");
  expect(client.board.get()).toBe(client.confirmed.get());
});

test("one who may not come in is told why", async () => {
  const authorize = () => {
    throw new InktapeError("denied", "This class is full.");
  };
  const client = await setUp({ authorize }).join();
  expect(client.status.get()).toMatchObject({ state: "denied", error: { message: "This class is full." } });
});

test("every entry of the room is heard once, from the first after the welcome on", async () => {
  const { clock, join } = setUp();
  const anna = await join();
  const heard: Entry[] = [];
  anna.onEntries((entries) => heard.push(...entries));
  const from = anna.confirmed.get()?.seq ?? 0;
  const ben = await join();
  for (let index = 0; index < 20; index++) {
    ben.send([{ type: "marker", label: `${index}` }]);
    await pass(clock, 20);
  }
  await pass(clock, 100);
  expect(heard.map(({ seq }) => seq)).toEqual(heard.map((_, index) => from + 1 + index));
  expect(heard.length).toBe(21);
});

test("clients made and closed at once, as a strict React does, leave nothing running", async () => {
  const { clock, join } = setUp();
  for (let times = 0; times < 5; times++) (await join()).close();
  const [first, second] = [join(), join()];
  (await first).close();
  (await second).close();
  await pass(clock, 60_000);
  expect(clock.waiting).toBe(0);
});
