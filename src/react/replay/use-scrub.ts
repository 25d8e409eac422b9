import { type PointerEvent, type RefObject, useMemo } from "react";
import type { Player } from "../../player/player.js";

/** Dragging along a bar; the board follows the pointer. */
export interface Scrub {
  isScrubbing(): boolean;
  /** The play time under the pointer. */
  positionAt(event: PointerEvent): number;
  start(event: PointerEvent): void;
  move(event: PointerEvent): void;
  end(event: PointerEvent): void;
}

/** Lets a bar be dragged. Playing rests meanwhile and goes on afterwards. `paint` shows the place wanted at once. */
export function useScrub(player: Player, bar: RefObject<HTMLElement | null>, paint: (position: number) => void): Scrub {
  return useMemo(() => {
    let drag: { readonly pointer: number; readonly wasPlaying: boolean } | null = null;
    const positionAt = (event: PointerEvent) => {
      if (!bar.current) return 0;
      const { left, width } = bar.current.getBoundingClientRect();
      const share = Math.min(1, Math.max(0, (event.clientX - left) / width));
      const isRtl = getComputedStyle(bar.current).direction === "rtl";
      return (isRtl ? 1 - share : share) * player.state.get().duration;
    };
    const go = (event: PointerEvent) => {
      const position = positionAt(event);
      paint(position);
      void player.seek(position);
    };
    return {
      isScrubbing: () => drag !== null,
      positionAt,
      start(event) {
        if (event.button !== 0 || !bar.current) return;
        bar.current.setPointerCapture(event.pointerId);
        const { status } = player.state.get();
        drag = { pointer: event.pointerId, wasPlaying: status === "playing" || status === "buffering" };
        player.pause();
        go(event);
      },
      move(event) {
        if (drag?.pointer === event.pointerId) go(event);
      },
      end(event) {
        if (drag?.pointer !== event.pointerId) return;
        if (drag.wasPlaying) player.play();
        drag = null;
      },
    };
  }, [player, bar, paint]);
}
