import { describe, expect, test } from "vitest";
import { EMPTY_BOARD, FIRST_PAGE } from "../../src/board/board.js";
import { shapeAt } from "../../src/board/leaves.js";
import { createRoomClient, type RoomClientOptions } from "../../src/client/create-room-client.js";
import { virtualClock } from "../../src/clock/virtual.js";
import { ROOM_MEMBER, type Seq } from "../../src/signal/ids.js";
import type { Role, Signal } from "../../src/signal/signal.js";
import { encodeKeyframe } from "../../src/tape/encode-keyframe.js";
import { ANNA, BEN, boardAfter, rectangle } from "../board/log.js";
import { entriesAfter, scriptedTransport } from "./scripted.js";
import { cursor, marker } from "./signals.js";

const add: Signal = { type: "shape.add", shape: rectangle(1) };
const lock: Signal = { type: "page.lock", id: FIRST_PAGE, isLocked: true };
const joins = (role: Role): Signal => ({
  type: "member.join",
  profile: { user: "7", name: "Anna", color: "red", role },
});

function setUp(options: Partial<RoomClientOptions> = {}) {
  const clock = virtualClock();
  const transport = scriptedTransport();
  const client = createRoomClient({ transport, room: "algebra", clock, random: () => 0.5, ...options });
  transport.last.welcome();
  const said = () => transport.lines.flatMap((line) => line.batches.flatMap(({ signals }) => signals));
  const hear = (after: number, signals: readonly Signal[], by = ANNA, first?: number) => {
    transport.last.entries(after, signals, by, first);
    clock.advance(17);
  };
  return { clock, transport, client, said, hear };
}

describe("what an admin rules", () => {
  test("makes a writer a reader, and a writer again", () => {
    const { client, said, hear } = setUp();
    hear(0, [joins("reader")], ANNA, 0);
    expect(client.self.get()?.role).toBe("reader");
    client.send([add]);
    expect(said()).toEqual([]);
    hear(1, [joins("writer")], ANNA, 0);
    client.send([add]);
    expect(said()).toEqual([add]);
  });

  test("is not for others to do, nor what is meant for somebody else", () => {
    const { client, said, hear } = setUp();
    hear(0, [joins("reader")], BEN, 0);
    expect(client.self.get()?.role).toBe("writer");
    client.send([lock, { type: "access.set", user: "7", access: "none" }]);
    expect(said()).toEqual([]);
  });

  test("keeps all but admins from a page that is locked", () => {
    const { client, said, hear } = setUp();
    hear(0, [lock], BEN, 0);
    client.send([add, marker("a")]);
    expect(said()).toEqual([marker("a")]);
    const admin = setUp({ role: "admin" });
    admin.hear(0, [lock], BEN, 0);
    admin.client.send([add]);
    expect(admin.said()).toEqual([add]);
  });
});

test("what the room did not take is gone from the board, and it is said why", () => {
  const { client, hear } = setUp();
  const reasons: string[] = [];
  client.onRefused((reason) => reasons.push(reason));
  client.send([add]);
  hear(0, [{ type: "void", reason: "shapes" }]);
  hear(1, [{ type: "void", reason: "pages" }], BEN);
  expect(reasons).toEqual(["shapes"]);
  expect(shapeAt(client.board.get() ?? EMPTY_BOARD, rectangle(1).id)).toBeUndefined();
  expect(client.status.get().pending).toBe(0);
});

describe("entries with gaps", () => {
  const at = (seq: number, signal: Signal) => entriesAfter(seq - 1, [signal], BEN, 0);

  test("are taken where the room thinned them, and what follows must follow on the last", () => {
    const { client, transport, clock } = setUp();
    transport.last.thinned([...at(3, marker("a")), ...at(7, cursor(1))]);
    transport.last.entries(7, [marker("b")], BEN);
    clock.advance(17);
    expect(client.confirmed.get()?.seq).toBe(8);
    transport.last.entries(9, [marker("c")], BEN);
    expect(client.status.get()).toMatchObject({ state: "denied", error: { code: "log-failed" } });
  });

  test("are never out of order", () => {
    const { client, transport } = setUp();
    transport.last.thinned([...at(3, marker("a")), ...at(2, marker("b"))]);
    expect(client.status.get()).toMatchObject({ state: "denied", error: { code: "log-failed" } });
  });
});

describe("a room that can store nothing", () => {
  test("is said to be so; what is done shows, waits as long as it takes, and goes when it can", () => {
    const { client, transport, clock } = setUp();
    transport.last.suspended();
    expect(client.status.get()).toMatchObject({ state: "suspended", error: { message: "The disk is full." } });
    client.send([add]);
    clock.advance(60_000);
    expect(client.status.get()).toMatchObject({ state: "suspended", pending: 1 });
    expect(shapeAt(client.board.get() ?? EMPTY_BOARD, rectangle(1).id)).toBeDefined();
    transport.last.breaks();
    clock.advance(10_000);
    transport.last.welcome();
    expect(client.status.get().state).toBe("online");
    expect(transport.last.batches).toEqual([{ first: 1, signals: [add] }]);
  });

  test("lets one who comes then look on; later it starts anew, with a number", () => {
    const clock = virtualClock();
    const transport = scriptedTransport();
    const client = createRoomClient({ transport, room: "algebra", clock, random: () => 0.5 });
    const board = { ...boardAfter(add), seq: 4 as Seq };
    transport.last.welcome({ member: ROOM_MEMBER, role: "reader", keyframe: encodeKeyframe(board) });
    transport.last.suspended();
    expect(shapeAt(client.board.get() ?? EMPTY_BOARD, rectangle(1).id)).toBeDefined();
    client.send([add]);
    transport.last.breaks();
    clock.advance(10_000);
    expect(transport.last.request.after).toBeNull();
    transport.last.welcome({ member: BEN, keyframe: encodeKeyframe(board) });
    expect(client.self.get()).toEqual({ member: BEN, role: "writer" });
    expect(client.status.get()).toMatchObject({ state: "online", pending: 0 });
  });
});
