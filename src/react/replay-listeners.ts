import { useEffect } from "react";
import type { PlayerEvent, PlayerEventType } from "../player/player-events.js";
import type { Player } from "../player/player.js";
import type { InktapeError } from "../signal/errors.js";
import { useEvent } from "./use-event.js";

/** The events of a player by the property that hears them. */
const EVENTS = {
  onDurationChange: "durationchange",
  onLoadedData: "loadeddata",
  onProgress: "progress",
  onRateChange: "ratechange",
  onSeeking: "seeking",
  onSeeked: "seeked",
  onPlay: "play",
  onPause: "pause",
  onPlaying: "playing",
  onWaiting: "waiting",
  onTimeUpdate: "timeupdate",
  onEnded: "ended",
  onStalled: "stalled",
} as const satisfies Readonly<Record<string, PlayerEventType>>;

type ListenerName = keyof typeof EVENTS;

/** What an app hears of a playback; what each event means, and their order, is said at {@link PlayerEventType}. */
export type ReplayListeners = { readonly [Name in ListenerName]?: ((event: PlayerEvent) => void) | undefined } & {
  /** Called when nothing can be shown, and when something of the app's own fails: a painter of a shape. */
  readonly onError?: ((error: InktapeError) => void) | undefined;
};

/** Tells the newest listeners what the player tells. */
export function useReplayListeners(player: Player | null, listeners: ReplayListeners): void {
  const tell = useEvent((name: ListenerName, event: PlayerEvent) => listeners[name]?.(event));
  const tellError = useEvent(() => {
    const error = player?.state.get().error;
    if (error) listeners.onError?.(error);
  });
  useEffect(() => {
    if (!player) return undefined;
    // What can never be played has failed before anybody could listen.
    if (player.state.get().status === "failed") tellError();
    const names = Object.keys(EVENTS) as ListenerName[];
    const ends = names.map((name) => player.on(EVENTS[name], (event) => tell(name, event)));
    ends.push(player.on("error", tellError));
    return () => ends.forEach((end) => end());
  }, [player, tell, tellError]);
}
