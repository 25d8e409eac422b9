import { useMemo } from "react";
import type { Player, PlayerFrame } from "../player/player.js";
import { useInktape } from "./context.js";
import { throttled } from "./throttle.js";
import { useStore } from "./use-store.js";

const EVERY_MS = 100;

/** Something of the picture that a player shows, looked at most once in `everyMs`; undefined while there is no player. */
export function useFrame<T>(
  player: Player | null,
  selector: (frame: PlayerFrame) => T,
  everyMs = EVERY_MS,
): T | undefined {
  const { clock } = useInktape();
  const frames = useMemo(() => player && throttled(player.frame, everyMs, clock), [player, everyMs, clock]);
  return useStore(frames, selector, undefined);
}

/** The play time in milliseconds, told at most once in `everyMs` (default 100); 0 while there is no player. */
export function usePosition(player: Player | null, everyMs = EVERY_MS): number {
  return useFrame(player, (frame) => frame.position, everyMs) ?? 0;
}
