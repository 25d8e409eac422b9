import { writeSync } from "node:fs";
import { systemClock } from "../../../../src/clock/system.js";
import { sqliteStore } from "../../../../src/server/node/sqlite/store.js";
import { roomId, type ClientId } from "../../../../src/signal/ids.js";
import { drafts, marker } from "../../../../src/testing/samples.js";

/*
 * Run by kill.test.ts in a process of its own: several rooms are written to at once, without an end. Each batch that is
 * acknowledged is told on a line of its own, "room first-number last-number". Ended by SIGKILL only.
 */
const [folder = "", ...rooms] = process.argv.slice(2);
const store = sqliteStore({ folder, clock: systemClock() });

await Promise.all(
  rooms.map(async (name) => {
    const log = await store.open(roomId(name));
    const { member, clientSeq } = await log.enrol("writer" as ClientId);
    for (let next = clientSeq + 1; ; next += 3) {
      // As a client does after a lost connection, it sends what it had sent before as well.
      const from = Math.max(1, next - 2);
      const signals = Array.from({ length: next + 3 - from }, (_, index) => marker(`${name} ${from + index}`));
      await log.append(drafts(member, from, signals));
      writeSync(1, `${name} ${next} ${next + 2}\n`);
    }
  }),
);
