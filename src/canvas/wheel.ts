/** What a turn of the wheel does to the view. */
export type WheelMove =
  | { readonly type: "zoom"; readonly factor: number }
  /** Screen pixels that the board moves by. */
  | { readonly type: "pan"; readonly dx: number; readonly dy: number };

type Wheel = Pick<WheelEvent, "deltaX" | "deltaY" | "deltaMode" | "ctrlKey" | "metaKey" | "shiftKey">;

/** Pixels to a line, for devices that count in lines. */
const LINE_PX = 16;
const LINE_MODE = 1;
const PAGE_MODE = 2;
/** A mouse's notch is a hundred pixels, a pinch on a trackpad a few; one event zooms by no more than this. */
const MAX_ZOOM_PX = 24;
const ZOOM_PER_PX = 0.01;

/** Reads a wheel event: with control or command it zooms (browsers report a trackpad's pinch so too), else it pans. */
export function wheelMove(wheel: Wheel, pageHeight: number): WheelMove {
  const unit = wheel.deltaMode === LINE_MODE ? LINE_PX : wheel.deltaMode === PAGE_MODE ? pageHeight : 1;
  const [x, y] = [wheel.deltaX * unit, wheel.deltaY * unit];
  if (wheel.ctrlKey || wheel.metaKey) {
    return { type: "zoom", factor: Math.exp(-ZOOM_PER_PX * Math.min(MAX_ZOOM_PX, Math.max(-MAX_ZOOM_PX, y))) };
  }
  // A mouse has one wheel; with shift it pans sideways, which some systems do by themselves.
  return wheel.shiftKey && x === 0 ? { type: "pan", dx: 0 - y, dy: 0 } : { type: "pan", dx: 0 - x, dy: 0 - y };
}
