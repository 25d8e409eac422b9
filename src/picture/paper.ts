/** The pattern of a page's paper: lines, or the middles of dots, every `step` board units from the board's origin on. */
export const PATTERN = {
  step: 24,
  /** How large a dot is, to a line's width, and how much of it is before its place. */
  dot: 2,
  dotBefore: 1,
} as const;

/** How far apart what shapes may keep to is on a paper, board units; null where it is not ruled both ways. */
export function gridStepOf(paper: { readonly pattern: string } | null): number | null {
  return paper?.pattern === "grid" || paper?.pattern === "dots" ? PATTERN.step : null;
}

/** True when two papers look the same. */
export function isSamePaper<P extends object>(a: P | null, b: P | null): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  return (Object.keys(a) as (keyof P)[]).every((name) => a[name] === b[name]);
}

/** True for paper that has its colour and nothing else. */
export function isPlainPaper(paper: { readonly pattern: string; readonly asset: string } | null): boolean {
  return paper === null || (paper.pattern === "plain" && paper.asset === "");
}
