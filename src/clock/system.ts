import type { Clock } from "./clock.js";

const FRAME_MS = 16;

/**
 * The machine's own time: the only door through which real time comes into inktape. Only start-up code
 * (client factories, transports, servers, stories) asks for it; everything below is handed a {@link Clock}.
 */
export function systemClock(): Clock {
  const now = () => performance.timeOrigin + performance.now();
  const after = (ms: number, callback: () => void) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  };
  const frame = (callback: (now: number) => void) => {
    if (typeof requestAnimationFrame === "undefined") return after(FRAME_MS, () => callback(now()));
    const request = requestAnimationFrame(() => callback(now()));
    return () => cancelAnimationFrame(request);
  };
  return { now, frame, after };
}
