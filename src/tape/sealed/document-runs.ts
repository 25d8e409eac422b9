import type { Entry } from "../../signal/entry.js";
import { trackOf } from "../../signal/signal.js";

/** Lengths of the runs of one track, the document's first. */
export function runsOf(entries: readonly Entry[]): number[] {
  const runs = [0];
  for (const { signal } of entries) {
    const isDocument = runs.length % 2 === 1;
    if ((trackOf(signal) === "document") !== isDocument) runs.push(0);
    runs[runs.length - 1] = (runs.at(-1) as number) + 1;
  }
  return runs;
}
