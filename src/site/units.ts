const UNITS = [
  ["second", 1000],
  ["minute", 60_000],
  ["hour", 3_600_000],
  ["day", 86_400_000],
  ["month", 2_629_800_000],
  ["year", 31_557_600_000],
] as const;

/** How long before `now` something was, in words: "3 minutes ago". Both in milliseconds since 1970 UTC. */
export function ago(at: number, now: number): string {
  const past = Math.max(0, now - at);
  const [unit, length] = UNITS.findLast(([, size]) => past >= size) ?? UNITS[0];
  return new Intl.RelativeTimeFormat(undefined, { numeric: "auto" }).format(-Math.floor(past / length), unit);
}

/** A size in words: "12 kB". */
export function bytes(count: number): string {
  const [unit, size] = count >= 1e6 ? (["megabyte", 1e6] as const) : (["kilobyte", 1000] as const);
  const digits = count / size < 10 ? 1 : 0;
  return new Intl.NumberFormat(undefined, { style: "unit", unit, maximumFractionDigits: digits }).format(count / size);
}
