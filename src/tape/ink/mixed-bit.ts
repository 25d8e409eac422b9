import { CERTAIN, type BitCoder } from "./arithmetic-coder.js";
import { squash, STRETCH } from "./logistic.js";

/** How many contexts look at each decision. */
const INPUTS = 3;
/** How fast the weights learn. */
const LEARNING = 0.02;
const FIRST_WEIGHT = 0.4;
/** A chance is 22 bits, and below it in the same word stands how often it was met. */
const CHANCE_BITS = 22;
const COUNT_BITS = 10;
const COUNT_MASK = (1 << COUNT_BITS) - 1;
const MOST_COUNTS = 100;
const TO_STRETCH = 32 - 12;
const EVEN = (1 << 31) >>> 0;

/** How far a chance goes towards what happened, by how often it was met. */
const RATE = Float64Array.from({ length: MOST_COUNTS + 1 }, (_, count) => 1 / (count + 1.5));

/**
 * Learns the chances of decisions and codes them. Each decision is seen from three contexts; each context has a chance
 * of its own, learned from what happened in it, and a mixer weighs the three in the logistic domain, learning whom to
 * believe. After Mahoney, "Adaptive weighing of context models for lossless data compression" (2005).
 */
export class MixedBit {
  readonly #chances: Uint32Array;
  readonly #weights: Float64Array;

  /**
   * @param slots how many chances there are for contexts to choose from.
   * @param sets how many sets of weights there are.
   */
  constructor(slots: number, sets: number) {
    this.#chances = new Uint32Array(slots).fill(EVEN);
    this.#weights = new Float64Array(sets * INPUTS).fill(FIRST_WEIGHT);
  }

  /** Codes one bit in the contexts with the chances `a`, `b` and `c`, mixed with the weights of `set`. */
  code(coder: BitCoder, bit: number, a: number, b: number, c: number, set: number): number {
    const chances = this.#chances;
    const weights = this.#weights;
    const first = set * INPUTS;
    const stateA = chances[a] as number;
    const stateB = chances[b] as number;
    const stateC = chances[c] as number;
    const sA = STRETCH[stateA >>> TO_STRETCH] as number;
    const sB = STRETCH[stateB >>> TO_STRETCH] as number;
    const sC = STRETCH[stateC >>> TO_STRETCH] as number;
    const wA = weights[first] as number;
    const wB = weights[first + 1] as number;
    const wC = weights[first + 2] as number;
    const mixed = squash(wA * sA + wB * sB + wC * sC);
    const chance = Math.floor(mixed * (CERTAIN - 2)) + 1;
    const coded = coder.bit(chance, bit);
    const step = (coded - mixed) * LEARNING;
    weights[first] = wA + step * sA;
    weights[first + 1] = wB + step * sB;
    weights[first + 2] = wC + step * sC;
    chances[a] = learned(stateA, coded);
    chances[b] = learned(stateB, coded);
    chances[c] = learned(stateC, coded);
    return coded;
  }
}

/** A chance after it was met once more. */
function learned(state: number, bit: number): number {
  const count = state & COUNT_MASK;
  const chance = state >>> COUNT_BITS;
  const target = bit === 1 ? (1 << CHANCE_BITS) - 1 : 0;
  const next = chance + Math.floor((target - chance) * (RATE[count] as number));
  return ((next << COUNT_BITS) | (count < MOST_COUNTS ? count + 1 : count)) >>> 0;
}
