import { describe, expect, test, vi } from "vitest";

import { EMPTY_BOARD } from "../../src/board/board.js";
import { shapeAt } from "../../src/board/leaves.js";
import { createRoomClient, type RoomClientOptions } from "../../src/client/create-room-client.js";
import type { RoomClient } from "../../src/client/room-client.js";
import { virtualClock } from "../../src/clock/virtual.js";
import type { Millis, ShapeId } from "../../src/signal/ids.js";
import type { Signal } from "../../src/signal/signal.js";
import { encodeKeyframe } from "../../src/tape/keyframe.js";
import { ANNA, BEN, boardAfter, inkHeader, rectangle } from "../board/log.js";
import { scriptedTransport } from "./scripted.js";
import { append, cursor, marker, STROKE } from "./signals.js";

const A = rectangle(1).id;
const add: Signal = { type: "shape.add", shape: rectangle(1) };
const begin: Signal = { type: "ink.begin", shape: inkHeader(0) };

const shapeIn = (store: RoomClient["board"], id: ShapeId) => shapeAt(store.get() ?? EMPTY_BOARD, id);

/** A client whose room is played by the test. The longest back-off is taken. */
function setUp(options: Partial<RoomClientOptions> = {}) {
  const clock = virtualClock();
  const transport = scriptedTransport();
  const client = createRoomClient({ transport, room: "algebra", clock, random: () => 0.5, ...options });
  const said = () => transport.lines.flatMap((line) => line.batches.flatMap(({ signals }) => signals));
  return { clock, transport, client, said };
}

/** One that is in. */
function setUpOnline(options: Partial<RoomClientOptions> = {}) {
  const all = setUp(options);
  all.transport.last.welcome();
  return all;
}

describe("joining", () => {
  test("it asks for the room as it was told, with no board yet", () => {
    const user = { id: "7", name: "Anna", color: "#123456" };
    const { transport } = setUp({ user, role: "admin", isRecord: true });
    expect(transport.last.request).toMatchObject({ room: "algebra", user, role: "admin", isRecord: true, after: null });
  });

  test("left to itself it is a guest who may write and does not record", () => {
    const { transport } = setUp();
    expect(transport.last.request).toMatchObject({ role: "writer", isRecord: false, user: { name: "Guest" } });
  });

  test("before the welcome there is no board, and nothing can be done", () => {
    const { client, said } = setUp();
    client.send([add]);
    client.undo();
    expect([client.board.get(), client.self.get(), said()]).toEqual([null, null, []]);
    expect(client.status.get()).toEqual({ state: "connecting", error: null, pending: 0 });
    expect(() => client.newShapeId()).toThrow("before the room's first welcome");
  });

  test("the welcome says who it is and shows the room's board", () => {
    const { client, transport } = setUp();
    const board = boardAfter(add);
    transport.last.welcome({ member: BEN, role: "reader", keyframe: encodeKeyframe(board) });
    expect(client.self.get()).toEqual({ member: BEN, role: "reader" });
    expect(client.board.get()).toEqual(board);
    expect(client.status.get().state).toBe("online");
  });

  test("a name that cannot name a room throws at once", () => {
    expect(() => setUp({ room: "a/b" })).toThrow("cannot name a room");
  });

  test("a board that cannot be read is said so, and it stays out", () => {
    const { client, transport, clock } = setUp();
    transport.last.welcome({ keyframe: new Uint8Array(9) });
    expect(client.status.get()).toMatchObject({ state: "denied", error: { code: "tape-damaged" } });
    expect([transport.last.isClosed, clock.waiting]).toEqual([true, 0]);
  });
});

describe("sending", () => {
  test("what is done shows at once and goes at once", () => {
    const { client, transport } = setUpOnline();
    client.send([add]);
    expect(shapeIn(client.board, A)).toEqual(rectangle(1));
    expect(transport.last.batches).toEqual([{ first: 1, signals: [add] }]);
    expect(client.confirmed.get()).not.toBe(client.board.get());
    expect(client.status.get().pending).toBe(1);
  });

  test("what comes soon after goes together, 33 ms later", () => {
    const { client, transport, clock } = setUpOnline();
    client.send([begin]);
    client.send([append(2, 0)]);
    clock.advance(32);
    client.send([append(2, 50), cursor(1)]);
    expect(transport.last.batches.length).toBe(1);
    clock.advance(1);
    expect(transport.last.batches.map(({ first, signals }) => [first, signals.map(({ type }) => type)])).toEqual([
      [1, ["ink.begin"]],
      [2, ["ink.append", "cursor"]],
    ]);
  });

  test("confirmed, it is the room's board that is shown, and nothing is pending", () => {
    const { client, transport, clock } = setUpOnline();
    client.send([add]);
    transport.last.entries(0, [add]);
    clock.advance(17);
    expect(client.board.get()).toBe(client.confirmed.get());
    expect(client.status.get().pending).toBe(0);
  });

  test("however many entries come, boards change once a frame", () => {
    const { client, transport, clock } = setUpOnline();
    const changes = vi.fn<() => void>();
    client.confirmed.subscribe(changes);
    for (let seq = 0; seq < 50; seq++) transport.last.entries(seq, [marker(`${seq}`)], BEN);
    expect(changes).not.toHaveBeenCalled();
    clock.advance(17);
    expect(changes).toHaveBeenCalledOnce();
    expect(client.confirmed.get()?.seq).toBe(50);
  });

  test("a store tells nothing when nothing of its own has changed", () => {
    const { client, transport, clock } = setUpOnline();
    const changes = vi.fn<() => void>();
    for (const store of [client.status, client.history, client.self]) store.subscribe(changes);
    transport.last.entries(0, [marker("a")], BEN);
    clock.advance(17);
    client.send([cursor(1)]);
    expect(changes).not.toHaveBeenCalled();
  });

  test("a reader points, and draws nothing", () => {
    const { client, transport, said } = setUp({ role: "reader" });
    transport.last.welcome();
    client.send([add, cursor(1)]);
    client.undo();
    expect(said()).toEqual([cursor(1)]);
    expect(shapeIn(client.board, A)).toBeUndefined();
  });

  test("what the room would refuse throws, and neither shows nor goes", () => {
    const { client, said } = setUpOnline();
    const before = client.board.get();
    expect(() => client.send([add, marker("x".repeat(1000))])).toThrow("was not sent");
    expect([client.board.get(), said()]).toEqual([before, []]);
  });

  test("ids of shapes are its own, one after another", () => {
    const { client } = setUpOnline();
    expect([client.newShapeId(), client.newShapeId()]).toEqual([STROKE, A]);
    expect(client.newPageId()).toMatch(/^[0-9a-z]+$/);
  });
});

describe("hearing", () => {
  test("listeners hear every confirmed entry in order, own ones too", () => {
    const { client, transport, clock } = setUpOnline();
    const heard: unknown[] = [];
    const stop = client.onEntries((entries) => heard.push(...entries.map(({ seq, by }) => [seq, by])));
    transport.last.entries(0, [marker("a")], BEN);
    transport.last.entries(1, [marker("b")], ANNA);
    clock.advance(17);
    stop();
    transport.last.entries(2, [marker("c")], BEN);
    clock.advance(17);
    expect(heard).toEqual([
      [1, BEN],
      [2, ANNA],
    ]);
  });

  test("custom events are heard by name", () => {
    const { client, transport, clock } = setUpOnline();
    const heard = vi.fn<() => void>();
    client.onEvent("quiz", heard);
    const event = (name: string, data: number): Signal => ({ type: "event", name, data });
    transport.last.entries(0, [event("quiz", 1), event("other", 2), event("quiz", 3)], BEN);
    clock.advance(17);
    expect(heard.mock.calls).toEqual([
      [1, BEN],
      [3, BEN],
    ]);
  });

  test("a listener that acts is seen by all stores, and one that throws stops no other", () => {
    const { client, transport, clock } = setUpOnline();
    const heard = vi.fn<() => void>();
    const stop = client.confirmed.subscribe(() => {
      stop();
      client.send([add]);
      throw new Error("mine");
    });
    client.onEntries(heard);
    transport.last.entries(0, [marker("a")], BEN);
    expect(() => clock.advance(17)).toThrow("mine");
    expect(heard).toHaveBeenCalledOnce();
    expect(shapeIn(client.board, A)).toEqual(rectangle(1));
    expect(client.status.get().pending).toBe(1);
  });

  test("its time is the room's, and no entry is in the future", () => {
    const { client, transport, clock } = setUp();
    clock.advance(50);
    transport.last.welcome({ now: 500 as Millis });
    expect(client.time()).toBe(500);
    clock.advance(100);
    expect(client.time()).toBe(600);
    transport.last.entries(0, [marker("a")], BEN);
    expect(client.time()).toBe(1000);
  });
});

describe("undoing", () => {
  test("it takes back its own last action, and brings it again", () => {
    const { client } = setUpOnline();
    client.send([add]);
    expect(client.history.get()).toEqual({ canUndo: true, canRedo: false });
    client.undo();
    expect(shapeIn(client.board, A)).toBeUndefined();
    expect(client.history.get()).toEqual({ canUndo: false, canRedo: true });
    client.redo();
    expect(shapeIn(client.board, A)).toEqual(rectangle(1));
  });

  test("a gesture is one step, and its end counts once", () => {
    const { client } = setUpOnline();
    const end = client.gesture();
    client.send([begin]);
    client.send([append(3)]);
    client.send([{ type: "ink.end", id: STROKE }]);
    end();
    const endAnother = client.gesture();
    end();
    client.undo();
    expect(shapeIn(client.board, STROKE)).toBeDefined();
    endAnother();
    client.undo();
    expect(shapeIn(client.board, STROKE)).toBeUndefined();
    expect(client.history.get()).toEqual({ canUndo: false, canRedo: true });
  });

  test("it works while offline", () => {
    const { client, transport, said } = setUpOnline();
    transport.last.breaks();
    client.send([add]);
    client.undo();
    expect(shapeIn(client.board, A)).toBeUndefined();
    expect(said()).toEqual([]);
  });
});

describe("a lost connection", () => {
  test("is tried again after a while, as the same client, from the last entry it has", () => {
    const { client, transport, clock } = setUpOnline();
    transport.last.entries(0, [marker("a"), marker("b")], BEN);
    transport.last.breaks();
    expect(client.status.get()).toMatchObject({ state: "offline", error: { code: "offline" } });
    clock.advance(374);
    expect(transport.lines.length).toBe(1);
    clock.advance(1);
    expect(client.status.get()).toMatchObject({ state: "connecting", error: null });
    expect(transport.last.request).toEqual({ ...transport.lines[0]?.request, after: 2 });
  });

  test("is tried again at once when asked", () => {
    const { client, transport, clock } = setUpOnline();
    transport.last.breaks();
    client.reconnect();
    client.reconnect();
    clock.advance(60_000);
    expect(transport.lines.length).toBe(2);
  });

  test("drawing goes on, and all that the room has not is sent again, in the same numbers", () => {
    const { client, transport, clock } = setUpOnline();
    client.send([marker("1")]);
    client.send([marker("2")]);
    clock.advance(100);
    transport.last.breaks();
    client.send([marker("3")]);
    client.send([cursor(9), marker("4")]);
    clock.advance(1000);
    expect(client.status.get().pending).toBe(4);
    transport.last.welcome({ clientSeq: 1 });
    expect(transport.last.batches).toEqual([{ first: 2, signals: [marker("2"), marker("3"), marker("4")] }]);
    transport.last.entries(0, ["1", "2", "3", "4"].map(marker));
    clock.advance(17);
    expect(client.status.get().pending).toBe(0);
    client.send([marker("5")]);
    expect(transport.last.batches.at(-1)).toEqual({ first: 5, signals: [marker("5")] });
  });

  test("what the old line still says is not heard", () => {
    const { client, transport, clock } = setUpOnline();
    transport.last.breaks();
    transport.last.entries(0, [marker("late")], BEN);
    transport.last.breaks({ isRetryable: false });
    clock.advance(17);
    expect(client.confirmed.get()?.seq).toBe(0);
    expect(client.status.get().state).toBe("offline");
  });

  test("a line on which nothing is acknowledged is given up for another, on which it is sent again", () => {
    const { client, transport, clock } = setUpOnline();
    client.send([marker("1")]);
    clock.advance(33);
    client.send([marker("2")]);
    clock.advance(14_000);
    transport.last.entries(0, [marker("1")]);
    clock.advance(15_000);
    expect([client.status.get().state, transport.last.isClosed]).toEqual(["online", false]);
    clock.advance(1000);
    expect(client.status.get().state).toBe("connecting");
    expect(transport.lines[0]?.isClosed).toBe(true);
    transport.last.welcome({ clientSeq: 1 });
    expect(transport.last.batches).toEqual([{ first: 2, signals: [marker("2")] }]);
  });

  test("a line on which nothing is to be acknowledged may be quiet for ever", () => {
    const { client, clock } = setUpOnline();
    clock.advance(24 * 3_600_000);
    expect([client.status.get().state, clock.waiting]).toEqual(["online", 0]);
  });

  test("entries that came before it broke count", () => {
    const { client, transport } = setUpOnline();
    transport.last.entries(0, [add], BEN);
    transport.last.breaks();
    client.reconnect();
    expect(shapeIn(client.confirmed, A)).toEqual(rectangle(1));
  });

  test("the room may send a board instead of the entries that were missed", () => {
    const { client, transport } = setUpOnline();
    client.send([add]);
    transport.last.breaks();
    client.reconnect();
    const board = boardAfter(add, marker("a"));
    transport.last.welcome({ clientSeq: 1, keyframe: encodeKeyframe(board) });
    expect(client.board.get()).toEqual(board);
    expect(client.status.get().pending).toBe(0);
  });
});

describe("the end", () => {
  test("a room that says no is not asked again", () => {
    const { client, transport, clock } = setUpOnline();
    transport.last.breaks({ code: "denied", message: "Your ticket has run out.", isRetryable: false });
    client.reconnect();
    client.send([add]);
    clock.advance(60_000);
    expect(client.status.get()).toMatchObject({ state: "denied", error: { message: "Your ticket has run out." } });
    expect([transport.lines.length, client.status.get().pending]).toEqual([1, 0]);
  });

  test.each([
    ["leaves one out", 3],
    ["says one twice", 1],
  ])("a room that %s is not believed: what is shown stays as it was", (_, after) => {
    const { client, transport, clock } = setUpOnline();
    transport.last.entries(0, [add, marker("2")], BEN);
    transport.last.entries(after, [{ type: "shapes.remove", ids: [A] }], BEN);
    clock.advance(17);
    expect(client.status.get()).toMatchObject({ state: "denied", error: { code: "log-failed" } });
    expect(shapeIn(client.confirmed, A)).toEqual(rectangle(1));
    expect(transport.last.isClosed).toBe(true);
  });

  test("a room that has lost its data is not gone on with", () => {
    const { client, transport } = setUpOnline();
    client.send([add]);
    transport.last.breaks();
    client.reconnect();
    transport.last.welcome({ member: BEN });
    expect(client.status.get()).toMatchObject({ state: "denied", error: { code: "log-failed" }, pending: 1 });
    expect(shapeIn(client.board, A)).toEqual(rectangle(1));
  });

  test("closing sends what waits, then hangs up", () => {
    const { client, transport, said } = setUpOnline();
    client.send([marker("1")]);
    client.send([marker("2")]);
    client.close();
    expect(said()).toEqual([marker("1"), marker("2")]);
    expect([transport.last.isClosed, client.status.get().state]).toEqual([true, "closed"]);
  });

  test.each<[string, (all: ReturnType<typeof setUp>) => void]>([
    ["at once", () => undefined],
    [
      "when online, with things on their way in both directions",
      ({ client, transport }) => {
        transport.last.welcome();
        transport.last.entries(0, [marker("a")], BEN);
        client.send([marker("1")]);
        client.send([marker("2")]);
      },
    ],
    ["when offline", ({ transport }) => transport.last.breaks()],
    ["when denied", ({ transport }) => transport.last.breaks({ isRetryable: false })],
  ])("closed %s, it leaves nothing running and says nothing more", (_, before) => {
    const all = setUp();
    before(all);
    const { client, transport, clock } = all;
    client.close();
    client.close();
    expect(clock.waiting).toBe(0);
    const batches = transport.last.batches.length;
    client.send([add]);
    client.undo();
    client.reconnect();
    transport.last.welcome();
    expect([transport.lines.length, transport.last.batches.length, clock.waiting]).toEqual([1, batches, 0]);
    expect(client.status.get().state).toBe("closed");
  });

  test("a line left open after a quiet time runs no timer", () => {
    const { client, transport, clock } = setUpOnline();
    client.send([marker("1")]);
    transport.last.entries(0, [marker("1")]);
    clock.advance(1000);
    expect(clock.waiting).toBe(0);
  });
});
