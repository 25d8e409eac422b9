import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { EMPTY_BOARD } from "../../../../src/board/board.js";
import { plainBoard } from "../../../../src/board/plain.js";
import { reduce } from "../../../../src/board/reduce.js";
import type { Clock } from "../../../../src/clock/clock.js";
import { systemClock } from "../../../../src/clock/system.js";
import { virtualClock } from "../../../../src/clock/virtual.js";
import { exportTape } from "../../../../src/server/node/cli/export.js";
import { verify } from "../../../../src/server/node/cli/verify.js";
import { sqliteStore } from "../../../../src/server/node/index.js";
import type { Entry } from "../../../../src/signal/entry.js";
import { BEFORE_FIRST, ROOM_MEMBER, roomId } from "../../../../src/signal/ids.js";
import { encodeEntries } from "../../../../src/signal/wire/entries.js";
import { marker } from "../../../../src/testing/samples.js";
import type { WebSocketConstructor } from "../../../../src/transport/websocket/connect.js";
import { webSocket } from "../../../../src/transport/websocket/index.js";
import { seededRandom } from "../../../property/seeded.js";
import { Folders } from "../sqlite/folder.js";
import { CompiledServer, MortalServer } from "./mortal-server.js";
import { Scribbler } from "./scribbler.js";

const ROUNDS = 25;
const ROOMS = ["algebra", "biology", "chess"];
const WRITERS = 2;
/** The longest that a server lives, in frames that its clients send and hear. */
const LONGEST_LIFE = 300;
/** How much faster than the machine's the time of the clients runs, so that they are back soon. */
const HURRY = 5;

const SEED = Number(process.env.INK_CRASH_SEED ?? Math.floor(Math.random() * 2 ** 31));

const folders = new Folders();
let compiled: CompiledServer;
let server: MortalServer;
let scribblers: Scribbler[] = [];

beforeEach(async () => {
  compiled = await CompiledServer.make();
}, 60_000);
afterEach(async () => {
  for (const { client } of scribblers) client.close();
  await server.kill();
  await Promise.all([folders.remove(), compiled.remove()]);
}, 60_000);

function hurriedClock(): Clock {
  const system = systemClock();
  const start = system.now();
  const now = () => start + HURRY * (system.now() - start);
  const after = (ms: number, callback: () => void) => system.after(ms / HURRY, callback);
  return { now, after, frame: (callback) => after(16, () => callback(now())) };
}

/** Counts the frames of all sockets, so that a death comes at a place of the work, not at a time. */
class Frames {
  #left = 0;
  #due: (() => void) | null = null;

  /** Resolves right when so many frames more were sent or heard. */
  passed(count: number): Promise<void> {
    this.#left = count;
    return new Promise((resolve) => {
      this.#due = resolve;
    });
  }

  /** A WebSocket that is counted. */
  counted(): WebSocketConstructor {
    const count = () => {
      this.#left -= 1;
      if (this.#left === 0) this.#due?.();
    };
    return class extends WebSocket {
      constructor(url: string) {
        super(url);
        this.on("message", count);
      }
      override send(data: Parameters<WebSocket["send"]>[0]): void {
        super.send(data);
        count();
      }
    };
  }
}

/** Resolves when it holds; looked at whenever a client shows something new. */
function until(holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stops = scribblers.map(({ client }) => client.confirmed.subscribe(look));
    function look(): void {
      if (!holds()) return;
      for (const stop of stops) stop();
      resolve();
    }
    look();
  });
}

/** What can be compared at once, and is equal for equal entries. */
const formOf = (entry: Entry) => `${entry.seq} ${Buffer.from(encodeEntries([entry])).toString("base64")}`;

test(`a server that is killed again and again in the middle of its work keeps all that anybody saw, once (seed ${SEED})`, async () => {
  console.log(`INK_CRASH_SEED=${SEED}`);
  const random = seededRandom(SEED);
  const data = await folders.make();
  server = new MortalServer(compiled, data);
  const frames = new Frames();
  const url = await server.start();
  const transport = webSocket({ url, WebSocket: frames.counted() });
  const clock = hurriedClock();
  scribblers = ROOMS.flatMap((room, place) =>
    Array.from({ length: WRITERS }, (_, writer) => {
      const own = seededRandom(SEED + 100 * place + writer);
      return new Scribbler({ transport, clock, room, name: `${room} ${writer}`, random: own });
    }),
  );

  let pendingAtDeath = 0;
  for (let round = 1; round <= ROUNDS; round++) {
    // As often in its first moments, when it opens rooms and takes clients in, as later.
    await frames.passed(Math.ceil(LONGEST_LIFE ** random()));
    await server.kill();
    pendingAtDeath += scribblers.filter(({ client }) => client.status.get().pending > 0).length;
    expect(await server.start()).toBe(url);
  }
  expect(pendingAtDeath).toBeGreaterThan(ROUNDS);

  const online = () => scribblers.every(({ client }) => client.status.get().state === "online");
  await until(online);
  for (const scribbler of scribblers) scribbler.rest(marker(`${scribbler.name} rests`));
  const isLast = ({ signal }: Entry) => signal.type === "marker";
  await until(() => scribblers.every(({ heard }) => heard.filter(isLast).length === WRITERS));
  await until(() => scribblers.every(({ client, heard }) => client.confirmed.get()?.seq === heard.at(-1)?.seq));
  expect(scribblers.map(({ client }) => client.status.get())).toEqual(
    scribblers.map(() => ({ state: "online", error: null, pending: 0 })),
  );
  expect(await server.stop()).toBe(0);

  const notes: string[] = [];
  const store = sqliteStore({ folder: data, clock: virtualClock(), note: (note) => notes.push(note) });
  for (const room of ROOMS) {
    const log: Entry[] = [];
    (await store.open(roomId(room))).follow(BEFORE_FIRST, (entries) => log.push(...entries))();
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
    expect(log.every(({ at }, index) => at >= (log[index - 1]?.at ?? 0))).toBe(true);
    const forms = log.map(formOf);
    for (const { client, heard, sent } of scribblers.filter((scribbler) => scribbler.room === room)) {
      // In order, each once, as they stand in the log.
      expect(heard.every(({ seq }, index) => seq > (heard[index - 1]?.seq ?? 0))).toBe(true);
      expect(heard.map(formOf)).toEqual(heard.map(({ seq }) => forms[seq - 1]));
      const member = client.self.get()?.member ?? ROOM_MEMBER;
      const own = log.filter(({ by, clientSeq }) => by === member && clientSeq > 0);
      expect(own.map(({ clientSeq }) => clientSeq)).toEqual(sent.map((_, index) => index + 1));
      expect(own.map(formOf)).toEqual(own.map((entry, index) => formOf({ ...entry, signal: sent[index]! })));
      const confirmed = client.confirmed.get() ?? EMPTY_BOARD;
      expect(plainBoard(confirmed)).toEqual(plainBoard(reduce(EMPTY_BOARD, log.slice(0, confirmed.seq))));
    }
  }
  await store.close();
  expect(notes).toEqual([]);

  for (const room of ROOMS) {
    const file = path.join(data, `${room}.inktape`);
    const tape = await exportTape({ type: "export", room, origin: { data }, range: null, out: file });
    expect(tape.blocks.length).toBeGreaterThan(1);
    expect(await verify({ type: "verify", file })).toEqual([]);
  }
}, 240_000);
