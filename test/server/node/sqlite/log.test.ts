import { virtualClock } from "../../../../src/clock/virtual.js";
import { sqliteStore } from "../../../../src/server/node/sqlite/store.js";
import { roomLogContract } from "../../../../src/testing/room-log/room-log-contract.js";
import { Folders } from "./folder.js";

roomLogContract("SQLite", async () => {
  const folders = new Folders();
  const clock = virtualClock(1_700_000_000_000);
  const folder = await folders.make();
  const stores = [sqliteStore({ folder, clock })];
  const [store] = stores as [(typeof stores)[0]];
  return {
    store,
    clock,
    async reopen() {
      const reopened = sqliteStore({ folder: await folders.copy(folder), clock });
      stores.push(reopened);
      return reopened;
    },
    async close() {
      await Promise.all(stores.map((open) => open.close()));
      await folders.remove();
    },
  };
});
