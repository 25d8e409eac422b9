import type { Cancel, Clock } from "../clock/clock.js";
import type { Camera } from "./board-view.js";

/** How long a camera takes to where it is sent, in milliseconds. */
export const FLIGHT_MS = 200;

/** The camera at a share, 0 to 1, of its way: what is under one point of the screen in both stays under it all the way. */
export function between(from: Camera, to: Camera, share: number): Camera {
  const zoom = from.zoom * (to.zoom / from.zoom) ** share;
  // With the zoom, a camera that turns around a point of the screen moves by the inverse of its zoom.
  const left = from.zoom === to.zoom ? 1 - share : (1 / zoom - 1 / to.zoom) / (1 / from.zoom - 1 / to.zoom);
  return { x: to.x + (from.x - to.x) * left, y: to.y + (from.y - to.y) * left, zoom };
}

/** Moves a camera smoothly. */
export interface Flight {
  /** Where the camera is on its way to; null while it stands. */
  readonly goal: Camera | null;
  start(from: Camera, to: Camera): void;
  stop(): void;
}

/** Makes a flight; `move` is called once a frame with where the camera is then. */
export function createFlight(clock: Clock, move: (camera: Camera) => void): Flight {
  let goal: Camera | null = null;
  let cancel: Cancel = () => undefined;
  const stop = () => {
    cancel();
    goal = null;
  };
  return {
    get goal() {
      return goal;
    },
    start(from, to) {
      stop();
      goal = to;
      const begun = clock.now();
      const step = (now: number) => {
        const share = Math.min(1, (now - begun) / FLIGHT_MS);
        if (share < 1) cancel = clock.frame(step);
        else goal = null;
        move(share < 1 ? between(from, to, eased(share)) : to);
      };
      cancel = clock.frame(step);
    },
    stop,
  };
}

/** Fast at first, slow at the end. */
function eased(share: number): number {
  return 1 - (1 - share) ** 3;
}
