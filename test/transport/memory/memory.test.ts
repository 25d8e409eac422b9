import { virtualClock } from "../../../src/clock/virtual.js";
import { transportContract } from "../../../src/testing/transport-contract.js";
import { memory } from "../../../src/transport/memory/index.js";

transportContract("memory", async () => ({
  transport: memory({ clock: virtualClock(1_700_000_000_000) }),
  close: async () => undefined,
}));
