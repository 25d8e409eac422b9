import { TICK_MS, tickOf } from "../../signal/ink.js";
import type { BitCoder } from "../coding/arithmetic-coder.js";
import { signedLength } from "../coding/bits.js";
import type { Batch } from "./ink-item.js";
import { MixedBit } from "../coding/mixed-bit.js";
import { NumberModel } from "../coding/number-model.js";

// The contexts of "does a batch end here": where those of the second, third and fourth vote begin.
const EDGE_B = 2;
const EDGE_C = EDGE_B + 4;
const EDGE_D = EDGE_C + 16;
const EDGE_CONTEXTS = EDGE_D + 1;

/** How long after its tick a batch came is told apart from 0 up to this many milliseconds. */
const LAGS = 72;
/** How far into its tick the next batch begins, and two more: it begins in a later tick, there is none. */
const GAPS = 36;
const NO_NEXT = GAPS - 1;

/**
 * Codes how the points of live strokes came: where batches end, and when they came. Clients cut where the tick of the
 * points' times changes and send with their next beat, so that both are mostly foreseen: a batch comes as much later than
 * the one before as its tick is later, or a beat more or less, which hangs on how soon the next points came.
 */
export class BatchModel {
  readonly #edges = new MixedBit(EDGE_CONTEXTS, 1);
  readonly #arrivals = new NumberModel(LAGS + 1, (LAGS >> 3) * GAPS, 42, 3 * 21 * GAPS);

  /** The batches to write, of the stroke under way; null reads them. */
  #given: readonly Batch[] | null = null;
  #batches: Batch[] = [];
  #isFree = false;
  /** Points, tick and time of arrival at the end of the last batch. */
  #count = 0;
  #tick = 0;
  #at = 0;
  /** Whether there was an edge where the tick last changed. */
  #edge = 0;
  /** How much later than foreseen the last batch came, whatever its stroke. */
  #late = 0;

  /**
   * Begins a stroke.
   *
   * @param given the batches to write; null reads them.
   * @param isFree whether batches may end where the tick does not change.
   * @param t the time of the first point.
   */
  begin(given: readonly Batch[] | null, isFree: boolean, t: number): void {
    this.#given = given;
    this.#batches = [];
    this.#isFree = isFree;
    this.#count = 0;
    this.#tick = tickOf(t);
    this.#at = 0;
  }

  /** Codes whether a batch ends after the first `count` points, where the time goes from `t` to `next`. */
  code(coder: BitCoder, count: number, t: number, next: number): void {
    const isTick = tickOf(t) === tickOf(next) ? 0 : 1;
    if (isTick === 0 && !this.#isFree) return;
    const edges = this.#edges;
    const size = count - this.#count;
    const edge = edges.code(
      coder,
      this.#given?.[this.#batches.length]?.count === size ? 1 : 0,
      0,
      edges.row(isTick),
      edges.row(EDGE_B + 2 * isTick + this.#edge),
      edges.row(EDGE_C + 8 * isTick + Math.min(size, 7)),
      edges.row(EDGE_D),
    );
    if (isTick === 1) this.#edge = edge;
    if (edge === 1) this.#codeArrival(coder, count, t, next);
  }

  /** Codes the last batch, which ends with the stroke's last point at `t`, and gives all batches. */
  end(coder: BitCoder, count: number, t: number): Batch[] {
    this.#codeArrival(coder, count, t, null);
    return this.#batches;
  }

  #codeArrival(coder: BitCoder, count: number, t: number, next: number | null): void {
    const isFirst = this.#batches.length === 0;
    const tick = tickOf(t);
    const foreseen = isFirst ? TICK_MS * (tick + 1) : this.#at + TICK_MS * (tick - this.#tick);
    const given = this.#given?.[this.#batches.length];
    const lag = within(this.#at - TICK_MS * (this.#tick + 1), LAGS - 1);
    const gap = next === null ? NO_NEXT : within(next - TICK_MS * (tick + 1), NO_NEXT - 1);
    const late = signedLength(this.#late, 10);
    const coded = this.#arrivals.code(
      coder,
      given ? given.at - foreseen : 0,
      isFirst ? LAGS : lag,
      (lag >> 3) * GAPS + gap,
      late + (isFirst ? 0 : 21),
      (gap * 3 + Math.min(lag >> 4, 2)) * 21 + late,
    );
    this.#late = coded;
    this.#at = foreseen + coded;
    this.#batches.push({ count: count - this.#count, at: this.#at });
    this.#count = count;
    this.#tick = tick;
  }
}

function within(value: number, most: number): number {
  return value < 0 ? 0 : value > most ? most : value;
}
