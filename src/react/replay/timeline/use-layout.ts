import { useMemo } from "react";
import type { Player, PlayerState } from "../../../player/player.js";
import { usePlayerState } from "../../use-player-state.js";
import { useValue } from "../../use-store.js";
import { type Chapter, chaptersOf } from "./chapters.js";
import { type Pause, pausesOf } from "./pauses.js";
import type { TimeWindow } from "./time-window.js";
import { timelineViewOf } from "./timeline-view.js";

/** What of a player's state decides where on a timeline something lies. */
const recorded = ({ duration, range, stretches, markers, idleLimit, blocks }: PlayerState) => {
  return { duration, range, stretches, markers, idleLimit, blocks };
};

/** What a timeline shows, and what is there to be shown. */
export interface TimelineLayout {
  readonly window: TimeWindow;
  readonly duration: number;
  readonly chapters: readonly Chapter[];
  readonly pauses: readonly Pause[];
  readonly recorded: Pick<PlayerState, "blocks" | "stretches" | "range">;
}

/** The same object while neither the recording nor the window changes. */
export function useLayout(player: Player): TimelineLayout {
  const shown = usePlayerState(player, recorded) ?? recorded(player.state.get());
  const seen = useValue(timelineViewOf(player).window);
  const chapters = useMemo(() => chaptersOf(player, shown), [player, shown]);
  const pauses = useMemo(() => pausesOf(player, shown), [player, shown]);
  return useMemo(() => {
    const { duration } = shown;
    return { window: seen ?? { from: 0, to: duration }, duration, chapters, pauses, recorded: shown };
  }, [shown, seen, chapters, pauses]);
}
