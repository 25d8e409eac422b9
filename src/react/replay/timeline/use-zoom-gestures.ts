import { type RefObject, useEffect } from "react";
import type { Player } from "../../../player/player.js";
import { isRightToLeft, shareAt } from "./pointer-share.js";
import { lengthOf, moved, pinched, positionOf } from "./time-window.js";
import { timelineViewOf, windowOf, zoomTimeline } from "./timeline-view.js";

/** How much closer one pixel of a turned wheel goes, as a power of e. */
const WHEEL_ZOOM = 0.005;
/** A wheel may count in lines instead of pixels. */
const LINE_PX = 16;

/**
 * Zooms a timeline by the wheel with Control or Command (which is a pinch on a trackpad too) and by two fingers, and
 * moves it along by a wheel that turns sideways. `onPinch` is called when a second finger comes down.
 */
export function useZoomGestures(player: Player, bar: RefObject<HTMLElement | null>, onPinch: () => void): void {
  useEffect(() => {
    const element = bar.current;
    if (!element) return undefined;
    const { window } = timelineViewOf(player);
    const fingers = new Map<number, number>();
    const duration = () => player.state.get().duration;

    const turn = (event: WheelEvent) => {
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE_PX;
      const seen = window.get();
      if (event.ctrlKey || event.metaKey) {
        const around = positionOf(windowOf(player), shareAt(element, event.clientX));
        zoomTimeline(player, Math.exp(-event.deltaY * unit * WHEEL_ZOOM), around);
      } else {
        const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
        if (!seen || sideways === 0) return;
        const by = ((sideways * unit) / element.clientWidth) * lengthOf(seen) * (isRightToLeft(element) ? -1 : 1);
        window.set(moved(seen, by, duration()));
      }
      event.preventDefault();
    };
    const press = (event: PointerEvent) => {
      if (event.pointerType !== "touch") return;
      fingers.set(event.pointerId, shareAt(element, event.clientX));
      element.setPointerCapture(event.pointerId);
      if (fingers.size === 2) onPinch();
    };
    const drag = (event: PointerEvent) => {
      if (!fingers.has(event.pointerId)) return;
      const before = [...fingers.values()];
      fingers.set(event.pointerId, shareAt(element, event.clientX));
      const [first, second] = [...fingers.values()];
      if (fingers.size !== 2 || first === undefined || second === undefined) return;
      window.set(pinched(windowOf(player), before as [number, number], [first, second], duration()));
    };
    const lift = (event: PointerEvent) => void fingers.delete(event.pointerId);

    element.addEventListener("wheel", turn, { passive: false });
    element.addEventListener("pointerdown", press);
    element.addEventListener("pointermove", drag);
    for (const type of LIFTING) element.addEventListener(type, lift);
    return () => {
      element.removeEventListener("wheel", turn);
      element.removeEventListener("pointerdown", press);
      element.removeEventListener("pointermove", drag);
      for (const type of LIFTING) element.removeEventListener(type, lift);
    };
  }, [player, bar, onPinch]);
}

const LIFTING = ["pointerup", "pointercancel"] as const;
