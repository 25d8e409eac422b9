import type { BitCoder } from "../ink/arithmetic-coder.js";
import { NumberModel } from "../ink/number-model.js";
import { OP, type Op } from "./plan.js";

/** How many values a context tells apart here. */
const CONTEXTS = 32;

const TICK_MS = 33;

/** What is known of an author while the columns are walked through. */
interface Author {
  readonly member: number;
  lastOp: number;
  clientSeq: number;
  /** How far the count jumped the last time. */
  jump: number;
  /** Appends of the live stroke under way, and of the one before. */
  appends: number;
  appendsBefore: number;
  beginAt: number;
  /** How many ticks late the last stroke's end came, and how many milliseconds besides. */
  ticks: number;
  rest: number;
}

/** An entry as the columns tell it. */
export interface ColumnEntry {
  by: number;
  op: Op;
  clientSeq: number;
  /** Anything for an append: its time is not told here. */
  at: number;
}

/**
 * Codes what the columns of the document part say of each entry: author, op, its author's count, time. Written once for
 * both ways: with an encoder the entry is what is written, with a decoder what is read replaces it.
 */
export class DocumentColumns {
  readonly #coder: BitCoder;
  readonly #authorPlace = new NumberModel(CONTEXTS);
  readonly #newAuthor = new NumberModel(1);
  readonly #op = new NumberModel(CONTEXTS);
  readonly #jump = new NumberModel(CONTEXTS);
  readonly #pause = new NumberModel(CONTEXTS);
  readonly #ticks = new NumberModel(CONTEXTS);
  readonly #rest = new NumberModel(CONTEXTS);
  readonly #run = new NumberModel(CONTEXTS);
  /** The one who wrote last comes first. */
  readonly #authors: Author[] = [];
  readonly #runs = [0, 0];
  #lastAt: number;
  #lastPause = 0;
  #lastPlace = 0;

  /** @param at the time of the block's first entry. */
  constructor(coder: BitCoder, at: number) {
    this.#coder = coder;
    this.#lastAt = at;
  }

  /** The length of a run of one track: 0 the document, 1 presence. */
  run(length: number, track: number): number {
    const [own, other] = [this.#runs[track] as number, this.#runs[1 - track] as number];
    const coded = this.#run.code(this.#coder, length, track, track + 2 * classOf(own), track + 2 * classOf(other));
    this.#runs[track] = coded;
    return coded;
  }

  entry(entry: ColumnEntry): void {
    const author = this.#author(entry.by);
    entry.by = author.member;
    entry.op = this.#opOf(entry.op, author);
    this.#countOf(entry, author);
    entry.at = entry.op === OP.append ? this.#lastAt : this.#timeOf(entry, author);
    this.#remember(entry.op, author);
  }

  #author(member: number): Author {
    const known = this.#authors.findIndex((author) => author.member === member);
    const [first, second] = [this.#authors[0], this.#authors[1]];
    const open = (first?.appends ? 1 : 0) + (second?.appends ? 2 : 0);
    const place = this.#authorPlace.code(
      this.#coder,
      known < 0 ? this.#authors.length : known,
      Math.min(this.#lastPlace, CONTEXTS - 1),
      open + 4 * (first?.lastOp ?? 0),
      Math.min(this.#authors.length, CONTEXTS - 1),
    );
    this.#lastPlace = Math.max(0, place);
    const [author] = this.#authors.splice(place, 1);
    const found = author ?? this.#newOne(member);
    this.#authors.unshift(found);
    return found;
  }

  #newOne(given: number): Author {
    const member = this.#newAuthor.code(this.#coder, given, 0, 0, 0);
    return { member, lastOp: OP.other, clientSeq: 0, jump: 0, appends: 0, appendsBefore: 0, beginAt: 0, ticks: 0, rest: 0 };
  }

  #opOf(op: Op, author: Author): Op {
    const { lastOp, appends, appendsBefore } = author;
    const towards = appends < appendsBefore ? 0 : appends === appendsBefore ? 1 : 2;
    return this.#op.code(this.#coder, op, lastOp, Math.min(appends, CONTEXTS - 1), lastOp + 5 * towards) as Op;
  }

  #countOf(entry: ColumnEntry, author: Author): void {
    const jump = this.#jump.code(
      this.#coder,
      entry.clientSeq - author.clientSeq - 1,
      entry.op,
      entry.op + 5 * Math.min(classOf(author.jump), 5),
      author.lastOp + 5 * entry.op,
    );
    author.jump = jump;
    author.clientSeq += jump + 1;
    entry.clientSeq = author.clientSeq;
  }

  #timeOf({ at, op }: ColumnEntry, author: Author): number {
    if (op === OP.end) {
      // A steady line brings a batch a tick, and the end with the last one; where the pen rested there are ticks without.
      const due = Math.max(this.#lastAt, author.beginAt + TICK_MS * author.appends);
      const late = Math.round((at - due) / TICK_MS);
      const { ticks, rest } = author;
      author.ticks = this.#ticks.code(this.#coder, late, classOf(ticks), Math.min(author.appends, CONTEXTS - 1), 0);
      const short = classOf(author.ticks);
      author.rest = this.#rest.code(this.#coder, at - due - late * TICK_MS, classOf(rest), short, 0);
      this.#lastAt = due + author.ticks * TICK_MS + author.rest;
    } else {
      const last = classOf(this.#lastPause);
      this.#lastPause = this.#pause.code(this.#coder, at - this.#lastAt, op, last, op + 5 * Math.min(last, 5));
      this.#lastAt += this.#lastPause;
    }
    return this.#lastAt;
  }

  #remember(op: Op, author: Author): void {
    author.lastOp = op;
    if (op === OP.append) author.appends += 1;
    if (op === OP.begin) author.beginAt = this.#lastAt;
    if (op === OP.end) {
      author.appendsBefore = author.appends;
      author.appends = 0;
    }
  }
}

/** A number's size: 0 for 0, 1 for ±1, 2 to ±3, 3 to ±7 … below {@link CONTEXTS}. */
export function classOf(value: number): number {
  return Math.min(CONTEXTS / 2 - 1, 32 - Math.clz32(Math.min(Math.abs(value), 0x7fffffff)));
}
