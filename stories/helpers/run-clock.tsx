import { type ReactNode, useEffect } from "react";
import type { Lesson } from "../lesson/lesson.js";

export interface RunClockProps {
  readonly lesson: Pick<Lesson, "advance">;
  readonly children: ReactNode;
}

/** Lets a lesson's time go by as fast as real time while the story is looked at. */
export function RunClock({ lesson, children }: RunClockProps) {
  useEffect(() => {
    let last = performance.now();
    let request = 0;
    let isGone = false;
    const tick = async () => {
      const now = performance.now();
      await lesson.advance(Math.min(100, now - last));
      last = now;
      if (!isGone) request = requestAnimationFrame(() => void tick());
    };
    void tick();
    return () => {
      isGone = true;
      cancelAnimationFrame(request);
    };
  }, [lesson]);
  return children;
}
