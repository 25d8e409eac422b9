import type { BoardView } from "./board-view.js";
import type { Point } from "../board/point.js";
import { panBy, pinch } from "./camera.js";
import { isTyping } from "./typing.js";
import { listen } from "./listen.js";
import { screenPoint } from "./pointer.js";
import { wheelMove } from "./wheel.js";

export interface NavigationOptions {
  /** True while the primary button or one finger pans as well, and space is left to the app: for viewers without tools. */
  readonly isPrimary?: () => boolean;
  /** Called when space is held and let go: while it is, a drag pans. */
  readonly onSpace?: (isHeld: boolean) => void;
  /** Called when fingers that may have begun something else turn out to pinch. */
  readonly onPinch?: () => void;
  /** True for a finger that pans by itself, whatever is in hand. */
  readonly isMover?: (event: PointerEvent) => boolean;
  /** True for a touch that nobody means: the hand that holds a pen. */
  readonly isPalm?: (event: PointerEvent) => boolean;
}

const MIDDLE_BUTTON = 1;

/**
 * Lets the pointer pan and zoom a view: the wheel pans, and zooms with control or command; the middle button pans, and
 * any with space held; two fingers pan and zoom. Events it takes go no further. Returns what ends it.
 */
export function attachNavigation(host: HTMLElement, view: BoardView, options: NavigationOptions = {}): () => void {
  /** Fingers on the view, where they were last, in the order they came. */
  const fingers = new Map<number, Point>();
  /** The pointer that pans, and where it was last. */
  let panning: { readonly id: number; at: Point } | null = null;
  let isPinching = false;
  let isSpaceHeld = false;
  let isOver = false;

  const isPan = (event: PointerEvent) =>
    event.button === MIDDLE_BUTTON ||
    (event.button === 0 && (isSpaceHeld || options.isPrimary?.() === true || options.isMover?.(event) === true));
  const isOwn = (event: PointerEvent) =>
    panning?.id === event.pointerId || (isPinching && fingers.has(event.pointerId));

  const down = (event: PointerEvent) => {
    if (event.target !== host) return;
    // A hand is laid down before its pen: what it began to move stays where it is then.
    if (event.pointerType === "pen") rest();
    if (options.isPalm?.(event)) return;
    const at = screenPoint(host, event);
    if (event.pointerType === "touch") {
      fingers.set(event.pointerId, at);
      if (fingers.size === 2) {
        isPinching = true;
        panning = null;
        options.onPinch?.();
      }
    }
    if (!isPinching && !panning && isPan(event)) panning = { id: event.pointerId, at };
    if (!isOwn(event)) return;
    // Without this a middle click would start the browser's own scrolling.
    event.preventDefault();
    event.stopImmediatePropagation();
    capture(host, event.pointerId);
  };

  const rest = () => {
    fingers.clear();
    panning = null;
    isPinching = false;
  };

  const move = (event: PointerEvent) => {
    if (!isOwn(event) && !fingers.has(event.pointerId)) return;
    const at = screenPoint(host, event);
    if (isOwn(event)) event.stopImmediatePropagation();
    if (isPinching && fingers.has(event.pointerId)) pinchTo(event.pointerId, at);
    else if (panning?.id === event.pointerId) {
      view.setCamera(panBy(view.camera.get(), at.x - panning.at.x, at.y - panning.at.y));
      panning.at = at;
    }
    if (fingers.has(event.pointerId)) fingers.set(event.pointerId, at);
  };

  const pinchTo = (id: number, at: Point) => {
    const before = firstTwo([...fingers.values()]);
    const after = firstTwo([...fingers].map(([finger, last]) => (finger === id ? at : last)));
    if (before && after) view.setCamera(pinch(view.camera.get(), before, after));
  };

  const up = (event: PointerEvent) => {
    if (isOwn(event)) event.stopImmediatePropagation();
    fingers.delete(event.pointerId);
    if (panning?.id === event.pointerId) panning = null;
    if (fingers.size === 0) isPinching = false;
  };

  const wheel = (event: WheelEvent) => {
    event.preventDefault();
    const wheeled = wheelMove(event, view.size.get().height);
    if (wheeled.type === "zoom") view.zoomAt(screenPoint(host, event), wheeled.factor);
    else view.setCamera(panBy(view.camera.get(), wheeled.dx, wheeled.dy));
  };

  const key = (event: KeyboardEvent) => {
    if (event.code !== "Space") return;
    const isMeant = isOver && options.isPrimary?.() !== true && !isTyping(event.target) && !isButton(event.target);
    const isHeld = event.type === "keydown" && isMeant;
    // Else the page would scroll.
    if (isHeld) event.preventDefault();
    holdSpace(isHeld);
  };

  const holdSpace = (isHeld: boolean) => {
    if (isHeld !== isSpaceHeld) options.onSpace?.(isHeld);
    isSpaceHeld = isHeld;
  };

  const { touchAction, userSelect } = host.style;
  host.style.touchAction = "none";
  // Else a drag that leaves the element would select the page's text.
  host.style.userSelect = "none";
  const document = host.ownerDocument;
  const stop = [
    listen(host, "pointerdown", down, { capture: true }),
    listen(host, "pointermove", move, { capture: true }),
    listen(host, "pointerup", up, { capture: true }),
    listen(host, "pointercancel", up, { capture: true }),
    listen(host, "lostpointercapture", up, { capture: true }),
    listen(host, "pointerenter", () => (isOver = true)),
    listen(host, "pointerleave", () => (isOver = false)),
    listen(host, "wheel", wheel, { passive: false }),
    listen(document, "keydown", key),
    listen(document, "keyup", key),
    // Where the window has lost the keyboard, the key's release is never told.
    listen(document.defaultView ?? document, "blur", () => holdSpace(false)),
  ];
  return () => {
    host.style.touchAction = touchAction;
    host.style.userSelect = userSelect;
    for (const end of stop) end();
  };
}

/** Sends the pointer's events to the element wherever it goes. */
export function capture(host: HTMLElement, pointer: number): void {
  try {
    host.setPointerCapture(pointer);
  } catch {
    // The pointer is gone already, or a script made it up; its events come while it is over the element, as ever.
  }
}

function isButton(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("button, a, summary, [role=button]") !== null;
}

function firstTwo([a, b]: readonly Point[]): readonly [Point, Point] | null {
  return a && b ? [a, b] : null;
}
