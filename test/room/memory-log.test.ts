import { virtualClock } from "../../src/clock/virtual.js";
import { memoryStore } from "../../src/room/memory-store.js";
import { roomLogContract } from "../../src/testing/room-log/room-log-contract.js";

roomLogContract("memory", async () => {
  const clock = virtualClock(1_700_000_000_000);
  const store = memoryStore(clock);
  // Memory lasts as long as its store does: nothing is lost by closing and opening.
  return { store, clock, reopen: async () => store, close: () => store.close() };
});
