import { describe, expect, test, vi } from "vitest";
import { BEN, rectangle } from "../board/log.js";
import { append, cursor, marker, STROKE } from "./signals.js";
import { A, add, begin, setUp, setUpOnline, shapeIn } from "./set-up.js";

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
