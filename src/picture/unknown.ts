import type { ErrorCode } from "../signal/errors.js";

/**
 * How a shape of a kind this version does not know is drawn: a thin dashed box around its bounds, and the kind's name
 * in its top left corner, cut where the box ends. So it is not lost. Lengths are board units.
 */
export const UNKNOWN_LOOK = {
  color: "grey",
  lineWidth: 1,
  dash: [6, 4],
  fontSize: 13,
  /** From the box to the name. */
  padding: 6,
} as const;

/** What stands in the box of a shape of that kind (`?` and its name), and why it could not be painted. */
export function unknownLabel(kind: `?${string}`, error?: ErrorCode): string {
  return error === undefined ? kind.slice(1) : `${kind.slice(1)} (${error})`;
}
