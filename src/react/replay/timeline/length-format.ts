const UNITS = [
  ["year", 365.25 * 86_400_000],
  ["month", (365.25 / 12) * 86_400_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
] as const;

/** Says how long something was, in a person's own language. */
export type LengthFormat = (ms: number, style: "long" | "short") => string;

/** Makes a format that says lengths by their largest unit, rounded: `3 days`, `2 hrs`. The person's language unless it says otherwise. */
export function lengthFormat(locale?: string): LengthFormat {
  const formats = new Map<string, Intl.NumberFormat>();
  return (ms, style) => {
    const [unit, size] = UNITS.find(([, long]) => Math.round(ms / long) >= 1 && ms >= long * 0.95) ?? UNITS[5];
    const key = `${unit} ${style}`;
    const format = formats.get(key) ?? new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: style });
    formats.set(key, format);
    return format.format(Math.max(1, Math.round(ms / size)));
  };
}
