import type { Point } from "../../../board/point.js";
import { listen } from "../../../canvas/listen.js";

/** Knows where the pointer is over an element. */
export interface PointerPlace {
  /** Relative to the element, CSS pixels; null while it is elsewhere. */
  get(): Point | null;
  stop(): void;
}

/** Watches the pointer over an element. */
export function watchPointer(host: HTMLElement): PointerPlace {
  let place: Point | null = null;
  const note = ({ clientX, clientY }: PointerEvent) => {
    const { left, top } = host.getBoundingClientRect();
    place = { x: clientX - left, y: clientY - top };
  };
  const ends = [
    listen(host, "pointermove", note),
    listen(host, "pointerdown", note),
    listen(host, "pointerleave", () => (place = null)),
  ];
  return {
    get: () => place,
    stop: () => {
      for (const end of ends) end();
    },
  };
}
