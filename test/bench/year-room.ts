import { FIRST_PAGE } from "../../src/board/board.js";
import { orderAbove } from "../../src/board/order.js";
import type { Entry } from "../../src/signal/entry.js";
import { ROOM_MEMBER, shapeId, type MemberId, type Millis, type Seq, type ShapeId } from "../../src/signal/ids.js";
import { TICK_MS } from "../../src/signal/ink.js";
import type { InkHeader, Shape } from "../../src/signal/shape.js";
import type { Signal } from "../../src/signal/signal.js";
import { seededRandom } from "../property/seeded.js";
import { handwriting } from "./handwriting.js";
import { YearMember, type MadeUpRoom } from "./year-member.js";

/** How large a made-up room is. */
export interface YearPlan {
  readonly entries: number;
  /** How many activity spans the entries come in. */
  readonly spans: number;
  /** How many shapes are pasted in at first, and alive from then on. */
  readonly shapes: number;
}

const MEMBERS = 12;
const START = 1_735_700_000_000;
const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;
/** The longest gap between two spans. */
const LONGEST_GAP_MS = 60 * DAY_MS;
/** A lull in a span: all hands rest for a while, about so often. */
const LULL_EVERY_MS = 120_000;
const PASTED_POINTS = 40;

/**
 * A made-up room that is used for a year, always the same for the same plan, entry by entry as its log would have it.
 *
 * First `shapes` strokes are pasted in. Then one to six of twelve members at a time come, draw, point, look around, drag,
 * add and erase, and leave: in each tick of 33 ms a hand that draws says four points, one that drags or points says where
 * it is. As many shapes are erased as are made. 83 of 100 entries are presence. Spans are from half a minute to 60 days
 * apart.
 */
export class YearRoom implements MadeUpRoom {
  readonly random = seededRandom(20_261_122);
  readonly plan: YearPlan;
  readonly #alive: ShapeId[] = [];
  readonly #members: readonly YearMember[];
  readonly #clientSeqs = new Map<MemberId, number>();
  readonly #counts = new Map<MemberId, number>();
  #out: Entry[] = [];
  #seq = 0;
  #presence = 0;
  #at = START;
  #top: string | null = null;

  constructor(plan: YearPlan) {
    this.plan = plan;
    this.#members = Array.from({ length: MEMBERS }, (_, index) => new YearMember((index + 1) as MemberId, this));
  }

  /** All entries, in order, in runs of some thousands; null after each span. */
  *entries(): Generator<readonly Entry[] | null> {
    const { plan } = this;
    this.say(ROOM_MEMBER, { type: "recording.set", on: true });
    for (const member of this.#members) member.join();
    while (this.#alive.length < plan.shapes) {
      const by = this.#members[Math.floor((this.#alive.length / plan.shapes) * MEMBERS)] as YearMember;
      this.#paste(by.id);
      if (this.#alive.length % 50 === 0) this.#at += TICK_MS;
      if (this.#out.length >= 4096) yield this.#taken();
    }
    for (const member of this.#members) member.leave();
    for (let span = 1; span <= plan.spans; span++) {
      yield this.#taken();
      yield null;
      this.#at += span === plan.spans >> 1 ? LONGEST_GAP_MS : this.#gap();
      yield* this.#span((plan.entries * span) / plan.spans);
    }
    yield this.#taken();
    yield null;
  }

  /** Puts a member's words into the log, now. */
  say(by: MemberId, signal: Signal): void {
    const isRooms = signal.type.startsWith("member.") || by === ROOM_MEMBER;
    const clientSeq = isRooms ? 0 : (this.#clientSeqs.get(by) ?? 0) + 1;
    if (!isRooms) this.#clientSeqs.set(by, clientSeq);
    this.#seq += 1;
    if (signal.type === "cursor" || signal.type === "camera" || signal.type === "selection") this.#presence += 1;
    this.#out.push({ seq: this.#seq as Seq, at: this.#at as Millis, by, clientSeq, signal });
  }

  newId(by: MemberId): ShapeId {
    const count = this.#counts.get(by) ?? 0;
    this.#counts.set(by, count + 1);
    return shapeId(by, count);
  }

  newOrder(): string {
    return (this.#top = orderAbove(this.#top));
  }

  keep(id: ShapeId): void {
    this.#alive.push(id);
  }

  someShape(): ShapeId | undefined {
    return this.#alive[Math.floor(this.random() * this.#alive.length)];
  }

  /** Takes some shapes out of those alive, as long as there are more than planned. */
  surplus(most: number): ShapeId[] {
    const ids: ShapeId[] = [];
    while (ids.length < most && this.#alive.length > this.plan.shapes) {
      const at = Math.floor(this.random() * this.#alive.length);
      ids.push(this.#alive[at] as ShapeId);
      this.#alive[at] = this.#alive.at(-1) as ShapeId;
      this.#alive.length -= 1;
    }
    return ids;
  }

  get needsPresence(): boolean {
    return this.#presence < 0.83 * (this.#seq - this.plan.shapes);
  }

  *#span(until: number): Generator<readonly Entry[]> {
    const here = this.#members.filter(() => this.random() < 0.25);
    if (here.length === 0) here.push(this.#members[Math.floor(this.random() * MEMBERS)] as YearMember);
    for (const member of here) member.join();
    while (this.#seq < until - here.length) {
      if (this.random() < TICK_MS / LULL_EVERY_MS) this.#at += Math.round(2000 + this.random() * 15_000);
      const tick = this.#at;
      for (const member of here) {
        member.act();
        this.#at += this.random() < 0.3 ? 1 : 0;
      }
      this.#at = Math.max(this.#at, tick + TICK_MS);
      if (this.#out.length >= 4096) yield this.#taken();
    }
    for (const member of here) member.leave();
  }

  /** Gaps fill the year: most of hours, a few of weeks. */
  #gap(): number {
    const mean = (YEAR_MS - LONGEST_GAP_MS) / this.plan.spans;
    const gap = 30_000 + mean * -Math.log(1 - this.random());
    return Math.round(Math.min(LONGEST_GAP_MS, gap));
  }

  #paste(by: MemberId): void {
    const shape: Shape = { ...this.header(by), points: handwriting(this.random, PASTED_POINTS) };
    this.keep(shape.id);
    this.say(by, { type: "shape.add", shape });
  }

  header(by: MemberId, x = this.#place(8000), y = this.#place(5000)): InkHeader {
    const id = this.newId(by);
    return { kind: "ink", id, page: FIRST_PAGE, order: this.newOrder(), x, y, color: "black", size: 4, step: 0.125 };
  }

  #place(size: number): number {
    return Math.round(this.random() * size * 16) / 16;
  }

  #taken(): readonly Entry[] {
    const taken = this.#out;
    this.#out = [];
    return taken;
  }
}
