import { generateKeyBetween } from "fractional-indexing";

/**
 * The fractional index right above `top`, or the first of all when there is none. `top` may come from anywhere: a key
 * that is not well formed still gets one that is above it.
 */
export function orderAbove(top: string | null): string {
  const above = keyAfter(top);
  return above !== null && above > (top ?? "") ? above : `${top ?? ""}V`;
}

/** A fractional index between two, or beyond one when the other is null. Keys that are not well formed, or not apart, get the upper one. */
export function orderBetween(below: string | null, above: string): string {
  try {
    return generateKeyBetween(below, above);
  } catch {
    return above;
  }
}

function keyAfter(top: string | null): string | null {
  try {
    return generateKeyBetween(top, null);
  } catch {
    return null;
  }
}

/** Sorts from the lowest to the highest: by order key, then by id, so that all boards agree on ties. */
export function compareOrder<Id extends string | number>(
  a: { readonly order: string; readonly id: Id },
  b: { readonly order: string; readonly id: Id },
): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
