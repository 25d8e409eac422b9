import type { Cancel, Clock } from "../clock/clock.js";

/** Asks a clock for frames, at most one at a time. */
export interface FrameLoop {
  /** Calls back at the next frame. */
  request(): void;
  /** Calls back at a frame after `ms` milliseconds, unless one comes before: it then has to be asked for again. */
  requestAfter(ms: number): void;
  stop(): void;
}

/** Makes a loop that waits; nothing runs until a frame is asked for. */
export function createFrameLoop(clock: Clock, onFrame: () => void): FrameLoop {
  let cancelFrame: Cancel | null = null;
  let cancelAlarm: Cancel | null = null;
  const quieten = () => {
    cancelAlarm?.();
    cancelAlarm = null;
  };
  const request = () => {
    quieten();
    cancelFrame ??= clock.frame(() => {
      cancelFrame = null;
      quieten();
      onFrame();
    });
  };
  return {
    request,
    requestAfter(ms) {
      quieten();
      if (!cancelFrame) cancelAlarm = clock.after(ms, request);
    },
    stop() {
      quieten();
      cancelFrame?.();
      cancelFrame = null;
    },
  };
}
