import type { InkPoints } from "../signal/ink.js";

/** True for points that are the same, number by number. */
export function isSamePoints(a: InkPoints | undefined, b: InkPoints): boolean {
  if (a?.length !== b.length) return false;
  for (let index = 0; index < b.length; index++) if (a[index] !== b[index]) return false;
  return true;
}
