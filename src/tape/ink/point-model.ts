import type { BitCoder } from "../coding/arithmetic-coder.js";
import { bitLength, signedLength } from "../coding/bits.js";
import { IntervalModel } from "../coding/interval-model.js";
import { MixedBit } from "../coding/mixed-bit.js";
import { Motion } from "./motion.js";
import { NumberModel } from "../coding/number-model.js";

// The contexts of "is there another point": where those of the second, third and fourth vote begin.
const MORE_B = 16 * 16;
const MORE_C = MORE_B + 13 * 13;
const MORE_D = MORE_C + 16 * 16;
const MORE_CONTEXTS = MORE_D + 32 * 7;

/**
 * Codes the points of a stroke after its first, each as its differences from the one before, in the contexts of what is
 * known by then. Whole numbers are taken modulo 2³² with sign.
 */
export class PointModel {
  /** How the last point that was coded differs from the one before. */
  dt = 0;
  dx = 0;
  dy = 0;
  dp = 0;

  readonly #more = new MixedBit(MORE_CONTEXTS, 1);
  readonly #times = new IntervalModel(32 * 15, 64 * 32, 16 * 4, 128);
  readonly #steps = new NumberModel(25 * 6, 8 * 5 * 7, 21 * 21, 25);
  readonly #pressures = new NumberModel(11 * 11 * 5, 64 * 13, 11 * 15, 32 * 7 * 4);
  readonly #motion = new Motion();

  /** How many points there are, the pressure of the last one, and differences of those before it. */
  #count = 0;
  #p = 0;
  #dt2 = 0;
  #dt3 = 0;
  #dp2 = 0;
  /** How far x and y were from what was predicted, the last time. */
  #surpriseX = 0;
  #surpriseY = 0;

  /** Begins a stroke whose first point has the pressure `p`. */
  begin(p: number): void {
    this.#motion.begin();
    this.dt = this.dx = this.dy = this.dp = 0;
    this.#count = 1;
    this.#p = p;
    this.#dt2 = this.#dt3 = this.#dp2 = this.#surpriseX = this.#surpriseY = 0;
  }

  /** Codes whether there is another point: 1 or 0. */
  more(coder: BitCoder, bit: number): number {
    const more = this.#more;
    const reach = bitLength(Math.abs(this.dx) + Math.abs(this.dy));
    return more.code(
      coder,
      bit,
      0,
      more.row(Math.min(bitLength(this.dt), 15) * 16 + (this.#p >> 2)),
      more.row(MORE_B + signedLength(this.dp, 6) * 13 + signedLength(this.#dp2, 6)),
      more.row(MORE_C + Math.min(bitLength(this.#count), 15) * 16 + Math.min(reach, 15)),
      more.row(MORE_D + (this.#p >> 1) * 7 + Math.min(reach, 6)),
    );
  }

  /**
   * Codes how the next point differs, into {@link dt}, {@link dx}, {@link dy} and {@link dp}.
   *
   * @param isFlat whether all pressures of the stroke are alike; then `dp` is 0.
   */
  code(coder: BitCoder, isFlat: boolean, dt: number, dx: number, dy: number, dp: number): void {
    const time = this.#codeTime(coder, dt);
    const x = this.#codeX(coder, time, dx);
    const y = this.#codeY(coder, time, dy, x);
    this.#motion.learn(x, y);
    const p = isFlat ? 0 : this.#codePressure(coder, dp, Math.abs(x) + Math.abs(y));
    this.#count += 1;
    this.#p += p;
    this.#dt3 = this.#dt2;
    this.#dt2 = this.dt;
    this.#dp2 = this.dp;
    this.dt = time;
    this.dx = x;
    this.dy = y;
    this.dp = p;
  }

  #codeTime(coder: BitCoder, dt: number): number {
    const last = this.dt;
    return this.#times.code(
      coder,
      dt,
      Math.min(last, 31) * 15 + signedLength(this.dp, 7),
      Math.min(last + this.#dt2, 63) * 32 + Math.min(this.#dt3, 31),
      (this.#p >> 2) * 4 + Math.min(this.#count, 3),
      Math.min(last, 127),
    );
  }

  #codeX(coder: BitCoder, time: number, dx: number): number {
    const predicted = this.#motion.predictX(time);
    const sign = predicted < 0 ? -1 : 1;
    const whole = Math.floor(sign * predicted + 0.5);
    const given = (sign * dx - whole) | 0;
    const surprise = this.#codeStep(coder, 0, given, time, predicted, this.#surpriseX, this.dx, this.dy);
    this.#surpriseX = sign * surprise;
    return (sign * (whole + surprise)) | 0;
  }

  #codeY(coder: BitCoder, time: number, dy: number, dx: number): number {
    const predicted = this.#motion.predictY(dx);
    const sign = predicted < 0 ? -1 : 1;
    const whole = Math.floor(sign * predicted + 0.5);
    const given = (sign * dy - whole) | 0;
    const surprise = this.#codeStep(coder, 4, given, time, predicted, this.#surpriseY, this.dy, dx);
    this.#surpriseY = sign * surprise;
    return (sign * (whole + surprise)) | 0;
  }

  /**
   * Codes by how much a step goes farther than was predicted, in the direction that was predicted.
   *
   * @param axis 0 for x, 4 for y.
   * @param last the last step of this axis; `surprise` is what surprised in it, and `aside` the other axis' last step.
   */
  #codeStep(
    coder: BitCoder,
    axis: number,
    given: number,
    time: number,
    predicted: number,
    surprise: number,
    last: number,
    aside: number,
  ): number {
    const sign = predicted < 0 ? -1 : 1;
    const ahead = sign * predicted;
    const whole = Math.floor(ahead + 0.5);
    const quarter = Math.floor(4 * ahead) & 3;
    const turned = Math.max(-3, Math.min(3, sign * aside)) + 3;
    return this.#steps.code(
      coder,
      given,
      Math.min(time, 24) * 6 + Math.min(bitLength(whole), 5),
      ((axis + quarter) * 5 + Math.min(whole, 4)) * 7 + turned,
      signedLength(sign * surprise, 10) * 21 + signedLength(whole - sign * last, 10),
      Math.min(whole, 24),
    );
  }

  #codePressure(coder: BitCoder, dp: number, reach: number): number {
    const p = this.#p;
    const last = this.dp;
    const faster = reach - Math.abs(this.dx) - Math.abs(this.dy);
    return this.#pressures.code(
      coder,
      dp,
      (signedLength(last, 5) * 11 + signedLength(this.#dp2, 5)) * 5 + Math.min(this.#count, 4),
      p * 13 + Math.min(bitLength(reach), 12),
      signedLength(faster, 5) * 15 + signedLength(last, 7),
      ((p >> 1) * 7 + signedLength(last, 3)) * 4 + Math.min(this.#count, 3),
    );
  }
}
