import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { once } from "node:events";
import { afterEach, expect, test } from "vitest";
import { virtualClock } from "../../../../src/clock/virtual.js";
import { sqliteStore } from "../../../../src/server/node/sqlite/store.js";
import type { Entry } from "../../../../src/signal/entry.js";
import { BEFORE_FIRST, roomId, type ClientId } from "../../../../src/signal/ids.js";
import { marker } from "../../../../src/testing/samples.js";
import { Folders } from "./folder.js";

const ROOMS = ["one", "two", "three"];
const ROUNDS = 3;
const folders = new Folders();
afterEach(() => folders.remove());

/** Lets a writer run until it has told of `count` batches, then kills it in the middle of its work. */
async function writeAndKill(folder: string, count: number): Promise<Map<string, number>> {
  const script = fileURLToPath(new URL("writer.child.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, folder, ...ROOMS], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const acknowledged = new Map<string, number>();
  let told = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const [room = "", , last] = line.split(" ");
    acknowledged.set(room, Number(last));
    told += 1;
    if (told === count) child.kill("SIGKILL");
  }
  if (child.signalCode === null && child.exitCode === null) await once(child, "exit");
  expect(child.signalCode).toBe("SIGKILL");
  return acknowledged;
}

test("a process that is killed in the middle of writing has lost nothing it had acknowledged, and has nothing twice", async () => {
  const folder = await folders.make();
  for (let round = 1; round <= ROUNDS; round++) {
    const acknowledged = await writeAndKill(folder, 40 * round);
    const notes: string[] = [];
    const store = sqliteStore({ folder, clock: virtualClock(), note: (note) => notes.push(note) });
    for (const name of ROOMS) {
      const log = await store.open(roomId(name));
      const { clientSeq } = await log.enrol("writer" as ClientId);
      const entries: Entry[] = [];
      log.follow(BEFORE_FIRST, (more) => entries.push(...more));
      expect(clientSeq).toBeGreaterThanOrEqual(acknowledged.get(name) ?? Number.POSITIVE_INFINITY);
      expect(entries.map(({ seq, clientSeq: number, signal }) => [seq, number, signal])).toEqual(
        Array.from({ length: clientSeq }, (_, index) => [index + 1, index + 1, marker(`${name} ${index + 1}`)]),
      );
    }
    expect(notes).toEqual([]);
    await store.close();
  }
}, 120_000);
