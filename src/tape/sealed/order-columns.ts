import { TICK_MS } from "../../signal/ink.js";
import type { BitCoder } from "../coding/arithmetic-coder.js";
import { MixedBit } from "../coding/mixed-bit.js";
import { NumberModel } from "../coding/number-model.js";
import { classOf, CONTEXTS } from "./class-of.js";
import { OP, type Op } from "./op.js";
import { Recency } from "./recency.js";

/** A live stroke under way: whose, how many ticks it takes in all, and how many batches of points have come. */
interface Stroke {
  readonly by: number;
  readonly ticks: number;
  batches: number;
}

/** The next op, as far as it says where points stand before it. */
export interface NextOp {
  readonly by: number;
  readonly op: Op;
  /** Of a stroke that begins: how long it will take, in milliseconds. */
  readonly duration: number;
}

// The contexts of "are points next": where those of the second, third and fourth vote begin.
const APPEND_B = 256;
const APPEND_C = 2 * APPEND_B;
const APPEND_D = 3 * APPEND_B;

/**
 * Codes how entries stand in order: the points of live strokes between the ops, the document between presence, and each
 * author's count. Both ways with the same words (see OpColumns). Who passes over a block needs none of it.
 */
export class OrderColumns {
  readonly #coder: BitCoder;
  readonly #isAppend = new MixedBit(APPEND_D + 1, 1);
  readonly #place = new NumberModel(CONTEXTS);
  readonly #jump = new NumberModel(CONTEXTS);
  readonly #run = new NumberModel(CONTEXTS);
  readonly #open = new Recency<Stroke>();
  readonly #authors = new Map<number, { clientSeq: number; jump: number; lastOp: number }>();
  readonly #runs = [0, 0];
  #lastPlace = 0;

  constructor(coder: BitCoder) {
    this.#coder = coder;
  }

  /** The length of a run of one track: 0 the document, 1 presence. */
  run(length: number, track: number): number {
    const [own, other] = [this.#runs[track] as number, this.#runs[1 - track] as number];
    const coded = this.#run.code(this.#coder, length, track, track + 2 * classOf(own), track + 2 * classOf(other));
    this.#runs[track] = coded;
    return coded;
  }

  /**
   * Whose points come before the next op; null when the op comes.
   *
   * @param by who is written: the author of the points, null for the op.
   * @param next undefined after the last op.
   */
  append(by: number | null, next: NextOp | undefined): number | null {
    if (this.#open.size === 0 || !next) return null;
    if (this.#isAppendNext(by === null ? 0 : 1, next) === 0) return null;
    const known = this.#open.placeOf((stroke) => stroke.by === by);
    const place = this.#place.code(
      this.#coder,
      known < 0 ? 0 : known,
      this.#lastPlace,
      Math.min(this.#open.size, CONTEXTS - 1),
      0,
    );
    this.#lastPlace = Math.min(Math.max(place, 0), CONTEXTS - 1);
    if (!(place >= 0 && place < this.#open.size)) return -1;
    const stroke = this.#open.use(place, () => ({ by: -1, ticks: 0, batches: 0 }));
    stroke.batches += 1;
    return stroke.by;
  }

  /** The next op has come. */
  pass({ by, op, duration }: NextOp): void {
    if (op === OP.begin) this.#open.use(this.#open.size, () => ({ by, ticks: ticksOf(duration), batches: 0 }));
    if (op !== OP.end) return;
    const ended = this.#open.at(this.#open.placeOf((stroke) => stroke.by === by));
    if (ended) this.#open.drop(ended);
  }

  /** An entry's count, by how far it goes beyond its author's last one. */
  clientSeq(given: number, by: number, op: Op): number {
    const author = this.#authors.get(by) ?? { clientSeq: 0, jump: 0, lastOp: OP.other };
    this.#authors.set(by, author);
    author.jump = this.#jump.code(
      this.#coder,
      given - author.clientSeq - 1,
      op,
      op + 5 * Math.min(classOf(author.jump), 5),
      author.lastOp + 5 * op,
    );
    author.lastOp = op;
    author.clientSeq += author.jump + 1;
    return author.clientSeq;
  }

  #isAppendNext(given: number, next: NextOp): number {
    const stroke = this.#open.at(0) as Stroke;
    const ending = next.op === OP.end ? this.#open.at(this.#open.placeOf(({ by }) => by === next.by)) : undefined;
    const watched = ending ?? stroke;
    const left = Math.min(Math.max(watched.ticks - watched.batches, -3), 12) + 3;
    const open = Math.min(this.#open.size, 3);
    const isAppend = this.#isAppend;
    return isAppend.code(
      this.#coder,
      given,
      0,
      isAppend.row(left * 4 + open),
      isAppend.row(APPEND_B + next.op + 5 * left),
      isAppend.row(APPEND_C + Math.min(watched.batches, 31) + 32 * (ending ? 1 : 0) + 64 * (open - 1)),
      isAppend.row(APPEND_D),
    );
  }
}

function ticksOf(duration: number): number {
  return Math.floor(duration / TICK_MS);
}
