import type { Millis } from "../signal/ids.js";
import { INK_STRIDE, type InkPoints } from "../signal/ink.js";
import { LIMITS } from "../signal/limits.js";

/**
 * The points of a stroke under construction, as a list that only grows at its end. Appending makes a new run that
 * shares all before, at the same cost for the tenth point and the ten-thousandth; immer leaves it alone.
 */
export class InkRun {
  /** How many points there are in all. */
  readonly count: number;

  private constructor(
    /** The run before the last batch; null in an empty run. */
    readonly before: InkRun | null,
    /** The last batch of points. */
    readonly batch: InkPoints,
    /** The time of the entry that brought the last batch. */
    readonly at: Millis,
  ) {
    this.count = (before?.count ?? 0) + batch.length / INK_STRIDE;
  }

  static readonly EMPTY = new InkRun(null, new Int32Array(0), 0 as Millis);

  /** A run of points that came long ago, in batches that one signal could have brought. */
  static of(points: InkPoints): InkRun {
    const width = LIMITS.appendPoints * INK_STRIDE;
    let run = InkRun.EMPTY;
    for (let at = 0; at < points.length; at += width) run = run.append(points.slice(at, at + width), 0 as Millis);
    return run;
  }

  /** This run and then `batch`. */
  append(batch: InkPoints, at: Millis): InkRun {
    return new InkRun(this, batch, at);
  }

  /** The batches from the first to the last. */
  batches(): InkRun[] {
    const runs: InkRun[] = [];
    for (let run: InkRun | null = this; run?.before; run = run.before) runs.push(run);
    return runs.reverse();
  }

  /** All points in one array. */
  flatten(): InkPoints {
    return this.pointsFrom(0);
  }

  /** The points from the one with index `from` on, at a cost that grows with how many those are. */
  pointsFrom(from: number): InkPoints {
    const points = new Int32Array(Math.max(0, this.count - from) * INK_STRIDE);
    let end = points.length;
    for (let run: InkRun | null = this; run && end > 0; run = run.before) {
      end -= run.batch.length;
      points.set(end < 0 ? run.batch.subarray(-end) : run.batch, Math.max(0, end));
    }
    return points;
  }

  /** True when this run is `other`, or that with more points after it. */
  continues(other: InkRun): boolean {
    let run: InkRun = this;
    while (run.before && run.count > other.count) run = run.before;
    return run === other;
  }
}
