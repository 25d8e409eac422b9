import { expect, test } from "vitest";
import { assetsIn } from "../board/assets.js";
import { EMPTY_BOARD, FIRST_PAGE } from "../board/board.js";
import { shapesOf } from "../board/leaves.js";
import { reduce } from "../board/reduce.js";
import { countOf, makerOf, roomId, shapeId, type MemberId, type Millis } from "../signal/ids.js";
import type { JoinRequest } from "../signal/protocol.js";
import type { Signal } from "../signal/signal.js";
import type { Transport } from "../transport/transport.js";
import { samplePicture } from "./asset-tests.js";
import type { Caller } from "./caller.js";
import { rectangle, stroke } from "./samples.js";

/** What the tests of forks work with. */
export interface ForkPlaces {
  transport(): Transport;
  /** Connects a client; to the room "room" unless it says otherwise. */
  call(client: string, request?: Partial<JoinRequest>): Caller;
}

const ROOM = roomId("room");
const INTO = roomId("into");

/** A picture that `member` makes as its shape number `count`. */
function picture(member: MemberId, count: number, asset: string): Signal {
  const place = { id: shapeId(member, count), page: FIRST_PAGE, order: "a1", x: 0, y: 0, w: 8, h: 8 };
  return { type: "shape.add", shape: { kind: "image", ...place, color: "black", size: 1, asset } };
}

/** What every transport does that can make a room of a moment of another's recording, as vitest tests. */
export function forkTests({ transport, call }: ForkPlaces): void {
  const fork = (at: number, into = INTO, room = ROOM) => {
    const { fork: asked } = transport();
    if (!asked) throw new Error("This transport cannot make a room of a recording.");
    return asked(room, at as Millis, into);
  };

  test("makes a room of a moment of a recording, with its pictures and without its people", async (context) => {
    if (!transport().fork) return context.skip("this transport makes no rooms of recordings");
    const ada = call("ada", { role: "admin" });
    const { member } = await ada.welcome();
    const asset = await transport().assets(ROOM).put(samplePicture(100));
    // The last stroke is still being drawn.
    ada.say([...stroke(member, 0), picture(member, 1, asset), ...stroke(member, 2).slice(0, 2)]);
    ada.say([
      { type: "state.set", key: "topic", value: "cells" },
      { type: "page.lock", id: FIRST_PAGE, isLocked: true },
    ]);
    await ada.acknowledged();
    const then = ada.entries.at(-1)?.at ?? 0;
    ada.say([rectangle(member, 3)]);
    await ada.acknowledged();
    await fork(then);

    const expected = reduce(EMPTY_BOARD, [...ada.entries.filter(({ at }) => at <= then)]);
    const eve = call("eve", { room: INTO, isRecord: false });
    const { member: number } = await eve.welcome();
    expect(number).toBeGreaterThan(member);
    const ids = [...shapesOf(eve.board)].map(({ id }) => countOf(id));
    expect(ids).toEqual(expect.arrayContaining([0, 1, 2]));
    expect(ids).toHaveLength([...shapesOf(expected)].length + 1);
    expect([...shapesOf(eve.board)].every(({ id }) => makerOf(id) === member)).toBe(true);
    expect(Object.keys(eve.board.members)).toEqual([String(number)]);
    expect(eve.board).toMatchObject({ isRecording: false, active: {}, access: {}, shared: { topic: "cells" } });
    expect(Object.values(eve.board.pages).map(({ isLocked }) => isLocked)).toEqual([false]);
    expect([...assetsIn(shapesOf(eve.board))]).toEqual([asset]);
    expect((await transport().assets(INTO).get(asset)).bytes).toEqual(samplePicture(100));
  });

  test("goes on in a room made of a recording, and records there from then on", async (context) => {
    if (!transport().fork) return context.skip("this transport makes no rooms of recordings");
    const ada = call("ada");
    const { member } = await ada.welcome();
    ada.say(stroke(member, 0));
    await ada.acknowledged();
    await fork(ada.entries.at(-1)?.at ?? 0);
    const eve = call("eve", { room: INTO });
    const { member: number } = await eve.welcome();
    eve.say([rectangle(number, 0), { type: "shapes.remove", ids: [shapeId(member, 0)] }]);
    await eve.acknowledged();
    expect([...shapesOf(eve.board)].map(({ id }) => makerOf(id))).toEqual([number]);
    expect([...shapesOf(ada.board)].map(({ id }) => makerOf(id))).toEqual([member]);
    const timeline = await transport().tape(INTO).timeline();
    expect(timeline.keyframes.length).toBeGreaterThan(0);
    expect(timeline.members.map(({ user }) => user)).toEqual(["eve"]);
  });

  test("makes no room of nothing, and none of a name that is taken", async (context) => {
    if (!transport().fork) return context.skip("this transport makes no rooms of recordings");
    const ada = call("ada");
    const { member } = await ada.welcome();
    ada.say([rectangle(member, 0)]);
    await ada.acknowledged();
    await call("bob", { room: roomId("unrecorded"), isRecord: false }).welcome();
    const then = ada.entries.at(-1)?.at ?? 0;
    await expect(fork(then, ROOM)).rejects.toMatchObject({ code: "already-exists" });
    await expect(fork(then, INTO, roomId("nowhere"))).rejects.toMatchObject({ code: "not-found" });
    await expect(fork(then, INTO, roomId("unrecorded"))).rejects.toMatchObject({ code: "bad-argument" });
    await expect(fork(1000)).rejects.toMatchObject({ code: "bad-argument" });
    expect((await transport().rooms()).map(({ room }) => room)).not.toContain(INTO);
  });
}
