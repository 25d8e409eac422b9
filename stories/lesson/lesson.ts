import { FIRST_PAGE } from "../../src/board/board.js";
import { createRoomClient } from "../../src/client/create-room-client.js";
import type { RoomClient } from "../../src/client/room-client.js";
import { type VirtualClock, virtualClock } from "../../src/clock/virtual.js";
import { QUIET_MS } from "../../src/tape/timeline.js";
import { memory } from "../../src/transport/memory/index.js";
import type { Transport } from "../../src/transport/transport.js";
import { loadParts, type Part, type WriterName } from "./strokes.js";
import { createWriter, type Writer } from "./writer.js";

/** A room in which three people draw the structure of a cell, and time that only moves when it is told to. */
export interface Lesson {
  readonly clock: VirtualClock;
  readonly transport: Transport;
  readonly room: string;
  /** Moves time on and lets everything that was sent on the way arrive. */
  advance(ms: number): Promise<void>;
  /** True when everything has been drawn. */
  isOver(): boolean;
  /** Lets the writers leave. */
  close(): void;
}

/** 3 March 2026, 14:00 UTC. */
export const LESSON_START = Date.UTC(2026, 2, 3, 14);
const STEP_MS = 33;
const PAUSE_MS = 700;
const LONGEST_MS = 150_000;

const PEOPLE: Readonly<Record<WriterName, { readonly name: string; readonly color: string }>> = {
  ada: { name: "Ada Moreau", color: "#a8317c" },
  ben: { name: "Ben Okafor", color: "#1f5fbf" },
  chen: { name: "Chen Li", color: "#2e7031" },
};

/** Makes the room and lets the three come in. Nothing happens before the first `advance`. */
export async function startLesson(room = "biology"): Promise<Lesson> {
  const clock = virtualClock(LESSON_START);
  const transport = memory({ clock });
  const random = seededRandom(7);
  const clients = Object.entries(PEOPLE).map(([id, person]) =>
    createRoomClient({ transport, clock, random, room, isRecord: true, role: "admin", user: { id, ...person } }),
  );
  let isOver = false;
  const advance = async (ms: number) => {
    for (let left = ms; left > 0; left -= STEP_MS) {
      clock.advance(Math.min(STEP_MS, left));
      await delivered();
    }
  };
  await advance(STEP_MS);
  const [ada, ben, chen] = clients as [RoomClient, RoomClient, RoomClient];
  const over = Promise.all([
    teach(createWriter(ada, clock), ada),
    label(createWriter(ben, clock), "ben"),
    conclude(createWriter(chen, clock), chen),
  ]);
  over.then(
    () => (isOver = true),
    () => undefined,
  );
  return {
    clock,
    transport,
    room,
    advance,
    isOver: () => isOver,
    close: () => clients.forEach((client) => client.close()),
  };
}

/** The whole lesson, drawn already, and everybody gone. */
export async function recordedLesson(room = "biology"): Promise<Lesson> {
  const lesson = await startLesson(room);
  for (let passed = 0; passed < LONGEST_MS && !lesson.isOver(); passed += 1000) await lesson.advance(1000);
  lesson.close();
  await lesson.advance(STEP_MS);
  lesson.clock.advance(QUIET_MS + STEP_MS);
  await lesson.advance(STEP_MS);
  return lesson;
}

async function teach(writer: Writer, client: RoomClient): Promise<void> {
  await writer.pause(400);
  for (const part of partsOf("ada")) {
    if (part.name === "membrane") writer.send([{ type: "marker", label: "Ribosomes" }]);
    await writer.draw(part);
    await writer.pause(PAUSE_MS);
  }
  const style = { page: FIRST_PAGE, color: "red", size: 3 };
  writer.send([
    {
      type: "shape.add",
      shape: {
        ...style,
        kind: "rectangle",
        id: client.newShapeId(),
        order: writer.topOrder(),
        x: 152,
        y: 560,
        w: 330,
        h: 74,
        fill: "none",
        seed: 11,
      },
    },
  ]);
  await writer.pause(PAUSE_MS);
  writer.send([
    {
      type: "shape.add",
      shape: {
        ...style,
        kind: "text",
        id: client.newShapeId(),
        order: writer.topOrder(),
        x: 176,
        y: 580,
        text: "Next week: mitosis",
        fontSize: 28,
      },
    },
  ]);
}

async function label(writer: Writer, by: WriterName): Promise<void> {
  await writer.pause(3000);
  for (const part of partsOf(by)) {
    await writer.draw(part);
    await writer.pause(PAUSE_MS);
  }
}

async function conclude(writer: Writer, client: RoomClient): Promise<void> {
  await writer.pause(9000);
  for (const part of partsOf("chen")) {
    if (part.page === 2) {
      const id = client.newPageId();
      writer.send([{ type: "page.add", id, name: "Page 2", order: "a1" }]);
      writer.goTo(id);
    }
    await writer.draw(part);
    await writer.pause(PAUSE_MS);
  }
}

function partsOf(by: WriterName): readonly Part[] {
  return loadParts().filter((part) => part.by === by);
}

/** Lets everything that was sent in memory arrive: it travels in microtasks. */
async function delivered(): Promise<void> {
  for (let hop = 0; hop < 24; hop += 1) await Promise.resolve();
}

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
