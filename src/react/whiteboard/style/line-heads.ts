import { propOf } from "../../../signal/optional.js";
import type { Shape } from "../../../signal/shape.js";

/** What can stand at the end of a line. */
export const HEAD_NAMES = ["none", "arrow", "triangle", "dot", "bar"] as const;
export type HeadName = (typeof HEAD_NAMES)[number];

/** What stands at the ends of several lines; null where they differ. */
export interface SharedHeads {
  readonly startHead: string | null;
  readonly endHead: string | null;
}

/** The lines among shapes. */
export function linesAmong(shapes: readonly Shape[]): readonly Shape[] {
  return shapes.filter(({ kind }) => kind === "line" || kind === "arrow");
}

/** What the lines have in common at each end. An end that says nothing has what its kind has: an arrow points. */
export function sharedHeads(lines: readonly Shape[]): SharedHeads {
  return {
    startHead: same(lines.map((line) => propOf(line, "startHead") || "none")),
    endHead: same(lines.map((line) => propOf(line, "endHead") || (line.kind === "arrow" ? "arrow" : "none"))),
  };
}

function same(values: readonly string[]): string | null {
  const [first = null] = values;
  return values.every((value) => value === first) ? first : null;
}
