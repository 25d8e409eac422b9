import { once } from "node:events";
import { afterEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { createRoomClient } from "../../../src/client/create-room-client.js";
import type { RoomClient } from "../../../src/client/room-client.js";
import { systemClock } from "../../../src/clock/system.js";
import { sqliteStore } from "../../../src/server/node/index.js";
import type { Entry } from "../../../src/signal/entry.js";
import { BEFORE_FIRST, roomId } from "../../../src/signal/ids.js";
import { marker } from "../../../src/testing/samples.js";
import { webSocket } from "../../../src/transport/websocket/index.js";
import { seededRandom } from "../../property/seeded.js";
import { serving, type ServingProcess } from "./serving.js";
import { Folders } from "./sqlite/folder.js";

const NAMES = ["ada", "bob", "cy"];
const ROOM = roomId("room");

const folders = new Folders();
const servers: ServingProcess[] = [];
const clients: RoomClient[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  for (const { child } of servers.splice(0)) child.kill("SIGKILL");
  await folders.remove();
});

/** A client that says its next words whenever it hears something, until it is told to stop. */
class Talker {
  readonly client: RoomClient;
  readonly name: string;
  said = 0;
  /** How many of its words have come back. */
  acknowledged = 0;
  #isTalking = true;
  #watchers: (() => void)[] = [];

  constructor(url: string, name: string, seed: number) {
    this.name = name;
    const transport = webSocket({ url, WebSocket });
    const random = seededRandom(seed);
    this.client = createRoomClient({ transport, room: ROOM, isRecord: true, clock: systemClock(), random });
    clients.push(this.client);
    this.client.onEntries((entries) => this.#hear(entries));
    this.client.self.subscribe(() => this.#talk());
  }

  /** Waits until so many words have come back. */
  async heardBack(count: number): Promise<void> {
    while (this.acknowledged < count) await new Promise<void>((resolve) => this.#watchers.push(resolve));
  }

  /** Says no more, and waits until all it has said has come back. */
  async finish(): Promise<void> {
    this.#isTalking = false;
    await this.heardBack(this.said);
  }

  #hear(entries: readonly Entry[]): void {
    const words = wordsOf(entries, this.name);
    this.acknowledged = Math.max(this.acknowledged, ...words);
    this.#talk();
    for (const watcher of this.#watchers.splice(0)) watcher();
  }

  #talk(): void {
    if (!this.#isTalking || this.client.self.get() === null) return;
    this.said += 1;
    this.client.send([marker(`${this.name} ${this.said}`)]);
  }
}

/** The numbers of a talker's words among entries, in order. */
function wordsOf(entries: readonly Entry[], name: string): number[] {
  return entries.flatMap(({ signal }) => {
    if (signal.type !== "marker" || !signal.label.startsWith(`${name} `)) return [];
    return [Number(signal.label.slice(name.length + 1))];
  });
}

async function storedIn(folder: string): Promise<readonly Entry[]> {
  const store = sqliteStore({ folder, clock: systemClock() });
  const log = await store.open(ROOM);
  const entries: Entry[] = [];
  log.follow(BEFORE_FIRST, (more) => entries.push(...more));
  await store.close();
  return entries;
}

async function start(data: string, port: string): Promise<ServingProcess> {
  const server = await serving(["--port", port, "--data", data]);
  servers.push(server);
  return server;
}

/** Asks the server to stop, and gives its exit code. */
async function stop({ child }: ServingProcess): Promise<number> {
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  return code as number;
}

test("a server that is asked to stop under load ends well, and nothing is lost or doubled on the next one", async () => {
  const data = await folders.make();
  const first = await start(data, "0");
  const { port } = new URL(first.url);
  const talkers = NAMES.map((name, index) => new Talker(first.url, name, index + 1));
  await Promise.all(talkers.map((talker) => talker.heardBack(40)));

  expect(await stop(first)).toBe(0);
  const before = await storedIn(data);
  for (const { name, acknowledged } of talkers) {
    expect(wordsOf(before, name).length).toBeGreaterThanOrEqual(acknowledged);
  }

  const second = await start(data, port);
  await Promise.all(talkers.map((talker) => talker.heardBack(talker.acknowledged + 20)));
  await Promise.all(talkers.map((talker) => talker.finish()));
  expect(await stop(second)).toBe(0);
  const after = await storedIn(data);
  expect(after.slice(0, before.length)).toEqual(before);
  for (const { name, said } of talkers) {
    expect(wordsOf(after, name)).toEqual(Array.from({ length: said }, (_, index) => index + 1));
  }
  expect(first.log.join("\n")).not.toContain("cut");
}, 120_000);
