/** Displacements that a prediction looks back on, of both axes. */
const INPUTS = 6;
/** What a step that is one older still counts. */
const FORGETTING = 0.998;
/** The first uncertainty of the predictor's weights. */
const FIRST_DOUBT = 1;
/** No input is taken for farther than this, so that wild values do not unsettle the rest. */
const FARTHEST = 4096;
/** How far apart two time steps may be for their ratio to count. */
const LEAST_RATIO = 0.25;
const MOST_RATIO = 2.5;

/**
 * Predicts a pen's next displacement from its last three, by weights learned on the way: recursive least squares with
 * forgetting (Haykin, "Adaptive Filter Theory"). Both axes look at the same inputs, so they share one matrix; y also
 * learns how much of what surprised in x surprises in y.
 */
export class Motion {
  /** The predicted displacement. */
  x = 0;
  y = 0;

  readonly #inputs = new Float64Array(INPUTS);
  readonly #scaled = new Float64Array(INPUTS);
  readonly #gains = new Float64Array(INPUTS);
  readonly #doubt = new Float64Array(INPUTS * INPUTS);
  readonly #weightsX = new Float64Array(INPUTS);
  readonly #weightsY = new Float64Array(INPUTS);
  #lastStep = 0;

  constructor() {
    this.#reset();
  }

  /** Forgets where the pen was, not how pens move. */
  begin(): void {
    this.#inputs.fill(0);
    this.#lastStep = 0;
  }

  /** Predicts the displacement over the next `step` ms into {@link x} and {@link y}. */
  predict(step: number): void {
    const ratio = this.#lastStep > 0 && step > 0 ? step / this.#lastStep : 1;
    const scale = ratio < LEAST_RATIO ? LEAST_RATIO : ratio > MOST_RATIO ? MOST_RATIO : ratio;
    let [x, y] = [0, 0];
    for (let i = 0; i < INPUTS; i++) {
      const input = (this.#inputs[i] as number) * scale;
      this.#scaled[i] = input;
      x += (this.#weightsX[i] as number) * input;
      y += (this.#weightsY[i] as number) * input;
    }
    this.x = x;
    this.y = y;
    this.#lastStep = step;
  }

  /** Learns from the displacement that came. */
  learn(dx: number, dy: number): void {
    const errorX = within(dx) - this.x;
    const errorY = within(dy) - this.y;
    let spread = FORGETTING;
    for (let i = 0; i < INPUTS; i++) {
      let gain = 0;
      for (let j = 0; j < INPUTS; j++) gain += (this.#doubt[i * INPUTS + j] as number) * (this.#scaled[j] as number);
      this.#gains[i] = gain;
      spread += gain * (this.#scaled[i] as number);
    }
    for (let i = 0; i < INPUTS; i++) {
      const gain = (this.#gains[i] as number) / spread;
      this.#weightsX[i] = (this.#weightsX[i] as number) + gain * errorX;
      this.#weightsY[i] = (this.#weightsY[i] as number) + gain * errorY;
      for (let j = 0; j <= i; j++) {
        const doubt = ((this.#doubt[i * INPUTS + j] as number) - gain * (this.#gains[j] as number)) / FORGETTING;
        this.#doubt[i * INPUTS + j] = doubt;
        this.#doubt[j * INPUTS + i] = doubt;
      }
    }
    for (let i = INPUTS - 1; i >= 2; i--) this.#inputs[i] = this.#inputs[i - 2] as number;
    this.#inputs[0] = within(dx);
    this.#inputs[1] = within(dy);
    if (!(spread < 1e12) || !(Math.abs(this.x) + Math.abs(this.y) < 1e9)) this.#reset();
  }

  #reset(): void {
    this.#doubt.fill(0);
    for (let i = 0; i < INPUTS; i++) this.#doubt[i * (INPUTS + 1)] = FIRST_DOUBT;
    this.#weightsX.fill(0);
    this.#weightsY.fill(0);
    this.#weightsX[0] = 1;
    this.#weightsY[1] = 1;
  }
}

function within(value: number): number {
  return value < -FARTHEST ? -FARTHEST : value > FARTHEST ? FARTHEST : value;
}
