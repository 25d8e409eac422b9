import { LIMITS } from "../signal/limits.js";
import { propOf } from "../signal/optional.js";
import type { LineShape } from "../signal/shape.js";
import { part } from "./part.js";
import type { Point } from "./point.js";

const NUMBER = /^-?\d+(\.\d+)?$/;

/** The points that a line leads through between its ends, from its own place. */
export function throughOf(line: LineShape): readonly Point[] {
  return readThrough(propOf(line, "through"));
}

/**
 * The points of `x y x y …`: decimal numbers of board units with single spaces between. None for a text that is anything
 * else, has more points than a line may, or points beyond the board.
 */
export function readThrough(text: string): readonly Point[] {
  const words = text.split(" ", 2 * LIMITS.linePoints + 1);
  if (words.length % 2 !== 0 || !words.every(isCoordinate)) return [];
  return Array.from({ length: words.length / 2 }, (_, index) => ({
    x: Number(words[2 * index]),
    y: Number(words[2 * index + 1]),
  }));
}

/** Points as the text that {@link readThrough} reads, on the grid of part.ts: the fewest digits that say just that. */
export function writeThrough(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${part(x)} ${part(y)}`).join(" ");
}

function isCoordinate(word: string): boolean {
  return NUMBER.test(word) && Math.abs(Number(word)) <= LIMITS.coordinate;
}
