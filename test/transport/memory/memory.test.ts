import { describe, expect, test } from "vitest";
import { virtualClock } from "../../../src/clock/virtual.js";
import { memoryStore } from "../../../src/room/memory-store.js";
import { InktapeError } from "../../../src/signal/errors.js";
import { roomId } from "../../../src/signal/ids.js";
import { Caller } from "../../../src/testing/caller.js";
import { marker } from "../../../src/testing/samples.js";
import { transportContract } from "../../../src/testing/transport-contract.js";
import { memory } from "../../../src/transport/memory/index.js";

const START = 1_700_000_000_000;

transportContract("memory", async () => ({
  transport: memory({ clock: virtualClock(START) }),
  close: async () => undefined,
}));

describe("a memory transport", () => {
  test("delivers without the clock moving", async () => {
    const clock = virtualClock(START);
    const ada = new Caller(memory({ clock }), "room");
    await ada.welcome();
    ada.say([marker("a")]);
    await ada.acknowledged();
    expect(clock.now()).toBe(START);
    expect(ada.entries.at(-1)?.at).toBe(START);
  });

  test("closes activity spans by its clock", async () => {
    const clock = virtualClock(START);
    const transport = memory({ clock, quietMs: 5000 });
    await new Caller(transport, "room").welcome();
    const isLive = async () => (await transport.tape(roomId("room")).timeline()).isLive;
    expect(await isLive()).toBe(true);
    clock.advance(5000);
    expect(await isLive()).toBe(false);
  });

  test("has the rooms of the store it is given", async () => {
    const clock = virtualClock(START);
    const store = memoryStore(clock);
    await new Caller(memory({ clock, store }), "room").welcome();
    expect(await memory({ clock, store }).rooms()).toMatchObject([{ room: "room" }]);
    expect(await memory({ clock }).rooms()).toEqual([]);
  });

  test("asks who may come in", async () => {
    const transport = memory({
      clock: virtualClock(START),
      authorize(request) {
        if (request.user.id === "mallory") throw new InktapeError("denied", "Not you.");
        return "reader";
      },
    });
    expect((await new Caller(transport, "room").welcome()).role).toBe("reader");
    const mallory = new Caller(transport, "room", { client: "mallory" as never });
    expect(await mallory.closed()).toEqual({ code: "denied", message: "Not you.", isRetryable: false });
    expect(mallory.heard).toEqual(["closed"]);
  });
});
