import { type PointerEvent, type RefObject, useMemo } from "react";
import type { Player } from "../../../player/player.js";
import { shareAt } from "./pointer-share.js";
import { positionOf } from "./time-window.js";
import { windowOf } from "./timeline-view.js";

/** Dragging along a bar; the board follows the pointer. */
export interface Scrub {
  isScrubbing(): boolean;
  /** The play time under the pointer. */
  positionAt(event: Pick<PointerEvent, "clientX">): number;
  start(event: PointerEvent): void;
  move(event: PointerEvent): void;
  end(event: PointerEvent): void;
  /** Ends a drag that was meant for something else; the board stays where it is. */
  giveUp(): void;
}

/** Lets a bar be dragged. Playing rests meanwhile and goes on afterwards. `paint` shows the place wanted at once. */
export function useScrub(player: Player, bar: RefObject<HTMLElement | null>, paint: (position: number) => void): Scrub {
  return useMemo(() => {
    let drag: { readonly pointer: number; readonly wasPlaying: boolean } | null = null;
    const positionAt = ({ clientX }: Pick<PointerEvent, "clientX">) =>
      bar.current ? positionOf(windowOf(player), shareAt(bar.current, clientX)) : 0;
    const go = (event: PointerEvent) => {
      const position = positionAt(event);
      paint(position);
      void player.seek(position);
    };
    const giveUp = () => {
      if (drag?.wasPlaying) player.play();
      drag = null;
    };
    return {
      isScrubbing: () => drag !== null,
      positionAt,
      start(event) {
        if (event.button !== 0 || !event.isPrimary || !bar.current) return;
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
        if (drag?.pointer === event.pointerId) giveUp();
      },
      giveUp,
    };
  }, [player, bar, paint]);
}
