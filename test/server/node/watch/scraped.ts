/** What was read of metrics in the text form of Prometheus, version 0.0.4. */
export interface Scraped {
  /** By name and labels as they stand there, like `inktape_entries_total{track="document"}`. */
  readonly values: ReadonlyMap<string, number>;
  readonly helps: ReadonlyMap<string, string>;
  readonly types: ReadonlyMap<string, string>;
}

/** Reads metrics; throws for a line that is none. */
export function scraped(text: string): Scraped {
  const [values, helps, types] = [new Map<string, number>(), new Map<string, string>(), new Map<string, string>()];
  for (const line of text.split("\n").filter((words) => words !== "")) {
    const [, kind, name = "", words = ""] = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line) ?? [];
    const [, series = "", value = ""] = /^([a-zA-Z_:][^ {]*(?:\{.*\})?) (\S+)$/.exec(line) ?? [];
    if (kind === "HELP") helps.set(name, words);
    else if (kind === "TYPE") types.set(name, words);
    else if (series === "") throw new Error(`This is no line of metrics: ${line}`);
    else values.set(series, Number(value));
  }
  return { values, helps, types };
}
