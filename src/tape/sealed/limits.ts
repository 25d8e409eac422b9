/** What one sealed block may hold. Writers stay far below; readers refuse beyond, before they make anything of it. */
export const SEALED_LIMITS = {
  entries: 1 << 14,
  /** Ink items, and points in all of them: a recording that begins late takes in all that is on the board. */
  items: 1 << 20,
  points: 1 << 22,
  sectionBytes: 16 << 20,
} as const;
