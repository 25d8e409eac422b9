import { useCallback, useEffect, useMemo } from "react";
import { createInkDecoder } from "../client/ink-decoder.js";
import { createPlayer } from "../player/create-player.js";
import { pacedClock } from "../player/media/paced-clock.js";
import type { Player, WhenHidden } from "../player/player.js";
import { millisOf, type Moment } from "../player/track.js";
import type { Millis } from "../signal/ids.js";
import type { Transport } from "../transport/transport.js";
import { useInktape } from "./context.js";
import { type MediaOptions, useMediaLink } from "./replay/media/use-media-link.js";
import { type ReplayListeners, useReplayListeners } from "./replay-listeners.js";
import { type ControlledReplay, useControlled } from "./use-controlled.js";
import { useEvent } from "./use-event.js";
import { useResource } from "./use-resource.js";
import { useTape } from "./use-tape.js";

/** Which stretch of which room's recording, and how it is played. */
export interface UseReplayOptions extends ControlledReplay, ReplayListeners, MediaOptions {
  readonly room: string;
  /** The room's creation unless it says otherwise. What happened before is on the first picture. */
  readonly from?: Moment | undefined;
  /** The end of the last activity unless it says otherwise; then a room that is live is followed. */
  readonly to?: Moment | undefined;
  /** The provider's unless it says otherwise. Make it once, outside of rendering: another one is another player. */
  readonly transport?: Transport | undefined;
  /** Where each player begins: a number is play time in milliseconds, a `Date` or ISO 8601 text a wall time. Its start unless it says otherwise. */
  readonly startAt?: Moment | undefined;
  /** Plays as soon as the first picture is there. */
  readonly autoPlay?: boolean | undefined;
  /** What comes of playing while the page is in the background. "pause" unless it says otherwise: a drawn lesson has to be seen; "goOn" with `media`, which is heard. */
  readonly whenHidden?: WhenHidden | undefined;
}

/**
 * Plays a recording for as long as the component is there; another room or range is another player. Null until the
 * first effect has run, so on a server always.
 */
export function useReplay(options: UseReplayOptions): Player | null {
  const { autoPlay = false, startAt } = options;
  const whenHidden = options.whenHidden ?? (options.media === undefined ? "pause" : "goOn");
  const { clock: base } = useInktape();
  const clock = useMemo(() => pacedClock(base), [base]);
  const tape = useTape(options.room, options.transport);
  const from = valueOf(options.from);
  const to = valueOf(options.to);
  const open = useCallback(() => {
    const made = createPlayer({ source: tape, clock, inkDecoder: createInkDecoder(), from, to, whenHidden });
    return { value: made, close: () => made.close() };
  }, [tape, clock, from, to, whenHidden]);
  const player = useResource(open);
  const start = useEvent((made: Player) => {
    if (typeof startAt === "number") void made.seek(startAt);
    else if (startAt !== undefined) void made.seekWall(millisOf(startAt, "startAt") as Millis);
  });
  useReplayListeners(player, options);
  useMediaLink(player, clock, options);
  useEffect(() => {
    if (player) start(player);
  }, [player, start]);
  useEffect(() => {
    if (!player) return undefined;
    const tell = () => player.setHidden(document.hidden);
    tell();
    document.addEventListener("visibilitychange", tell);
    return () => document.removeEventListener("visibilitychange", tell);
  }, [player]);
  useControlled(player, options);
  useEffect(() => {
    if (autoPlay) player?.play();
  }, [player, autoPlay]);
  return player;
}

/** A moment as something that is the same again when it is given again: a new `Date` of the same time is no change. */
function valueOf(moment: Moment | undefined): string | number | undefined {
  return moment instanceof Date ? moment.getTime() : moment;
}
