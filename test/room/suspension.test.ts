import { describe, expect, test } from "vitest";
import { shapeAt } from "../../src/board/leaves.js";
import { virtualClock } from "../../src/clock/virtual.js";
import { memoryStore } from "../../src/room/memory-store.js";
import type { RoomLog, RoomStore } from "../../src/room/room-log.js";
import { InktapeError } from "../../src/signal/errors.js";
import { ROOM_MEMBER, shapeId, type ClientId } from "../../src/signal/ids.js";
import { cursor, marker, rectangle } from "../../src/testing/samples.js";
import { Lobby, settled, START } from "./lobby.js";

describe("a log that can store nothing", () => {
  function onBrittleLog() {
    const clock = virtualClock(START);
    const disk = { isFull: false };
    return { disk, lobby: new Lobby({ store: brittle(memoryStore(clock), disk), clock }) };
  }

  test("leaves everybody in to look, says so, and takes nothing", async () => {
    const { disk, lobby } = onBrittleLog();
    const [ada, bob] = [await lobby.guest("ada"), await lobby.guest("bob")];
    ada.say([marker("kept")]);
    await settled();
    disk.isFull = true;
    ada.say([marker("not kept")]);
    await settled();
    bob.say([marker("not kept either")]);
    await settled();
    for (const guest of [ada, bob]) {
      expect(guest.suspended).toEqual([{ code: "log-failed", message: "The disk is full." }]);
      expect(guest.signals.filter(({ type }) => type === "marker")).toEqual([marker("kept")]);
      expect(guest.isClosed).toBe(false);
    }
    expect(lobby.failures).toMatchObject([{ code: "log-failed" }]);
  });

  test("lets those come back who were there, and others look on", async () => {
    const { disk, lobby } = onBrittleLog();
    const [ada, bob] = [await lobby.guest("ada"), await lobby.guest("bob")];
    ada.say([rectangle(ada.member, 1)]);
    await settled();
    disk.isFull = true;
    bob.say([marker("not kept")]);
    await settled();
    ada.session.lost();
    const again = await lobby.guest("ada", { after: ada.board.seq });
    expect(again.welcome).toMatchObject({ member: ada.member, role: "writer", clientSeq: 1 });
    expect(again.suspended).toHaveLength(1);
    const carl = await lobby.guest("carl");
    expect(carl.welcome).toMatchObject({ member: ROOM_MEMBER, role: "reader" });
    expect(shapeAt(carl.board, shapeId(ada.member, 1))).toBeDefined();
    expect(carl.suspended).toHaveLength(1);
    carl.say([cursor(1)]);
    await settled();
    expect(carl.isClosed).toBe(false);
  });

  test("is asked again and again, and when it can, everyone starts anew and sends what was not taken", async () => {
    const { disk, lobby } = onBrittleLog();
    const ada = await lobby.guest("ada");
    disk.isFull = true;
    ada.say([marker("sent again")]);
    await lobby.pass(60_000);
    expect(ada.isClosed).toBe(false);
    const carl = await lobby.guest("carl");
    disk.isFull = false;
    await lobby.pass(2000);
    for (const guest of [ada, carl]) expect(guest.goodbye).toMatchObject({ code: "offline", isRetryable: true });
    const again = await lobby.guest("ada", { after: ada.board.seq });
    expect(again.welcome).toMatchObject({ member: ada.member, clientSeq: 0 });
    again.say([marker("sent again")], 1);
    await settled();
    expect(again.signals).toEqual([marker("sent again")]);
    expect((await lobby.guest("carl")).member).toBe(2);
  });

  test("is let go of when the room is closed meanwhile, without a timer left", async () => {
    const { disk, lobby } = onBrittleLog();
    const ada = await lobby.guest("ada");
    disk.isFull = true;
    ada.say([marker("lost")]);
    await settled();
    await lobby.host.close();
    expect(ada.isClosed).toBe(true);
    expect(lobby.clock.waiting).toBe(0);
  });
});

/** A store whose logs can write nothing while the disk is full: no entries, no new clients. */
function brittle(inner: RoomStore, disk: { readonly isFull: boolean }): RoomStore {
  const known = new Set<ClientId>();
  const write = <T>(work: () => Promise<T>) =>
    disk.isFull ? Promise.reject(new InktapeError("log-failed", "The disk is full.")) : work();
  return {
    ...inner,
    async open(room) {
      const log = await inner.open(room);
      const writes: Pick<RoomLog, "append" | "enrol" | "check"> = {
        append: (batch) => write(() => log.append(batch)),
        enrol: (client) =>
          known.has(client) ? log.enrol(client) : write(() => log.enrol(known.add(client) && client)),
        check: () => write(() => log.check()),
      };
      return new Proxy(log, {
        get: (target, name) => {
          if (Object.hasOwn(writes, name)) return writes[name as keyof typeof writes];
          const value: unknown = Reflect.get(target, name, target);
          return typeof value === "function" ? value.bind(target) : value;
        },
      });
    },
  };
}
