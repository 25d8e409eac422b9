import type { BitCoder } from "./arithmetic-coder.js";
import { SQUASH_END, squashTable, stretchTable } from "./logistic.js";

// A table of the file that uses it is a constant to the engine; an imported one is looked up at every use.
const STRETCH = stretchTable();
const SQUASH = squashTable();
const FARTHEST = SQUASH_END;

/** Contexts that look at each decision. */
const VOTES = 4;
/** What each vote weighs at first, with 16 bits below the point: a little over a quarter. */
const FIRST_WEIGHT = 19000;
/** How fast the weights learn: 5/256 of surprise times vote. */
const LEARNING = 5;
/** Half of a 1 with 16 bits below the point. */
const ROUND = 1 << 15;

// A chance is one word: how far it is above even, of 2²², and in the low 10 bits how often it was met. So 0 is a chance
// that was never met.
const COUNT_BITS = 10;
const COUNT_MASK = 63;
const MOST_COUNTS = 40;
const HALF = 1 << 21;
/** From a word to its place in the stretch table. */
const TO_PLACE = 20;

/** How far a chance goes towards what came, of 4096, by how often it was met. */
const RATE = Int32Array.from({ length: MOST_COUNTS + 1 }, (_, count) => Math.floor(4096 / (count + 1.6)));

/**
 * Learns the chances of decisions and codes them. Each decision is seen in four contexts. A context has a chance of its
 * own for it, learned from what came before in that context; a mixer weighs the four votes in the logistic domain and
 * learns whom to believe. After Mahoney, "Adaptive weighing of context models for lossless data compression" (2005).
 *
 * A context is a row of chances, one for each kind of decision (a node). Rows are made when they are first asked for.
 * Sums of products are taken modulo 2³².
 */
export class MixedBit {
  readonly #nodes: number;
  /** Where each context's row begins; 0 for one never met. */
  readonly #rows: Int32Array;
  readonly #weights: Int32Array;
  #chances: Int32Array;
  /** Where the next row is to begin. The row at 0 is nobody's. */
  #end: number;

  /**
   * @param contexts how many contexts there are, those of all four votes together.
   * @param nodes how many kinds of decisions there are.
   */
  constructor(contexts: number, nodes: number) {
    this.#nodes = nodes;
    this.#rows = new Int32Array(contexts);
    this.#weights = new Int32Array(nodes * VOTES).fill(FIRST_WEIGHT);
    this.#chances = new Int32Array(nodes * Math.min(contexts + 1, 16));
    this.#end = nodes;
  }

  /** Where a context's chances begin, for {@link code}. */
  row(context: number): number {
    const row = this.#rows[context] as number;
    return row === 0 ? this.#newRow(context) : row;
  }

  /**
   * Codes one decision.
   *
   * @param node which kind of decision it is.
   * @param a the row of the first context; `b`, `c` and `d` of the others.
   */
  code(coder: BitCoder, bit: number, node: number, a: number, b: number, c: number, d: number): number {
    const chances = this.#chances;
    const weights = this.#weights;
    const chanceA = chances[a + node] as number;
    const chanceB = chances[b + node] as number;
    const chanceC = chances[c + node] as number;
    const chanceD = chances[d + node] as number;
    const voteA = STRETCH[chanceA >>> TO_PLACE] as number;
    const voteB = STRETCH[chanceB >>> TO_PLACE] as number;
    const voteC = STRETCH[chanceC >>> TO_PLACE] as number;
    const voteD = STRETCH[chanceD >>> TO_PLACE] as number;
    const at = node * VOTES;
    const weightA = weights[at] as number;
    const weightB = weights[at + 1] as number;
    const weightC = weights[at + 2] as number;
    const weightD = weights[at + 3] as number;
    const products =
      Math.imul(weightA, voteA) + Math.imul(weightB, voteB) + Math.imul(weightC, voteC) + Math.imul(weightD, voteD);
    const sum = products >> 16;
    const kept = sum > FARTHEST ? FARTHEST : sum < -FARTHEST ? -FARTHEST : sum;
    const chance = SQUASH[kept + FARTHEST] as number;
    const coded = coder.bit(chance, bit);
    const surprise = Math.imul((coded << 16) - chance, LEARNING);
    weights[at] = weightA + ((Math.imul(surprise, voteA) + ROUND) >> 16);
    weights[at + 1] = weightB + ((Math.imul(surprise, voteB) + ROUND) >> 16);
    weights[at + 2] = weightC + ((Math.imul(surprise, voteC) + ROUND) >> 16);
    weights[at + 3] = weightD + ((Math.imul(surprise, voteD) + ROUND) >> 16);
    const target = (coded << 22) - HALF - coded;
    chances[a + node] = learned(chanceA, target);
    chances[b + node] = learned(chanceB, target);
    chances[c + node] = learned(chanceC, target);
    chances[d + node] = learned(chanceD, target);
    return coded;
  }

  #newRow(context: number): number {
    const row = this.#end;
    this.#end += this.#nodes;
    if (this.#end > this.#chances.length) {
      const grown = new Int32Array(this.#chances.length * 2);
      grown.set(this.#chances);
      this.#chances = grown;
    }
    this.#rows[context] = row;
    return row;
  }
}

/** A chance's word after what came. */
function learned(word: number, target: number): number {
  const chance = word >> COUNT_BITS;
  const count = word & COUNT_MASK;
  const next = chance + (Math.imul((target - chance) >> 3, RATE[count] as number) >> 9);
  return (next << COUNT_BITS) | (count + ((count - MOST_COUNTS) >>> 31));
}
