import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inktapeSpeech } from "./inktape-speech.js";
import { Meter, type Reading } from "./meter.js";
import { pace } from "./pacing.js";
import { BATCHES_A_SECOND } from "./pen-batches.js";
import { RoomLoad } from "./room-load.js";
import * as commands from "./server-process.js";
import { ServerProcess, wait, type CommandFor } from "./server-process.js";
import { broken, persistently, type Speech } from "./speech.js";
import { hocuspocusSpeech, yWebsocketSpeech } from "./yjs-speech.js";

/** A server under measurement, and how one speaks with it. */
export interface Contender {
  readonly command: CommandFor;
  readonly speech: Speech;
  /** False for a server that keeps nothing, where there is nothing to wait for after a crash. */
  readonly isDurable: boolean;
}

export const CONTENDERS = {
  inktape: { command: commands.inktape, speech: inktapeSpeech, isDurable: true },
  yWebsocket: { command: commands.yWebsocket, speech: yWebsocketSpeech, isDurable: false },
  yWebsocketDisk: { command: commands.yWebsocketDisk, speech: yWebsocketSpeech, isDurable: true },
  hocuspocus: { command: commands.hocuspocus, speech: hocuspocusSpeech, isDurable: false },
  hocuspocusDisk: { command: commands.hocuspocusDisk, speech: hocuspocusSpeech, isDurable: true },
} as const satisfies Record<string, Contender>;

/** Who is there; `clients` and `writers` of each room, all writers at 30 batches a second of 8 points. */
export const SCENARIOS = {
  oneRoom: { rooms: 1, clients: 50, writers: 5 },
  manyRooms: { rooms: 100, clients: 5, writers: 1 },
} as const;
export type Scenario = (typeof SCENARIOS)[keyof typeof SCENARIOS];

/** What came of a trial. `lost` counts batches that somebody had seen and that are not there after the crash. */
export interface Outcome extends Reading {
  readonly lost: number;
}

/** Long enough for every server to have compiled its code, that of what it does only now and then too. */
const WARM_UP_MS = 15_000;
/** For what the script has to last besides: until a server that is behind says what it used, and the crash. */
const SPARE_MS = 15_000;

/** A store that is read room after room may take as long to come to the last one. */
const PATIENCE_MS = 20_000;

/** Loads a server, measures it, kills it while everybody writes, starts it again and looks at what is left. */
export async function trial(contender: Contender, scenario: Scenario, ms: number): Promise<Outcome> {
  const { command, speech } = contender;
  return withFolder(async (folder) => {
    const server = await ServerProcess.start(command, folder);
    const meter = new Meter();
    const batches = Math.ceil(((WARM_UP_MS + ms + SPARE_MS) / 1000) * BATCHES_A_SECOND);
    for (let index = 0; index < scenario.rooms; index++) {
      await speech.age(server.port, roomName(index), (index + 0.5) / scenario.rooms);
    }
    const rooms = await Promise.all(
      Array.from({ length: scenario.rooms }, (_, index) => {
        const plan = { ...scenario, name: roomName(index), firstHand: index * scenario.writers, batches };
        return RoomLoad.open(server.port, plan, speech, meter);
      }),
    );
    const pens = rooms.flatMap((room) => Array.from({ length: room.writers }, (_, writer) => () => room.write(writer)));
    const stop = pace(pens.length, (pen) => pens[pen]?.());
    await wait(WARM_UP_MS);
    const reading = await meter.measure(server, wait(ms));
    await server.kill();
    stop();
    await Promise.all(rooms.map((room) => room.ended()));
    return { ...reading, lost: await lostOf(contender, folder, rooms) };
  });
}

function roomName(index: number): string {
  return `room-${index}`;
}

/** Runs work with a folder of its own on the disk, which is gone afterwards. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "inktape-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function lostOf(
  { command, speech, isDurable }: Contender,
  folder: string,
  rooms: readonly RoomLoad[],
): Promise<number> {
  const server = await ServerProcess.start(command, folder);
  const lost = await Promise.all(
    rooms.map(async (room) => {
      const found = await persistently(`look at ${room.name}`, () =>
        speech.strokes(server.port, room.name, (some) => room.missing(some) === 0, isDurable ? PATIENCE_MS : 0),
      );
      room.checkNothingNew(found);
      return room.missing(found);
    }),
  );
  await server.kill();
  if (lost.length === 0) broken("no room was looked at.");
  return lost.reduce((total, count) => total + count, 0);
}
