import { afterEach, beforeEach, expect, test } from "vitest";
import { shapesOf } from "../../../../src/board/leaves.js";
import { createRoomClient } from "../../../../src/client/create-room-client.js";
import type { InktapeServer } from "../../../../src/server/node/index.js";
import { countOf, makerOf, roomId, shapeId, type Millis, type ShapeId } from "../../../../src/signal/ids.js";
import type { Signal } from "../../../../src/signal/signal.js";
import { boardAt } from "../../../../src/tape/board-at.js";
import { decodeBlock } from "../../../../src/tape/block.js";
import { marker, rectangle, stroke } from "../../../../src/testing/samples.js";
import { tapeFile } from "../../../../src/transport/file/index.js";
import { verifyTape } from "../../../../src/tape/verify.js";
import { Running } from "../running.js";
import { ask, refusal } from "./asking.js";

let running: Running;
let server: InktapeServer;
let data: string;

beforeEach(async () => {
  running = new Running();
  data = await running.folders.make();
  server = await running.start({ data });
});
afterEach(() => running.stop());

const ROOM = roomId("room");
const tape = () => running.transport(server).tape(ROOM);
const change = (what: "trim" | "redact", json: unknown) => ask(server, "POST", `/rooms/room/${what}`, { json });
const entries = async () => {
  const source = tape();
  const { blocks } = await source.timeline();
  return (await Promise.all(blocks.map(async (ref) => decodeBlock(await source.block(ref))))).flat();
};

/** What is wrong with the recording as a file. */
async function sound(): Promise<string[]> {
  const file = await (await ask(server, "GET", "/rooms/room/tape.inktape")).blob();
  const faults: string[] = [];
  for await (const fault of verifyTape(tapeFile({ src: file }))) faults.push(fault);
  return faults;
}

/** Ada and Bob draw a stroke and a rectangle each, in three parts five seconds apart. */
async function lesson() {
  const [ada, bob] = [await running.call(server, "ada"), await running.call(server, "bob")];
  const [one, two] = [(await ada.welcome()).member, (await bob.welcome()).member];
  const times: number[] = [];
  for (let part = 0; part < 3; part++) {
    running.clock.advance(5000);
    times.push(running.clock.now());
    ada.say([...stroke(one, 2 * part), rectangle(one, 2 * part + 1), marker(`ada-says-${part}`)]);
    bob.say([...stroke(two, 2 * part), rectangle(two, 2 * part + 1), marker(`bob-says-${part}`)]);
    await Promise.all([ada.acknowledged(), bob.acknowledged()]);
  }
  return { ada, bob, one, two, times };
}

test("what is redacted never was: places and times stay, and it is in no file any more", async () => {
  const { ada, times } = await lesson();
  const before = await entries();
  const [, then = 0] = times;
  expect(await running.folders.has(data, "ada-says-1")).toBe(true);
  const answer = await change("redact", { from: then, to: then + 1 });
  expect(await answer.json()).toMatchObject({
    markers: [0, 0, 2, 2].map((part) => ({ label: expect.stringContaining(`${part}`) })),
  });
  expect(await ada.closed()).toMatchObject({ isRetryable: true });
  const after = await entries();
  expect(after.slice(0, before.length).map(({ seq, at }) => [seq, at])).toEqual(before.map(({ seq, at }) => [seq, at]));
  expect(after.filter(({ at }) => at === then).every(({ signal, by }) => signal.type === "void" && by === 0)).toBe(
    true,
  );
  expect([...shapesOf(await boardAt(tape(), (then + 4000) as Millis))]).toHaveLength(4);
  expect([...shapesOf(await boardAt(tape(), running.clock.now() as Millis))]).toHaveLength(8);
  expect(await running.folders.has(data, "ada-says-1")).toBe(false);
  expect(await running.folders.has(data, "ada-says-0")).toBe(true);
});

test("of a redacted member nothing stays, and the others' drawing does", async () => {
  const { one, two } = await lesson();
  expect((await change("redact", { member: one })).status).toBe(200);
  const board = await boardAt(tape(), running.clock.now() as Millis);
  expect([...shapesOf(board)].map(({ id }) => id).sort((a, b) => a - b)).toEqual(
    [0, 1, 2, 3, 4, 5].map((count) => shapeId(two, count)),
  );
  expect(Object.keys(board.members)).toEqual([String(two)]);
  const { members } = await (await ask(server, "GET", "/rooms/room/recordings")).json();
  expect(members.map(({ name }: { name: string }) => name)).toEqual(["Name of bob"]);
  expect(await running.folders.has(data, "ada-says")).toBe(false);
  expect(await running.folders.has(data, "Name of ada")).toBe(false);
});

test("a client that comes back after a redaction has the whole new board, and can go on drawing", async () => {
  const { clock } = running;
  const { times } = await lesson();
  const client = createRoomClient({ transport: running.transport(server), room: "room", clock, random: () => 0 });
  /** Lets the client's time go on, a little with each turn of the event loop. */
  const until = async (look: () => boolean) => {
    for (; !look(); clock.advance(1)) await new Promise((resolve) => setImmediate(resolve));
  };
  await until(() => client.status.get().state === "online");
  const own = client.newShapeId();
  client.send([shape(own)]);
  await until(() => client.status.get().pending === 0);
  expect([...shapesOf(client.confirmed.get()!)]).toHaveLength(13);

  await change("redact", { from: times[0], to: times[1]! + 1 });
  await until(() => client.status.get().state !== "online");
  await until(() => client.status.get().state === "online");
  await until(() => [...shapesOf(client.confirmed.get()!)].length === 5);

  const next = client.newShapeId();
  client.send([shape(next)]);
  await until(() => client.status.get().pending === 0);
  expect([...shapesOf(client.confirmed.get()!)].map(({ id }) => id)).toContain(next);
  const { seq } = client.confirmed.get()!;
  const late = await running.call(server, "late");
  await late.reached(seq);
  expect(late.board.branches).toEqual(client.confirmed.get()!.branches);
  client.close();
});

test("a trimmed recording has that stretch alone; the board of the room stays, and it goes on recording", async () => {
  const { times } = await lesson();
  const [, then = 0] = times;
  const before = await boardAt(tape(), (then + 1) as Millis);
  expect((await change("trim", { from: then, to: then + 1 })).status).toBe(200);
  expect((await tape().timeline()).markers.map(({ label }) => label).sort()).toEqual(["ada-says-1", "bob-says-1"]);
  expect([...shapesOf(await boardAt(tape(), (then + 1) as Millis))]).toEqual([...shapesOf(before)]);
  expect(await running.folders.has(data, "ada-says-0")).toBe(false);
  const again = await running.call(server, "eve");
  expect([...shapesOf(again.board)]).toHaveLength(12);
  running.clock.advance(1000);
  again.say([marker("after")]);
  await again.acknowledged();
  expect((await tape().timeline()).markers.map(({ label }) => label)).toContain("after");
  expect([...shapesOf(await boardAt(tape(), running.clock.now() as Millis))]).toHaveLength(12);
});

test("what came while nothing was recorded stays, but for what the redaction touched", async () => {
  const { ada, one, times } = await lesson();
  const record = (on: boolean) => ({ type: "recording.set", on }) as const;
  ada.say([record(false)]);
  await ada.acknowledged();
  running.clock.advance(1000);
  ada.say([rectangle(one, 20), { type: "shapes.move", ids: [shapeId(one, 3)], dx: 7, dy: 7 }]);
  await ada.acknowledged();
  running.clock.advance(1000);
  ada.say([record(true), rectangle(one, 21)]);
  await ada.acknowledged();
  await change("redact", { from: times[1], to: times[1] });
  const board = await boardAt(tape(), running.clock.now() as Millis);
  const own = [...shapesOf(board)].map(({ id }) => id).filter((id) => makerOf(id) === one);
  expect(own.map(countOf)).toEqual([0, 1, 4, 5, 20, 21]);
  expect(await sound()).toEqual([]);
  const late = await running.call(server, "late");
  expect([...shapesOf(late.board)]).toHaveLength([...shapesOf(board)].length);
});

test("what is left is sound, sealed or not, time after time", async () => {
  const { two, times } = await lesson();
  await change("redact", { from: times[1], to: times[1] });
  expect(await sound()).toEqual([]);
  const eve = await running.call(server, "eve");
  eve.say([...stroke((await eve.welcome()).member, 0)]);
  await eve.acknowledged();
  await change("redact", { member: two });
  expect(await sound()).toEqual([]);
  await change("trim", { from: times[1], to: running.clock.now() });
  expect(await sound()).toEqual([]);
  expect([...shapesOf(await boardAt(tape(), running.clock.now() as Millis))]).toHaveLength(5);
});

test("parts of a tape that was made anew are not those of the old one", async () => {
  const { times } = await lesson();
  const old = tape();
  const { blocks } = await old.timeline();
  await change("redact", { from: times[0], to: times[0] });
  await expect(old.block(blocks[0]!)).rejects.toMatchObject({ code: "not-found" });
  const { blocks: anew } = await old.timeline();
  expect(decodeBlock(await old.block(anew[0]!)).length).toBeGreaterThan(0);
});

test.each([
  ["trim", { from: 1, to: 2 }, 400],
  ["redact", { from: 1, to: 2 }, 400],
  ["redact", { member: 0 }, 400],
  ["redact", { member: 1, from: 0, to: 1 }, 400],
  ["trim", {}, 400],
  ["trim", { from: "yesterday", to: 5 }, 400],
] as const)("%s %j: %d", async (what, json, status) => {
  await lesson();
  expect((await refusal(change(what, json)))[0]).toBe(status);
});

function shape(id: ShapeId): Signal {
  return rectangle(makerOf(id), countOf(id));
}
