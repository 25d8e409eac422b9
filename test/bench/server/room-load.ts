import { WebSocket } from "ws";
import type { Meter } from "./meter.js";
import { BATCH_POINTS, penBatches } from "./pen-batches.js";
import {
  broken,
  persistently,
  strokeName,
  type Entrant,
  type ReadFrame,
  type Script,
  type Speech,
  type StrokeCounts,
} from "./speech.js";

interface Member {
  readonly socket: WebSocket;
  /** The place of the last batch of each writer that came here. */
  readonly last: Map<number, number>;
  /** What this member writes; null for a reader. */
  readonly pen: Pen | null;
}

interface Pen {
  readonly key: number;
  readonly script: Script;
  /** When each batch was sent, on this process's clock. */
  readonly sentAt: number[];
  /** How many batches somebody knows to be taken: it came to them, or it was acknowledged. */
  seen: number;
  acks: number;
}

export interface RoomPlan {
  readonly name: string;
  readonly clients: number;
  readonly writers: number;
  /** The number of its first hand among those of all rooms. */
  readonly firstHand: number;
  /** How many batches each writer has to say at most. */
  readonly batches: number;
}

/** The clients of one room: writers say their scripts, and everybody's frames are measured and checked. */
export class RoomLoad {
  readonly name: string;
  readonly #meter: Meter;
  readonly #read: ReadFrame;
  readonly #pens: ReadonlyMap<number, Pen>;
  readonly #writers: readonly Member[];
  readonly #closed: Promise<unknown>;

  private constructor(name: string, members: readonly Member[], speech: Speech, meter: Meter) {
    this.name = name;
    this.#meter = meter;
    this.#writers = members.filter(({ pen }) => pen);
    this.#pens = new Map(members.flatMap(({ pen }) => (pen ? [[pen.key, pen]] : [])));
    this.#read = speech.reader(new Map([...this.#pens].map(([key, { script }]) => [key, script])));
    for (const member of members) member.socket.on("message", (frame: Buffer) => this.#take(member, frame));
    this.#closed = Promise.all(
      members.map(({ socket }) => new Promise((resolve) => socket.on("error", () => undefined).once("close", resolve))),
    );
  }

  /** Brings everybody in. Resolves once all are there and know what to say. */
  static async open(port: number, plan: RoomPlan, speech: Speech, meter: Meter): Promise<RoomLoad> {
    const { name, clients, writers, firstHand, batches } = plan;
    const members = Array.from({ length: clients }, async (_, index): Promise<Member> => {
      const isWriter = index < writers;
      const { socket, entrant } = await enter(port, name, isWriter ? "writer" : "reader", speech);
      return { socket, last: new Map(), pen: isWriter ? penOf(entrant, firstHand + index, batches) : null };
    });
    return new RoomLoad(name, await Promise.all(members), speech, meter);
  }

  get writers(): number {
    return this.#writers.length;
  }

  /** One writer says its next batch. */
  write(writer: number): void {
    const { socket, pen } = this.#writers[writer] as Member & { pen: Pen };
    const frame = pen.script.frames[pen.sentAt.length] ?? broken("a writer has nothing more to say.");
    pen.sentAt.push(performance.now());
    socket.send(frame);
    this.#meter.sent(frame.length);
  }

  /** Resolves when every connection has ended, and all that came over it was read. */
  async ended(): Promise<void> {
    await this.#closed;
  }

  /** How many batches somebody had seen that a room does not have. */
  missing(found: StrokeCounts): number {
    return sum(
      [...this.#strokes(({ seen }) => seen)].map(([name, seen]) => Math.max(0, seen - (found.get(name) ?? 0))),
    );
  }

  /** Throws when a room has what its writers never said. */
  checkNothingNew(found: StrokeCounts): void {
    const sent = this.#strokes(({ sentAt }) => sentAt.length);
    for (const [name, count] of found) {
      if (!this.#pens.has(Number.parseInt(name, 10))) continue;
      if (!Number.isInteger(count)) broken(`a part of a batch of ${name} is in the room ${this.name}.`);
      if (count > (sent.get(name) ?? 0)) broken(`${count} batches of ${name} are in the room ${this.name}: too many.`);
    }
  }

  #take(member: Member, frame: Buffer): void {
    const now = performance.now();
    const { arrivals, acks } = this.#read(frame);
    let batches = 0;
    for (const { key, first, last } of arrivals) {
      const due = (member.last.get(key) ?? -1) + 1;
      if (first !== due) broken(`batch ${due} of ${key} is due in the room ${this.name}, and ${first} came.`);
      member.last.set(key, last);
      const pen = this.#pens.get(key) as Pen;
      pen.seen = Math.max(pen.seen, last + 1);
      if (pen === member.pen) continue;
      batches += last - first + 1;
      for (let place = first; place <= last; place++) this.#meter.delivered(now - (pen.sentAt[place] as number));
    }
    if (member.pen) {
      member.pen.acks += acks;
      member.pen.seen = Math.max(member.pen.seen, member.pen.acks);
    } else this.#meter.read(frame.length, batches * BATCH_POINTS);
  }

  /** The first so many batches of each writer, counted by stroke. */
  #strokes(countOf: (pen: Pen) => number): Map<string, number> {
    const counts = new Map<string, number>();
    for (const pen of this.#pens.values()) {
      for (const { stroke } of pen.script.batches.slice(0, countOf(pen))) {
        const name = strokeName(pen.key, stroke);
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
    return counts;
  }
}

async function enter(port: number, room: string, role: "writer" | "reader", speech: Speech) {
  return persistently(`enter ${room}`, async () => {
    const socket = new WebSocket(speech.url(port, room), { perMessageDeflate: false });
    return { socket, entrant: await speech.enter(socket, room, role) };
  });
}

function penOf(entrant: Entrant, hand: number, batches: number): Pen {
  return { key: entrant.key, script: entrant.script(penBatches(hand, batches)), sentAt: [], seen: 0, acks: 0 };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
