/** Steps looked back on. */
const LAGS = 3;
const STEPS = 2 * LAGS;
/** Both axes of each of them, and of the last one once more by how much longer the new step takes. */
const INPUTS = STEPS + 2;
/** What a step one older still counts. */
const FORGETTING = 0.996;
/** How unsure the weights are at first, and from where on forgetting makes them no less sure. */
const FIRST_DOUBT = 0.1;
const MOST_DOUBT = 10;
/** No step is taken for longer than this, so that a jump does not unsettle what was learned. */
const FARTHEST = 4096;
/** No step is taken to last longer than so many of the one before. */
const MOST_RATIO = 3;

/**
 * Predicts a pen's next step from its last ones, by weights learned on the way: recursive least squares with forgetting
 * (Haykin, "Adaptive Filter Theory", 1996, chapter 13). Both axes look at the same inputs, so they share one matrix; y
 * also learns how much of what surprised in x surprises in y.
 *
 * Every sum is taken in the order written, in float64, and no product is fused with a sum.
 */
export class Motion {
  /** The last steps, x and y by turns, the latest first. */
  readonly #steps = new Float64Array(STEPS);
  readonly #inputs = new Float64Array(INPUTS);
  readonly #weightsX = new Float64Array(INPUTS);
  readonly #weightsY = new Float64Array(INPUTS);
  readonly #gains = new Float64Array(INPUTS);
  /** The lower half of a symmetric matrix, row by row: the inverse of how much was learned about the inputs. */
  readonly #doubt = new Float64Array((INPUTS * (INPUTS + 1)) / 2);
  #lastTime = 0;
  #x = 0;
  #y = 0;
  /** Of what surprised in x: its squares, and its products with what surprised in y. */
  #squares = 1;
  #products = 0;

  constructor() {
    this.#reset();
  }

  /** Begins a stroke: forgets where the pen went, but not how pens go. */
  begin(): void {
    this.#steps.fill(0);
    this.#lastTime = 0;
  }

  /** Looks at the next step, which takes `time` ms, and predicts its x, at most 4096 from 0. */
  predictX(time: number): number {
    const steps = this.#steps;
    const inputs = this.#inputs;
    const ratio = time > 0 && this.#lastTime > 0 ? time / this.#lastTime : 1;
    const longer = (ratio < MOST_RATIO ? ratio : MOST_RATIO) - 1;
    this.#lastTime = time;
    for (let i = 0; i < STEPS; i++) inputs[i] = steps[i] as number;
    inputs[STEPS] = (steps[0] as number) * longer;
    inputs[STEPS + 1] = (steps[1] as number) * longer;
    this.#x = dot(this.#weightsX, inputs);
    this.#y = dot(this.#weightsY, inputs);
    return within(this.#x);
  }

  /** Predicts the y of the same step, whose x is now known, at most 4096 from 0. */
  predictY(dx: number): number {
    return within(this.#y + (this.#products / this.#squares) * (within(dx) - this.#x));
  }

  /** Learns from the step that came. */
  learn(dx: number, dy: number): void {
    const steps = this.#steps;
    const stepX = within(dx);
    const stepY = within(dy);
    const surpriseX = stepX - this.#x;
    const surpriseY = stepY - this.#y;
    this.#squares = this.#squares * FORGETTING + surpriseX * surpriseX;
    this.#products = this.#products * FORGETTING + surpriseX * surpriseY;
    this.#adjust(surpriseX, surpriseY);
    for (let i = STEPS - 1; i >= 2; i--) steps[i] = steps[i - 2] as number;
    steps[0] = stepX;
    steps[1] = stepY;
  }

  #adjust(surpriseX: number, surpriseY: number): void {
    const gains = this.#gains;
    const doubt = this.#doubt;
    const weightsX = this.#weightsX;
    const weightsY = this.#weightsY;
    const total = this.#findGains();
    const spread = FORGETTING + dot(gains, this.#inputs);
    if (!(spread >= FORGETTING && total > 0)) return this.#reset();
    const grow = total > MOST_DOUBT ? 1 : 1 / FORGETTING;
    let at = 0;
    for (let i = 0; i < INPUTS; i++) {
      const gain = (gains[i] as number) / spread;
      weightsX[i] = (weightsX[i] as number) + gain * surpriseX;
      weightsY[i] = (weightsY[i] as number) + gain * surpriseY;
      for (let j = 0; j <= i; j++, at++) doubt[at] = ((doubt[at] as number) - gain * (gains[j] as number)) * grow;
    }
  }

  /** Multiplies the matrix by the inputs, and gives the sum of its diagonal. */
  #findGains(): number {
    const inputs = this.#inputs;
    const gains = this.#gains;
    const doubt = this.#doubt;
    let total = 0;
    let at = 0;
    for (let i = 0; i < INPUTS; i++) {
      const input = inputs[i] as number;
      let gain = 0;
      for (let j = 0; j < i; j++, at++) {
        const shared = doubt[at] as number;
        gain += shared * (inputs[j] as number);
        gains[j] = (gains[j] as number) + shared * input;
      }
      const own = doubt[at++] as number;
      total += own;
      gains[i] = gain + own * input;
    }
    return total;
  }

  /** Nothing is known: the pen is taken to go on as it went. */
  #reset(): void {
    this.#doubt.fill(0);
    for (let i = 0; i < INPUTS; i++) this.#doubt[(i * (i + 3)) / 2] = FIRST_DOUBT;
    this.#weightsX.fill(0);
    this.#weightsY.fill(0);
    this.#weightsX[0] = 1;
    this.#weightsY[1] = 1;
  }
}

function dot(weights: Float64Array, inputs: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < INPUTS; i++) sum += (weights[i] as number) * (inputs[i] as number);
  return sum;
}

function within(value: number): number {
  return value < -FARTHEST ? -FARTHEST : value > FARTHEST ? FARTHEST : value;
}
