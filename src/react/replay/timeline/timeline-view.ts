import type { Player } from "../../../player/player.js";
import { createStore, type WritableStore } from "../../../store/store.js";
import { isWithin, movedTo, type TimeWindow, zoomed } from "./time-window.js";

/** How a player's timeline is looked at. */
export interface TimelineView {
  /** What of the recording is shown; null for all of it, however long it grows. */
  readonly window: WritableStore<TimeWindow | null>;
  /** Whether there is a row for each participant. */
  readonly hasLanes: WritableStore<boolean>;
  readonly isCalendarOpen: WritableStore<boolean>;
}

const views = new WeakMap<Player, TimelineView>();

/** The one view of a player's timeline, for all its parts. */
export function timelineViewOf(player: Player): TimelineView {
  const known = views.get(player) ?? createTimelineView(player);
  views.set(player, known);
  return known;
}

function createTimelineView(player: Player): TimelineView {
  const window = createStore<TimeWindow | null>(null);
  let [idleLimit, shown] = [player.state.get().idleLimit, 0];
  // What lay under the window is somewhere else in another play time.
  player.state.subscribe(() => {
    const state = player.state.get();
    if (state.idleLimit !== idleLimit) window.set(null);
    ({ idleLimit } = state);
  });
  // Whoever has the present moment in sight keeps it, and whoever looks elsewhere is left there.
  player.frame.subscribe(() => {
    const [{ position }, seen] = [player.frame.get(), window.get()];
    if (seen && isWithin(seen, shown)) window.set(movedTo(seen, position, player.state.get().duration));
    shown = position;
  });
  return { window, hasLanes: createStore(false), isCalendarOpen: createStore(false) };
}

/** The play time that the timeline shows. */
export function windowOf(player: Player): TimeWindow {
  return timelineViewOf(player).window.get() ?? { from: 0, to: player.state.get().duration };
}

/** Shows so many times less of the timeline, around a play time: what is shown on the board unless it says otherwise. */
export function zoomTimeline(player: Player, factor: number, around?: number): void {
  const [window, { position }] = [windowOf(player), player.frame.get()];
  const middle = isWithin(window, position) ? position : (window.from + window.to) / 2;
  const { duration } = player.state.get();
  timelineViewOf(player).window.set(zoomed(window, around ?? middle, factor, duration));
}
