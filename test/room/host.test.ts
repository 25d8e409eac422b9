import { describe, expect, test } from "vitest";
import { virtualClock } from "../../src/clock/virtual.js";
import { memoryStore } from "../../src/room/memory-store.js";
import type { RoomStore } from "../../src/room/room-log.js";
import { InktapeError } from "../../src/signal/errors.js";
import { roomId } from "../../src/signal/ids.js";
import { marker } from "../../src/testing/samples.js";
import { Lobby, ROOM, settled, START } from "./lobby.js";

/** A store that tells what is done with its logs. */
function watchedStore() {
  const inner = memoryStore(virtualClock(START));
  const told: string[] = [];
  let failure: Error | null = null;
  let gate: Promise<void> = Promise.resolve();
  const store: RoomStore = {
    ...inner,
    async open(room) {
      told.push(`open ${room}`);
      if (failure) throw failure;
      const log = await inner.open(room);
      const close = log.close.bind(log);
      log.close = async () => {
        await close();
        await gate;
        told.push(`close ${room}`);
      };
      return log;
    },
    async close() {
      await inner.close();
      told.push("close store");
    },
  };
  return {
    store,
    told,
    fail: (error: Error | null) => (failure = error),
    /** Keeps logs from closing until the returned function is called. */
    holdClosing(): () => void {
      let release = () => undefined as void;
      gate = new Promise((resolve) => (release = resolve));
      return release;
    },
  };
}

describe("a room", () => {
  test("is opened once, however many come at the same moment", async () => {
    const { store, told } = watchedStore();
    const lobby = new Lobby({ store });
    const visitors = ["ada", "bob", "cy"].map((client) => {
      const visitor = lobby.visitor();
      visitor.join(client);
      return visitor;
    });
    await settled();
    expect(told).toEqual(["open room"]);
    expect(new Set(visitors.map(({ member }) => member)).size).toBe(3);
  });

  test("is closed when everybody has left and the span is over, and opened again for the next", async () => {
    const { store, told } = watchedStore();
    const lobby = new Lobby({ store, quietMs: 30_000 });
    const ada = await lobby.guest("ada");
    await lobby.pass(30_000);
    expect(told).toEqual(["open room"]);
    ada.leave();
    await lobby.pass(30_000);
    expect(told).toEqual(["open room", "close room"]);
    expect(lobby.clock.waiting).toBe(0);
    const again = await lobby.guest("ada");
    expect(told).toEqual(["open room", "close room", "open room"]);
    expect(again.member).toBe(ada.member);
  });

  test("stays open for a member that is expected back", async () => {
    const { store, told } = watchedStore();
    const lobby = new Lobby({ store, quietMs: 1000, graceMs: 60_000 });
    const ada = await lobby.guest("ada");
    ada.session.lost();
    await lobby.pass(59_999);
    expect(told).toEqual(["open room"]);
    await lobby.pass(1);
    await lobby.pass(1000);
    expect(told).toEqual(["open room", "close room"]);
  });

  test("is opened anew only when it is closed whole", async () => {
    const { store, told, holdClosing } = watchedStore();
    const lobby = new Lobby({ store, quietMs: 1000 });
    (await lobby.guest("ada")).leave();
    const release = holdClosing();
    await lobby.pass(1000);
    const bob = lobby.visitor();
    bob.join("bob");
    await settled();
    expect(told).toEqual(["open room"]);
    release();
    await settled();
    expect(told).toEqual(["open room", "close room", "open room"]);
    expect(bob.member).toBe(2);
  });

  test("that cannot be opened tells those who come to try again, and is opened when it can be", async () => {
    const { store, told, fail } = watchedStore();
    const lobby = new Lobby({ store });
    fail(new InktapeError("log-failed", "The disk is gone."));
    const visitor = lobby.visitor();
    visitor.join("ada");
    await settled();
    expect(visitor.goodbye).toEqual({ code: "log-failed", message: "The disk is gone.", isRetryable: true });
    fail(null);
    expect((await lobby.guest("ada")).member).toBe(1);
    expect(told).toEqual(["open room", "open room"]);
  });

  test("does not hear of others", async () => {
    const lobby = new Lobby();
    const [ada, bob] = [await lobby.guest("ada"), await lobby.guest("bob", { room: roomId("other") })];
    ada.say([marker("here")]);
    await settled();
    expect(bob.signals).toEqual([]);
  });
});

describe("closing the host", () => {
  test("says goodbye to everyone, and closes the logs before the store", async () => {
    const { store, told } = watchedStore();
    const lobby = new Lobby({ store });
    const ada = await lobby.guest("ada");
    await lobby.host.close();
    expect(ada.goodbye).toMatchObject({ code: "offline", isRetryable: true });
    expect(ada.isClosed).toBe(true);
    expect(told).toEqual(["open room", "close room", "close store"]);
    expect(lobby.clock.waiting).toBe(0);
  });

  test("lets those in who are on their way only to say goodbye, and nobody after", async () => {
    const { store, told } = watchedStore();
    const lobby = new Lobby({ store });
    const [early, late] = [lobby.visitor(), lobby.visitor()];
    early.join("ada");
    const closed = lobby.host.close();
    late.join("bob");
    await closed;
    await settled();
    for (const visitor of [early, late]) expect(visitor.goodbye).toMatchObject({ code: "offline", isRetryable: true });
    expect(told.at(-1)).toBe("close store");
  });
});

describe("the tape of a room", () => {
  test("can be read whether the room is open or not", async () => {
    const lobby = new Lobby({ quietMs: 1000 });
    const ada = await lobby.guest("ada");
    ada.say([marker("a")]);
    await settled();
    const labels = async () => (await (await lobby.host.tape(ROOM))?.timeline())?.markers.map(({ label }) => label);
    expect(await labels()).toEqual(["a"]);
    ada.leave();
    await lobby.pass(1000);
    expect(await labels()).toEqual(["a"]);
  });

  test("is null for a room that never was, and asking makes none", async () => {
    const lobby = new Lobby();
    expect(await lobby.host.tape(roomId("never"))).toBeNull();
    expect(await lobby.host.rooms()).toEqual([]);
  });
});
