import { describe, expect, test } from "vitest";
import { encodeKeyframe } from "../../src/tape/encode-keyframe.js";
import { BEN, boardAfter, rectangle } from "../board/log.js";
import { cursor, marker } from "./signals.js";
import { A, add, setUp, setUpOnline, shapeIn } from "./set-up.js";

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
