import type { Point } from "../board/point.js";
import type { Clock } from "../clock/clock.js";
import { listen } from "./listen.js";

/** How long a finger rests to ask for a menu, milliseconds. */
const REST_MS = 500;
/** So far, CSS pixels, a finger that rests may move. */
const SLOP = 8;

/**
 * Makes a `contextmenu` event of a finger that rests on the element, as some browsers do and others (Safari on phones and
 * tablets) do not: one per press, the browser's own or this. Another pointer or a movement is no rest. Attach it before
 * what takes pointer events for itself. Returns what ends it.
 *
 * @param isMeant false for a touch that nobody means: the hand that holds a pen
 */
export function attachLongPress(
  host: HTMLElement,
  clock: Clock,
  isMeant: (event: PointerEvent) => boolean,
): () => void {
  let resting: { readonly id: number; readonly at: Point; readonly stop: () => void } | null = null;
  let hasAsked = false;

  const rouse = () => {
    resting?.stop();
    resting = null;
  };
  const down = (event: PointerEvent) => {
    const isAlone = event.isPrimary && resting === null;
    rouse();
    hasAsked = false;
    if (event.target !== host || event.pointerType !== "touch" || !isAlone || !isMeant(event)) return;
    const stop = clock.after(REST_MS, () => ask(event));
    resting = { id: event.pointerId, at: { x: event.clientX, y: event.clientY }, stop };
  };
  const ask = ({ clientX, clientY, pointerId }: PointerEvent) => {
    rouse();
    const place = { clientX, clientY, pointerId, pointerType: "touch", isPrimary: true };
    host.dispatchEvent(new PointerEvent("contextmenu", { bubbles: true, cancelable: true, ...place }));
    hasAsked = true;
  };
  const move = ({ pointerId, clientX, clientY }: PointerEvent) => {
    if (resting?.id === pointerId && Math.hypot(clientX - resting.at.x, clientY - resting.at.y) >= SLOP) rouse();
  };
  const menu = (event: MouseEvent) => {
    rouse();
    // A menu key says that it is no pointer.
    if (!hasAsked || (event as Partial<PointerEvent>).pointerType === "") return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // The mouse that a browser would make of this touch would be a press beside the menu, which closes it.
  const lift = (event: TouchEvent) => {
    if (hasAsked && event.cancelable) event.preventDefault();
  };

  const stop = [
    listen(host, "pointerdown", down, { capture: true }),
    listen(host, "pointermove", move, { capture: true }),
    listen(host, "pointerup", rouse, { capture: true }),
    listen(host, "pointercancel", rouse, { capture: true }),
    listen(host, "contextmenu", menu, { capture: true }),
    listen(host, "touchend", lift, { capture: true }),
  ];
  return () => {
    rouse();
    for (const end of stop) end();
  };
}
