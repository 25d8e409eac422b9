import { FIRST_PAGE } from "../../src/board/board.js";
import type { MemberId, ShapeId } from "../../src/signal/ids.js";
import type { InkPoints } from "../../src/signal/ink.js";
import type { InkHeader } from "../../src/signal/shape.js";
import type { Signal } from "../../src/signal/signal.js";
import { handwriting } from "./handwriting.js";

/** What a made-up member needs of its room. */
export interface MadeUpRoom {
  readonly random: () => number;
  /** True while there was too little presence in the room. */
  readonly needsPresence: boolean;
  say(by: MemberId, signal: Signal): void;
  header(by: MemberId, x?: number, y?: number): InkHeader;
  newId(by: MemberId): ShapeId;
  newOrder(): string;
  /** A shape was finished. */
  keep(id: ShapeId): void;
  someShape(): ShapeId | undefined;
  surplus(most: number): ShapeId[];
}

const POINTS_A_TICK = 4;
const NUMBERS_A_TICK = POINTS_A_TICK * 4;

/** A member of a made-up room. What it is doing is a generator, of which each tick takes a step. */
export class YearMember {
  #deed: Iterator<void> | null = null;
  #x = 0;
  #y = 0;

  constructor(
    readonly id: MemberId,
    private readonly room: MadeUpRoom,
  ) {}

  join(): void {
    const [user, name] = [`user-${this.id}`, `Member ${this.id}`];
    this.room.say(this.id, { type: "member.join", profile: { user, name, color: "#1f5fbf", role: "writer" } });
    this.#look();
  }

  /** Finishes what it is doing at once, and goes. */
  leave(): void {
    while (this.#deed && !this.#deed.next().done);
    this.#deed = null;
    this.room.say(this.id, { type: "member.leave" });
  }

  /** Does what there is to do in a tick. */
  act(): void {
    this.#deed ??= this.#next();
    if (this.#deed.next().done) this.#deed = null;
  }

  #next(): Iterator<void> {
    const { room } = this;
    const erasable = room.surplus(1 + Math.floor(room.random() * 2));
    if (erasable.length > 0) return this.#erase(erasable);
    if (room.needsPresence) return room.random() < 0.1 ? this.#pan() : this.#point();
    const dice = room.random();
    if (dice < 0.59) return this.#write();
    return dice < 0.7 ? this.#drag() : this.#add();
  }

  *#write(): Iterator<void> {
    const { room, id } = this;
    const points = handwriting(room.random, 20 + Math.floor(room.random() * 41));
    const shape = room.header(id, this.#x, this.#y);
    room.say(id, { type: "ink.begin", shape });
    for (let at = 0; at < points.length; at += NUMBERS_A_TICK) {
      yield;
      room.say(id, { type: "ink.append", id: shape.id, points: points.slice(at, at + NUMBERS_A_TICK) });
    }
    room.say(id, { type: "ink.end", id: shape.id });
    room.keep(shape.id);
    this.#moveTo(shape, points);
    this.#cursor();
  }

  *#point(): Iterator<void> {
    for (let left = 10 + Math.floor(this.room.random() * 50); left > 0; left--) {
      this.#x += Math.round((this.room.random() - 0.45) * 240) / 16;
      this.#y += Math.round((this.room.random() - 0.5) * 240) / 16;
      this.#keepInside();
      this.#cursor();
      yield;
    }
  }

  *#pan(): Iterator<void> {
    for (let left = 60; left > 0; left--) {
      if (left % 3 === 0) this.#look();
      yield;
    }
  }

  *#drag(): Iterator<void> {
    const { room, id } = this;
    const shape = room.someShape();
    if (shape === undefined) return;
    room.say(id, { type: "selection", ids: [shape] });
    for (let left = 18; left > 0; left--) {
      yield;
      const [dx, dy] = [this.#step(), this.#step()];
      room.say(id, { type: "shapes.move", ids: [shape], dx, dy });
      this.#cursor();
    }
    room.say(id, { type: "selection", ids: [] });
  }

  *#add(): Iterator<void> {
    const { room, id } = this;
    const head = { id: room.newId(id), page: FIRST_PAGE, order: room.newOrder(), x: this.#x, y: this.#y };
    const look = { color: "blue", size: 4 };
    yield;
    if (room.random() < 0.6) {
      const seed = 1 + Math.floor(room.random() * 2 ** 30);
      room.say(id, {
        type: "shape.add",
        shape: { kind: "rectangle", ...head, ...look, w: 120, h: 60 + this.#step(), fill: "none", seed },
      });
    } else {
      const text = `Note ${Math.floor(room.random() * 1000)} of ${id}`;
      room.say(id, { type: "shape.add", shape: { kind: "text", ...head, ...look, text, fontSize: 20 } });
    }
    room.keep(head.id);
  }

  *#erase(ids: readonly ShapeId[]): Iterator<void> {
    this.room.say(this.id, { type: "shapes.remove", ids });
    yield;
  }

  #cursor(): void {
    this.room.say(this.id, { type: "cursor", cursor: { page: FIRST_PAGE, x: this.#x, y: this.#y } });
  }

  #look(): void {
    this.room.say(this.id, { type: "camera", camera: { page: FIRST_PAGE, x: this.#x, y: this.#y, zoom: 1 } });
  }

  #step(): number {
    return Math.round((this.room.random() - 0.5) * 160) / 16;
  }

  /** Where a stroke ended, and a little to the right, where the next one may begin. */
  #moveTo({ x, y, step }: InkHeader, points: InkPoints): void {
    const end = points.length - 4;
    this.#x = Math.round((x + points[end]! * step) * 16) / 16;
    this.#y = Math.round((y + points[end + 1]! * step) * 16) / 16;
    this.#keepInside();
  }

  #keepInside(): void {
    if (Math.max(Math.abs(this.#x), Math.abs(this.#y)) < 6000) return;
    this.#x = Math.round(this.room.random() * 64_000) / 16;
    this.#y = Math.round(this.room.random() * 40_000) / 16;
  }
}
