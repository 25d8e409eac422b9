import { describe, expect, test, vi } from "vitest";
import type { Millis } from "../../src/signal/ids.js";
import type { Signal } from "../../src/signal/signal.js";
import { encodeKeyframe } from "../../src/tape/encode-keyframe.js";
import { ANNA, BEN, boardAfter, rectangle } from "../board/log.js";
import { append, marker, STROKE } from "./signals.js";
import { A, add, begin, setUp, setUpOnline, shapeIn } from "./set-up.js";

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
