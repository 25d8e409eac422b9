import type { Box } from "../../board/bounds.js";
import type { Path } from "../geometry/path.js";

/** Steps to a board unit that places are rounded to: finer is not to be seen. */
const STEPS = 100;
/** What is written for so many steps less than a unit: most of a document is such numbers, and printing them is slow. */
const FRACTIONS = Array.from({ length: STEPS }, (_, steps) => (steps === 0 ? "" : `${steps / STEPS}`.slice(1)));

/**
 * A path as the text of an SVG path's `d`. Places are written as differences from the one before, in whole steps, so
 * that the text is short and rounding does not add up.
 */
export class SvgPath implements Path {
  #d = "";
  /** Where the path goes on, and where its present part began, in steps. */
  #at: readonly [number, number] = [0, 0];
  #start = this.#at;
  #left = Infinity;
  #top = Infinity;
  #right = -Infinity;
  #bottom = -Infinity;

  /** The `d`; empty when nothing was drawn. */
  get d(): string {
    return this.#d;
  }

  /** A box around all places that were named, in board units, and so around all that was drawn; null for nothing. */
  get box(): Box | null {
    if (this.#d === "") return null;
    const [x, y] = [this.#left / STEPS, this.#top / STEPS];
    return { x, y, w: (this.#right - this.#left) / STEPS, h: (this.#bottom - this.#top) / STEPS };
  }

  moveTo(x: number, y: number): void {
    this.#add("m", [x, y]);
    this.#start = this.#at;
  }

  lineTo(x: number, y: number): void {
    this.#add("l", [x, y]);
  }

  quadraticCurveTo(x1: number, y1: number, x: number, y: number): void {
    this.#add("q", [x1, y1, x, y]);
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.#add("c", [x1, y1, x2, y2, x, y]);
  }

  closePath(): void {
    this.#d += "z";
    this.#at = this.#start;
  }

  /** Writes a command to places `x, y, x, y, …`; the last is where the path goes on. */
  #add(command: string, places: readonly number[]): void {
    const [fromX, fromY] = this.#at;
    this.#d += command;
    for (let index = 0; index < places.length; index += 2) {
      const [x, y] = [toSteps(places[index]), toSteps(places[index + 1])];
      this.#left = Math.min(this.#left, x);
      this.#right = Math.max(this.#right, x);
      this.#top = Math.min(this.#top, y);
      this.#bottom = Math.max(this.#bottom, y);
      this.#d += numberAfter(index > 0, x - fromX) + numberAfter(true, y - fromY);
      this.#at = [x, y];
    }
  }
}

function toSteps(place = 0): number {
  return Math.round(place * STEPS);
}

/** A number of steps in board units; a minus sign parts it from the number before as well as a space. */
function numberAfter(isAfterNumber: boolean, steps: number): string {
  const size = Math.abs(steps);
  const [whole, fraction] = [Math.floor(size / STEPS), FRACTIONS[size % STEPS] ?? ""];
  const sign = steps < 0 ? "-" : isAfterNumber ? " " : "";
  return `${sign}${whole === 0 && fraction !== "" ? "" : whole}${fraction}`;
}
