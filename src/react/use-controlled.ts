import { useEffect, useRef } from "react";
import type { Loop } from "../player/loop.js";
import type { Player } from "../player/player.js";

/** What of a playback an app may decide. What it leaves undefined is the viewer's alone. */
export interface ControlledReplay {
  /**
   * Play time in milliseconds. Another value is a seek, unless it is one that `onTimeUpdate` told: so it can be kept in
   * the app's state.
   */
  readonly position?: number | undefined;
  /** Plays when false, pauses when true: each time it becomes so. `onPlay` and `onPause` tell what the viewer does. */
  readonly paused?: boolean | undefined;
  /** 0.25 to 16; 1 unless it says otherwise. */
  readonly rate?: number | undefined;
  /** The longest pause that is played out, in milliseconds; null plays every pause in full. */
  readonly idleLimit?: number | null | undefined;
  /** A range of play time that is played again and again; true is the whole recording. */
  readonly loop?: Loop | boolean | null | undefined;
}

/** The whole recording, however long it becomes. */
export const WHOLE: Loop = { from: 0, to: Number.POSITIVE_INFINITY };

/** So many positions are known as the player's own: an app that renders late gives back one that was told long before. */
const KNOWN = 32;

/** Does with a player what an app decides, whenever that changes. */
export function useControlled(player: Player | null, controlled: ControlledReplay): void {
  const { position, paused, rate, idleLimit, loop } = controlled;
  const [from, to] = loop ? [loop === true ? WHOLE.from : loop.from, loop === true ? WHOLE.to : loop.to] : [];
  const told = useRef<readonly number[]>([]);
  useEffect(() => {
    told.current = [];
    return player?.on("timeupdate", (event) => {
      told.current = [...told.current.slice(1 - KNOWN), event.position];
    });
  }, [player]);
  useEffect(() => {
    if (rate !== undefined) player?.setRate(rate);
  }, [player, rate]);
  useEffect(() => {
    if (idleLimit !== undefined) player?.setIdleLimit(idleLimit);
  }, [player, idleLimit]);
  const hasLoop = loop !== undefined;
  useEffect(() => {
    if (hasLoop) player?.setLoop(from === undefined || to === undefined ? null : { from, to });
  }, [player, hasLoop, from, to]);
  useEffect(() => {
    if (position !== undefined && !told.current.includes(position)) void player?.seek(position);
  }, [player, position]);
  useEffect(() => {
    if (paused === true) player?.pause();
    if (paused === false) player?.play();
  }, [player, paused]);
}
