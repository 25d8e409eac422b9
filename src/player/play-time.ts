import type { TimeRange } from "../tape/timeline.js";
import { lastIndexWhere } from "../tape/search.js";

/** A stretch in which play time and wall time go side by side. After it, wall time jumps to the next one's beginning. */
interface Run {
  /** Where it begins, in wall time and in play time. */
  readonly wall: number;
  readonly position: number;
  readonly length: number;
}

/**
 * The map between wall time (UTC milliseconds) and play time (milliseconds from the start of a range): piecewise
 * linear and never falling. A pause longer than the idle limit plays for the limit and then jumps; the play time of the
 * jump belongs to the moment after it. Its size follows from how often something happened, not from how long it lasted.
 */
export class PlayTime {
  readonly #runs: readonly Run[];
  /** Play time of the whole range. */
  readonly duration: number;

  /**
   * @param range the wall time that is played.
   * @param stretches when something happened, in order.
   * @param idleLimit the longest pause that is played out; null plays every pause in full.
   */
  constructor(range: TimeRange, stretches: readonly TimeRange[], idleLimit: number | null) {
    this.#runs = runsOf(range, stretches, idleLimit ?? Number.POSITIVE_INFINITY);
    const last = this.#runs.at(-1);
    this.duration = last ? last.position + last.length : 0;
  }

  /** The wall time at a play time; beyond the range, that of its nearest end. */
  wallAt(position: number): number {
    const run = this.#at(({ position: start }) => start <= position);
    return run.wall + Math.min(run.length, Math.max(0, position - run.position));
  }

  /** The play time at a wall time; beyond the range, that of its nearest end. */
  positionAt(wall: number): number {
    const run = this.#at(({ wall: start }) => start <= wall);
    return run.position + Math.min(run.length, Math.max(0, wall - run.wall));
  }

  #at(isBehind: (run: Run) => boolean): Run {
    return this.#runs[Math.max(0, lastIndexWhere(this.#runs, isBehind))] as Run;
  }
}

/** The ends of the range count as moments at which something happened, so that a pause there is cut short too. */
function runsOf(range: TimeRange, stretches: readonly TimeRange[], limit: number): Run[] {
  const runs: Run[] = [];
  let [wall, position, busyUntil] = [range.from as number, 0, range.from as number];
  const goOnTo = (next: number) => {
    if (next - busyUntil <= limit) return;
    const length = busyUntil + limit - wall;
    runs.push({ wall, position, length });
    [wall, position] = [next, position + length];
  };
  for (const { from, to } of stretches) {
    if (to < range.from || from > range.to) continue;
    goOnTo(Math.max(from, range.from));
    busyUntil = Math.min(to, range.to);
  }
  goOnTo(range.to);
  runs.push({ wall, position, length: range.to - wall });
  return runs;
}
