import { EMPTY_BOARD, FIRST_PAGE, type Board } from "../../src/board/board.js";
import { orderAbove } from "../../src/board/order.js";
import { fold, thaw } from "../../src/board/reduce.js";
import type { Entry } from "../../src/signal/entry.js";
import { shapeId, type MemberId, type Millis, type Seq, type ShapeId } from "../../src/signal/ids.js";
import type { Signal } from "../../src/signal/signal.js";
import { seededRandom } from "../property/seeded.js";

const MEMBERS = 12;
const POINTS_A_SHAPE = 40;
const POINTS_AN_APPEND = 4;
const APPENDS_A_STROKE = 10;
const MS_AN_ENTRY = 3;

/**
 * A made-up room of twelve people at work, always the same: a board of `shapes` strokes, and then entries of which
 * 45 of 100 are cursors, 6 cameras, 34 ink, 9 moves, 1.5 new shapes and 4.5 removals.
 */
export class BusyRoom {
  readonly board: Board;
  readonly #random = seededRandom(20_261_122);
  readonly #ids: ShapeId[] = [];
  readonly #open = new Map<MemberId, { id: ShapeId; appends: number }>();
  readonly #counts = new Map<MemberId, number>();
  #seq = 0;
  #order: string | null = null;

  constructor(shapes: number) {
    const board = thaw(EMPTY_BOARD);
    const joins = Array.from({ length: MEMBERS }, (_, index) =>
      this.#entry((index + 1) as MemberId, {
        type: "member.join",
        profile: { user: `${index}`, name: `Member ${index}`, color: "blue", role: "writer" },
      }),
    );
    fold(board, joins);
    while (this.#ids.length < shapes) fold(board, [this.#entry(this.#someone(), this.#newShape(this.#someone()))]);
    this.board = board as Board;
  }

  /** The next `count` entries. */
  entries(count: number): Entry[] {
    return Array.from({ length: count }, () => {
      const by = this.#someone();
      return this.#entry(by, this.#signal(by));
    });
  }

  #signal(by: MemberId): Signal {
    const dice = this.#random() * 100;
    if (dice < 45) return { type: "cursor", cursor: { page: FIRST_PAGE, ...this.#place() } };
    if (dice < 51) return { type: "camera", camera: { page: FIRST_PAGE, ...this.#place(), zoom: 1 } };
    if (dice < 85) return this.#ink(by);
    if (dice < 94) return { type: "shapes.move", ids: [this.#someShape()], dx: 1.5, dy: -2 };
    if (dice < 95.5) return this.#newShape(by);
    const at = Math.floor(this.#random() * this.#ids.length);
    return { type: "shapes.remove", ids: this.#ids.splice(at, 1) };
  }

  #ink(by: MemberId): Signal {
    const stroke = this.#open.get(by);
    if (!stroke) {
      const id = this.#newId(by);
      this.#open.set(by, { id, appends: 0 });
      return { type: "ink.begin", shape: { kind: "ink", id, ...this.#style(), ...this.#place(), step: 0.125 } };
    }
    if (stroke.appends++ < APPENDS_A_STROKE) {
      return { type: "ink.append", id: stroke.id, points: this.#points(POINTS_AN_APPEND, stroke.appends * 32) };
    }
    this.#open.delete(by);
    this.#ids.push(stroke.id);
    return { type: "ink.end", id: stroke.id };
  }

  #newShape(by: MemberId): Signal {
    const id = this.#newId(by);
    this.#ids.push(id);
    const points = this.#points(POINTS_A_SHAPE, 0);
    return { type: "shape.add", shape: { kind: "ink", id, ...this.#style(), ...this.#place(), step: 0.125, points } };
  }

  #style() {
    this.#order = orderAbove(this.#order);
    return { page: FIRST_PAGE, order: this.#order, color: "black", size: 4 };
  }

  #points(count: number, start: number): Int32Array {
    let [x, y] = [0, 0];
    return Int32Array.from(
      Array.from({ length: count }, (_, index) => {
        x += Math.round(this.#random() * 40 - 10);
        y += Math.round(this.#random() * 40 - 20);
        return [x, y, start + index * 8, 32];
      }).flat(),
    );
  }

  #place(): { x: number; y: number } {
    return { x: Math.round(this.#random() * 6000), y: Math.round(this.#random() * 3500) };
  }

  #someone(): MemberId {
    return (1 + Math.floor(this.#random() * MEMBERS)) as MemberId;
  }

  #someShape(): ShapeId {
    return this.#ids[Math.floor(this.#random() * this.#ids.length)] as ShapeId;
  }

  #newId(by: MemberId): ShapeId {
    const count = this.#counts.get(by) ?? 0;
    this.#counts.set(by, count + 1);
    return shapeId(by, count);
  }

  #entry(by: MemberId, signal: Signal): Entry {
    this.#seq += 1;
    return { seq: this.#seq as Seq, at: (this.#seq * MS_AN_ENTRY) as Millis, by, clientSeq: this.#seq, signal };
  }
}
