import { TICK_MS } from "../../signal/ink.js";
import type { BitCoder } from "../coding/arithmetic-coder.js";
import { IntervalModel } from "../coding/interval-model.js";
import { NumberModel } from "../coding/number-model.js";
import { SymbolModel } from "../coding/symbol-model.js";
import { classOf, CONTEXTS } from "./class-of.js";
import { OP, type Op } from "./op.js";
import { Recency } from "./recency.js";

const OP_BITS = 3;
/** Pauses from this one on are alike to the one after. */
const PAUSES = 48;

/** What is known of an author while the ops are walked through. */
interface Author {
  readonly member: number;
  lastOp: number;
  beginAt: number;
  /** How long the last stroke took: whole ticks, and milliseconds besides. */
  ticks: number;
  rest: number;
}

/** An entry of the document that is more than points. */
export interface OpEntry {
  by: number;
  op: Op;
  at: number;
}

/**
 * Codes who did what and when, of all entries of the document but the points of live strokes. Written once for both
 * ways: with an encoder the entry is what is written, with a decoder what is read replaces it.
 */
export class OpColumns {
  readonly #coder: BitCoder;
  readonly #place = new NumberModel(CONTEXTS);
  readonly #newAuthor = new NumberModel(1);
  readonly #op = new SymbolModel(OP_BITS, CONTEXTS, CONTEXTS, CONTEXTS);
  readonly #pause = new IntervalModel(5, CONTEXTS, 5 * 6, 5 * PAUSES);
  readonly #ticks = new NumberModel(CONTEXTS);
  readonly #rest = new NumberModel(CONTEXTS);
  readonly #authors = new Recency<Author>();
  #lastAt: number;
  #lastPause = 0;
  #lastPlace = 0;

  /** @param at the time of the block's first entry. */
  constructor(coder: BitCoder, at: number) {
    this.#coder = coder;
    this.#lastAt = at;
  }

  entry(entry: OpEntry): void {
    const author = this.#author(entry.by);
    entry.by = author.member;
    entry.op = this.#op.code(this.#coder, entry.op, author.lastOp, this.#lastPlace, classOf(this.#lastPause)) as Op;
    entry.at = entry.op === OP.end ? this.#endOf(entry.at, author) : this.#timeOf(entry);
    author.lastOp = entry.op;
    if (entry.op === OP.begin) author.beginAt = entry.at;
  }

  #author(member: number): Author {
    const authors = this.#authors;
    const known = authors.placeOf((author) => author.member === member);
    const place = this.#place.code(
      this.#coder,
      known < 0 ? authors.size : known,
      this.#lastPlace,
      Math.min(authors.at(0)?.lastOp ?? OP.other, OP.other),
      Math.min(authors.size, CONTEXTS - 1),
    );
    this.#lastPlace = Math.min(Math.max(place, 0), CONTEXTS - 1);
    return authors.use(place, () => {
      const given = this.#newAuthor.code(this.#coder, member, 0, 0, 0);
      return { member: given, lastOp: OP.other, beginAt: 0, ticks: 0, rest: 0 };
    });
  }

  /** The time of a stroke's end, as how many ticks it took and what is left. */
  #endOf(at: number, author: Author): number {
    const { beginAt, ticks, rest } = author;
    const took = Math.floor((at - beginAt) / TICK_MS);
    author.ticks = this.#ticks.code(this.#coder, took, classOf(ticks), 0, 0);
    author.rest = this.#rest.code(this.#coder, at - beginAt - took * TICK_MS, Math.min(Math.max(rest, 0), 31), 0, 0);
    this.#lastAt = beginAt + author.ticks * TICK_MS + author.rest;
    return this.#lastAt;
  }

  #timeOf({ at, op }: OpEntry): number {
    const last = classOf(this.#lastPause);
    this.#lastPause = this.#pause.code(
      this.#coder,
      at - this.#lastAt,
      op,
      last,
      op + 5 * Math.min(last, 5),
      op + 5 * Math.min(this.#lastPause, PAUSES - 1),
    );
    this.#lastAt += this.#lastPause;
    return this.#lastAt;
  }
}
