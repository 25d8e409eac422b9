import { FIRST_PAGE } from "../../../../src/board/board.js";
import { createRoomClient } from "../../../../src/client/create-room-client.js";
import type { RoomClient } from "../../../../src/client/room-client.js";
import type { Clock } from "../../../../src/clock/clock.js";
import type { Entry } from "../../../../src/signal/entry.js";
import type { ClientId, ShapeId } from "../../../../src/signal/ids.js";
import { INK_STRIDE, TICK_MS } from "../../../../src/signal/ink.js";
import type { Signal } from "../../../../src/signal/signal.js";
import type { Transport } from "../../../../src/transport/transport.js";

/** Changes that it leaves unacknowledged at most while the room answers, and that it makes while the room does not. */
const AHEAD = 12;
const STROKE_PARTS = 10;
const PART_POINTS = 100;
const NOTE_LETTERS = 3000;

export interface ScribblerOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly room: string;
  readonly name: string;
  /** Numbers from 0 to 1 that decide what it does. */
  readonly random: () => number;
}

/** A stroke under way, and where the pen is on its grid. */
interface Stroke {
  readonly id: ShapeId;
  parts: number;
  x: number;
  y: number;
}

/**
 * A client that draws, writes, moves and takes back without a pause, as fast as the room acknowledges it, and a little
 * while it is offline. It keeps all that it sent and all that came.
 */
export class Scribbler {
  readonly client: RoomClient;
  readonly room: string;
  readonly name: string;
  /** Its numbered signals as they were first sent, from number 1. */
  readonly sent: Signal[] = [];
  /** Entries in the order in which they came over all of its connections. */
  readonly heard: Entry[] = [];
  readonly #random: () => number;
  readonly #shapes: ShapeId[] = [];
  #stroke: Stroke | null = null;
  #isResting = false;
  #isActing = false;

  constructor({ transport, clock, room, name, random }: ScribblerOptions) {
    this.room = room;
    this.name = name;
    this.#random = random;
    this.client = createRoomClient({
      transport: this.#overheard(transport),
      room,
      clock,
      // It comes back as soon as it may.
      random: () => 0,
      clientId: `client ${name}` as ClientId,
      user: { id: name, name, color: "#1f5fbf" },
      isRecord: true,
    });
    this.client.status.subscribe(() => this.#goOn());
  }

  /** Ends its stroke, and does nothing new but to say `last`. */
  rest(last: Signal): void {
    this.#isResting = true;
    const stroke = this.#stroke;
    if (stroke) this.client.send([{ type: "ink.end", id: stroke.id }]);
    this.client.send([last]);
  }

  #goOn(): void {
    // What is done in here changes the status too.
    if (this.#isActing) return;
    this.#isActing = true;
    while (!this.#isResting && this.client.self.get() && this.client.status.get().pending < AHEAD) this.#act();
    this.#isActing = false;
  }

  #act(): void {
    if (this.#stroke) return this.#draw(this.#stroke);
    const chance = this.#random();
    if (chance < 0.35) this.#beginStroke();
    else if (chance < 0.55) this.#add({ kind: "rectangle", w: 80, h: 40, fill: "none", seed: 7 });
    else if (chance < 0.65) this.#add({ kind: "text", text: this.#letters(), fontSize: 16 });
    else if (chance < 0.95) this.#change();
    else this.client.undo();
    this.client.send([{ type: "cursor", cursor: { page: FIRST_PAGE, x: this.#place(), y: this.#place() } }]);
  }

  #beginStroke(): void {
    const id = this.client.newShapeId();
    this.#stroke = { id, parts: 0, x: 0, y: 0 };
    this.#shapes.push(id);
    const header = { kind: "ink", id, page: FIRST_PAGE, order: "a1", x: this.#place(), y: this.#place() } as const;
    this.client.send([{ type: "ink.begin", shape: { ...header, color: "black", size: 3, step: 0.25 } }]);
  }

  #draw(stroke: Stroke): void {
    if (stroke.parts === STROKE_PARTS || this.#random() < 0.1) {
      this.client.send([{ type: "ink.end", id: stroke.id }]);
      this.#stroke = null;
      return;
    }
    const points = new Int32Array(PART_POINTS * INK_STRIDE);
    for (let point = 0; point < PART_POINTS; point++) {
      const t = stroke.parts * TICK_MS + Math.floor((point * TICK_MS) / PART_POINTS);
      stroke.x += this.#step();
      stroke.y += this.#step();
      points.set([stroke.x, stroke.y, t, 32], point * INK_STRIDE);
    }
    stroke.parts += 1;
    this.client.send([{ type: "ink.append", id: stroke.id, points }]);
  }

  #add(kind: Record<string, unknown>): void {
    const id = this.client.newShapeId();
    this.#shapes.push(id);
    const place = { id, page: FIRST_PAGE, order: "a1", x: this.#place(), y: this.#place(), color: "black", size: 2 };
    this.client.send([{ type: "shape.add", shape: { ...place, ...kind } } as Signal]);
  }

  /** Something of its own is moved, coloured, or (seldom) taken away; when it is gone already, nothing comes of it. */
  #change(): void {
    const id = this.#shapes[Math.floor(this.#random() * this.#shapes.length)];
    if (id === undefined) return this.#beginStroke();
    const chance = this.#random();
    if (chance < 0.7) this.client.send([{ type: "shapes.move", ids: [id], dx: this.#place(), dy: -this.#place() }]);
    else if (chance < 0.95) this.client.send([{ type: "shape.set", id, props: { color: "red" } }]);
    else this.client.send([{ type: "shapes.remove", ids: [id] }]);
  }

  #place(): number {
    return Math.floor(this.#random() * 1000);
  }

  #step(): number {
    return Math.floor(this.#random() * 17) - 8;
  }

  #letters(): string {
    return Array.from({ length: NOTE_LETTERS }, () => String.fromCharCode(33 + Math.floor(this.#random() * 90))).join(
      "",
    );
  }

  #overheard(transport: Transport): Transport {
    return {
      ...transport,
      connect: (request, events) => {
        const connection = transport.connect(request, {
          ...events,
          entries: (entries) => {
            this.heard.push(...entries);
            events.entries(entries);
          },
        });
        return {
          close: () => connection.close(),
          send: (batch) => {
            batch.signals.forEach((signal, index) => (this.sent[batch.first - 1 + index] ??= signal));
            connection.send(batch);
          },
        };
      },
    };
  }
}
