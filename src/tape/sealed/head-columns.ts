import { orderAbove } from "../../board/order.js";
import { countOf, makerOf, shapeId, type MemberId, type PageId } from "../../signal/ids.js";
import type { InkHeader, ShapeBase } from "../../signal/shape.js";
import type { BitCoder } from "../coding/arithmetic-coder.js";
import { NumberModel } from "../coding/number-model.js";
import { classOf, CONTEXTS } from "./class-of.js";

/** Places are told in sixteenths of a board unit, which is what clients round them to. */
const UNITS = 16;
/** The farthest step from one stroke to the next that the columns tell. */
const FARTHEST = 2 ** 30;
const MOST_ZEROS = 8;

/** How a stroke's order key follows from what the block told before. */
const ORDER = { above: 0, highest: 1 } as const;

/** Writes or reads a head that the columns cannot tell, in the wire's form. */
export type HeadInWords = (header: InkHeader | null) => InkHeader;

interface Author {
  head: InkHeader;
  zeros: number;
  dx: number;
  dy: number;
}

/**
 * Codes the heads of strokes by their differences from their author's last one, both ways with the same words (see
 * OpColumns). A head that differs in more than place and order, or that is the author's first in the block, is
 * told in words.
 */
export class HeadColumns {
  readonly #coder: BitCoder;
  readonly #words: HeadInWords;
  readonly #isWordy = new NumberModel(2);
  readonly #order = new NumberModel(2);
  readonly #zeros = new NumberModel(CONTEXTS);
  readonly #x = new NumberModel(CONTEXTS);
  readonly #y = new NumberModel(CONTEXTS);
  readonly #authors = new Map<MemberId, Author>();
  /** The highest order key that the block has told of a page. */
  readonly #highest = new Map<PageId, string>();
  #lastWordy = 0;

  constructor(coder: BitCoder, words: HeadInWords) {
    this.#coder = coder;
    this.#words = words;
  }

  /** @param given the head to write; null when reading. */
  head(by: MemberId, given: InkHeader | null): InkHeader {
    const author = this.#authors.get(by);
    const isWordy = given !== null && !(author && this.#follows(author.head, given)) ? 1 : 0;
    const coded = this.#isWordy.code(this.#coder, isWordy, this.#lastWordy, author ? 1 : 0, 0);
    this.#lastWordy = coded === 0 ? 0 : 1;
    const header = coded === 0 && author ? this.#next(author, given ?? author.head) : this.#words(given);
    const highest = this.#highest.get(header.page);
    if (highest === undefined || header.order > highest) this.#highest.set(header.page, header.order);
    if (author) author.head = header;
    else this.#authors.set(by, { head: header, zeros: 0, dx: 0, dy: 0 });
    return header;
  }

  /** True when the columns can tell `next` from `last`. */
  #follows(last: InkHeader, next: InkHeader): boolean {
    return (
      next.id === shapeId(makerOf(last.id), countOf(last.id) + 1) &&
      next.page === last.page &&
      next.color === last.color &&
      next.size === last.size &&
      next.step === last.step &&
      Object.keys(next).length === Object.keys(last).length &&
      Object.keys(next).every((name) => name in COLUMNS) &&
      this.#orderOf(next) !== null &&
      isNear(next.x, last.x) &&
      isNear(next.y, last.y)
    );
  }

  #orderOf({ page, order }: InkHeader): number | null {
    const highest = this.#highest.get(page);
    if (highest === undefined) return null;
    if (order === highest) return ORDER.highest;
    return order === orderAbove(highest) ? ORDER.above : null;
  }

  #next(author: Author, given: InkHeader): InkHeader {
    const { page, color, size, step, id, x, y } = author.head;
    const highest = this.#highest.get(page) as string;
    const order = this.#order.code(this.#coder, this.#orderOf(given) ?? 0, 0, 0, 0);
    const [wideX, wideY] = [(given.x - x) * UNITS, (given.y - y) * UNITS];
    const zeros = this.#zeros.code(this.#coder, sharedZeros(wideX, wideY), author.zeros, 0, 0);
    const unit = 2 ** zeros;
    const [lastX, lastY] = [classOf(author.dx), classOf(author.dy)];
    const dx = this.#x.code(this.#coder, wideX / unit, lastX, lastY, sideOf(author.dx));
    const dy = this.#y.code(this.#coder, wideY / unit, lastY, classOf(dx), sideOf(author.dy) + 3 * sideOf(dx));
    Object.assign(author, { zeros: Math.min(Math.abs(zeros), MOST_ZEROS), dx, dy });
    return {
      kind: "ink",
      id: shapeId(makerOf(id), countOf(id) + 1),
      page,
      order: order === ORDER.highest ? highest : orderAbove(highest),
      x: x + (dx * unit) / UNITS,
      y: y + (dy * unit) / UNITS,
      color,
      size,
      step,
    };
  }
}

/** The properties that the columns tell. */
const COLUMNS: Readonly<Record<"kind" | keyof ShapeBase | "step", true>> = {
  kind: true,
  id: true,
  page: true,
  order: true,
  x: true,
  y: true,
  color: true,
  size: true,
  step: true,
};

/** True when `next` is told exactly by its whole number of sixteenths from `last`. */
function isNear(next: number, last: number): boolean {
  const wide = (next - last) * UNITS;
  return Number.isInteger(wide) && Math.abs(wide) < FARTHEST && Object.is(last + wide / UNITS, next);
}

/** How many low zero bits both numbers have, at most {@link MOST_ZEROS}. */
function sharedZeros(a: number, b: number): number {
  const bits = a | b;
  return bits === 0 ? MOST_ZEROS : Math.min(MOST_ZEROS, 31 - Math.clz32(bits & -bits));
}

/** 0, 1 or 2: below, at or above 0. */
function sideOf(value: number): number {
  return value < 0 ? 0 : value === 0 ? 1 : 2;
}
