import type { BitCoder } from "./arithmetic-coder.js";
import { MixedBit } from "./mixed-bit.js";

/** One of a few things as a row of decisions, its number's bits from the highest on, each learned in four contexts. */
export class SymbolModel {
  readonly #size: number;
  readonly #bits: MixedBit;
  readonly #b: number;
  readonly #c: number;
  readonly #d: number;

  /**
   * @param size how many bits a number has.
   * @param a how many contexts the first of the four tells apart: they are numbers from 0 up to that; `b`, `c`, `d` of the
   * others.
   */
  constructor(size: number, a: number, b = 1, c = 1, d = 1) {
    this.#size = size;
    this.#b = a;
    this.#c = a + b;
    this.#d = a + b + c;
    this.#bits = new MixedBit(a + b + c + d, 1 << size);
  }

  /** Codes a whole number from 0 up to 2 to the power of its size, given to the coder or read from it. */
  code(coder: BitCoder, value: number, contextA: number, contextB = 0, contextC = 0, contextD = 0): number {
    const bits = this.#bits;
    const a = bits.row(contextA);
    const b = bits.row(this.#b + contextB);
    const c = bits.row(this.#c + contextC);
    const d = bits.row(this.#d + contextD);
    let node = 1;
    for (let place = this.#size - 1; place >= 0; place--) {
      node = (node << 1) | bits.code(coder, (value >> place) & 1, node, a, b, c, d);
    }
    return node - (1 << this.#size);
  }
}
