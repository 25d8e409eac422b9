import type { LineHeads } from "../../../canvas/tool.js";
import { propOf } from "../../../signal/optional.js";
import type { LineShape, Shape } from "../../../signal/shape.js";

/** What can stand at the end of a line. */
export const HEAD_NAMES = ["none", "arrow", "triangle", "dot", "bar"] as const;
export type HeadName = (typeof HEAD_NAMES)[number];

/** What stands at the ends of several lines; null where they differ. */
export interface SharedHeads {
  readonly startHead: string | null;
  readonly endHead: string | null;
}

/** The lines among shapes. */
export function linesAmong(shapes: readonly Shape[]): readonly LineShape[] {
  return shapes.filter((shape): shape is LineShape => shape.kind === "line" || shape.kind === "arrow");
}

/** What the lines have in common at each end. */
export function sharedHeads(lines: readonly LineShape[]): SharedHeads {
  const shown = lines.map((line) =>
    headsShown(line.kind, { startHead: propOf(line, "startHead"), endHead: propOf(line, "endHead") }),
  );
  return { startHead: same(shown.map((heads) => heads.startHead)), endHead: same(shown.map((heads) => heads.endHead)) };
}

/** What is seen at the ends of a line. An end that says nothing has what its kind has: an arrow points. */
export function headsShown(kind: LineShape["kind"], { startHead, endHead }: LineHeads): LineHeads {
  return { startHead: startHead || "none", endHead: endHead || (kind === "arrow" ? "arrow" : "none") };
}

function same(values: readonly string[]): string | null {
  const [first = null] = values;
  return values.every((value) => value === first) ? first : null;
}
