import { QUIET_MS, type Timeline, type TimeRange } from "../../../tape/timeline.js";

/** What a timeline says, for people who look for recordings. */
export function recordingsOf({ blocks, keyframes, stretches, members, markers }: Timeline) {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  return {
    entries: sum(blocks.map(({ first, last }) => last - first + 1)),
    bytes: sum([...blocks, ...keyframes].map(({ bytes }) => bytes)),
    from: blocks[0]?.from ?? null,
    to: blocks.at(-1)?.to ?? null,
    spans: spansOf(stretches),
    members,
    markers,
  };
}

/** Stretches with no quiet time between them that would have closed a span. */
function spansOf(stretches: readonly TimeRange[]): TimeRange[] {
  const spans: TimeRange[] = [];
  for (const { from, to } of stretches) {
    const last = spans.at(-1);
    if (last && from - last.to <= QUIET_MS) spans[spans.length - 1] = { from: last.from, to };
    else spans.push({ from, to });
  }
  return spans;
}
