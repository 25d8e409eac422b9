import type { Clock } from "../../../clock/clock.js";
import type { CommitObserver } from "../sqlite/group-commit.js";
import type { Metrics } from "./metrics.js";

/** Counts and times commits. */
export function watchedCommits(metrics: Metrics, clock: Clock): CommitObserver {
  return {
    asked() {
      metrics.worksWaiting += 1;
    },
    begun(works) {
      const from = clock.now();
      metrics.commitWorks.observe(works);
      return (isDurable) => {
        metrics.worksWaiting -= works;
        metrics.commitSeconds.observe((clock.now() - from) / 1000);
        metrics.isLastCommitDurable = isDurable;
        if (!isDurable) metrics.commitFailures.inc();
      };
    },
  };
}
