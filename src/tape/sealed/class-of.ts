/** How many values a context of the document's columns tells apart. */
export const CONTEXTS = 32;

/** A number's size: 0 for 0, 1 for ±1, 2 to ±3, 3 to ±7 … up to 15. */
export function classOf(value: number): number {
  return Math.min(CONTEXTS / 2 - 1, 32 - Math.clz32(Math.min(Math.abs(value), 0x7fffffff)));
}
