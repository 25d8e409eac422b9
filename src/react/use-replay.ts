import { useCallback, useEffect } from "react";
import { createInkDecoder } from "../client/ink-decoder.js";
import { createPlayer } from "../player/create-player.js";
import type { Player } from "../player/player.js";
import type { Moment } from "../player/track.js";
import type { Transport } from "../transport/transport.js";
import { useInktape } from "./context.js";
import { useResource } from "./use-resource.js";
import { useTape } from "./use-tape.js";

/** Which stretch of which room's recording, and how it is played. */
export interface UseReplayOptions {
  readonly room: string;
  /** The room's creation unless it says otherwise. What happened before is on the first picture. */
  readonly from?: Moment | undefined;
  /** The end of the last activity unless it says otherwise; then a room that is live is followed. */
  readonly to?: Moment | undefined;
  /** The provider's unless it says otherwise. Make it once, outside of rendering: another one is another player. */
  readonly transport?: Transport | undefined;
  /** Plays as soon as the first picture is there. */
  readonly autoPlay?: boolean | undefined;
  /** 0.25 to 16; 1 unless it says otherwise. */
  readonly rate?: number | undefined;
  /** The longest pause that is played out, in milliseconds; null plays every pause in full. */
  readonly idleLimit?: number | null | undefined;
}

/**
 * Plays a recording for as long as the component is there; another room or range is another player. Null until the
 * first effect has run, so on a server always.
 */
export function useReplay(options: UseReplayOptions): Player | null {
  const { autoPlay = false, rate, idleLimit } = options;
  const { clock } = useInktape();
  const tape = useTape(options.room, options.transport);
  const from = valueOf(options.from);
  const to = valueOf(options.to);
  const open = useCallback(() => {
    const made = createPlayer({ source: tape, clock, inkDecoder: createInkDecoder(), from, to });
    return { value: made, close: () => made.close() };
  }, [tape, clock, from, to]);
  const player = useResource(open);
  useEffect(() => {
    if (rate !== undefined) player?.setRate(rate);
  }, [player, rate]);
  useEffect(() => {
    if (idleLimit !== undefined) player?.setIdleLimit(idleLimit);
  }, [player, idleLimit]);
  useEffect(() => {
    if (autoPlay) player?.play();
  }, [player, autoPlay]);
  return player;
}

/** A moment as something that is the same again when it is given again: a new `Date` of the same time is no change. */
function valueOf(moment: Moment | undefined): string | number | undefined {
  return moment instanceof Date ? moment.getTime() : moment;
}
