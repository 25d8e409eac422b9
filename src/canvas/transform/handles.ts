import type { Point } from "../../board/point.js";
import { growFrame, intoFrame, outOfFrame, type BoxFrame } from "./box-frame.js";

/** What a box is resized by: a compass direction in the box's own axes. */
export type ResizeHandle = "nw" | "n" | "ne" | "e" | "se" | "s" | "sw" | "w";
/** What a box is taken hold of by. */
export type Handle = ResizeHandle | "rotate";

/** What of a box can be taken hold of. */
export interface HandleRules {
  readonly canRotate: boolean;
  /** The resize handles there are. */
  readonly resize: readonly ResizeHandle[];
}

/** A handle and its place on the board. */
export interface PlacedHandle extends Point {
  readonly handle: Handle;
}

/** Where each handle is, in halves of the box from its middle. */
export const HANDLE_SIDES: { readonly [H in ResizeHandle]: Point } = {
  nw: { x: -1, y: -1 },
  n: { x: 0, y: -1 },
  ne: { x: 1, y: -1 },
  e: { x: 1, y: 0 },
  se: { x: 1, y: 1 },
  s: { x: 0, y: 1 },
  sw: { x: -1, y: 1 },
  w: { x: -1, y: 0 },
};

export const RESIZE_HANDLES = Object.keys(HANDLE_SIDES) as readonly ResizeHandle[];

/** How far the handles' box is off what it is around, CSS pixels. */
export const HANDLE_GAP = 4;
/** How far the handle that turns is above the box, CSS pixels. */
const ROTATE_GAP = 24;
/** Along a side shorter than this there is no handle in its middle, CSS pixels. */
const MIN_SIDE = 40;
/** In a box with a side shorter than this only one corner resizes, CSS pixels. */
const MIN_BOX = 16;
/** Half of how large a handle is to a pointer, CSS pixels: a finger needs 44 (WCAG 2.2, target size). */
const GRIP: Readonly<Record<"mouse" | "pen" | "touch", number>> = { mouse: 8, pen: 10, touch: 22 };

/** The handles that a box has at a zoom, and where they are. */
export function handlesOf(frame: BoxFrame, zoom: number, rules: HandleRules): readonly PlacedHandle[] {
  const outer = growFrame(frame, HANDLE_GAP / zoom);
  const isSmall = Math.max(outer.w, outer.h) * zoom < MIN_BOX + 2 * HANDLE_GAP;
  const resize = rules.resize.filter((handle) => {
    const { x, y } = HANDLE_SIDES[handle];
    if (x !== 0 && y !== 0) return !isSmall || handle === "se";
    return (x === 0 ? outer.w : outer.h) * zoom >= MIN_SIDE;
  });
  const placed = resize.map((handle): PlacedHandle => {
    const side = HANDLE_SIDES[handle];
    return { handle, ...outOfFrame(outer, { x: (side.x * outer.w) / 2, y: (side.y * outer.h) / 2 }) };
  });
  if (!rules.canRotate) return placed;
  return [...placed, { handle: "rotate", ...outOfFrame(outer, { x: 0, y: -outer.h / 2 - ROTATE_GAP / zoom }) }];
}

/**
 * The handle that a pointer at a board point takes hold of: the nearest in reach. A finger in the middle of a small box
 * means the box.
 */
export function handleAt(
  frame: BoxFrame,
  zoom: number,
  rules: HandleRules,
  point: Point,
  kind: keyof typeof GRIP,
): Handle | null {
  if (isInMiddle(frame, zoom, point)) return null;
  const distance = ({ x, y }: Point) => Math.hypot(x - point.x, y - point.y) * zoom;
  const near = handlesOf(frame, zoom, rules).filter((handle) => distance(handle) <= GRIP[kind]);
  const nearest = Math.min(...near.map(distance));
  return near.find((handle) => distance(handle) === nearest)?.handle ?? null;
}

/** How near a pointer must be to a handle, CSS pixels. */
export function gripReach(kind: keyof typeof GRIP): number {
  return GRIP[kind];
}

/** True for a point in the middle half of a box so small that a finger's handles lie over all of it. */
function isInMiddle(frame: BoxFrame, zoom: number, point: Point): boolean {
  if (Math.min(frame.w, frame.h) * zoom >= 2 * GRIP.touch) return false;
  const { x, y } = intoFrame(frame, point);
  return Math.abs(x) <= frame.w / 4 && Math.abs(y) <= frame.h / 4;
}

const CURSORS = ["ns-resize", "nesw-resize", "ew-resize", "nwse-resize"] as const;

/** The CSS cursor over a handle of a box that is turned by `angle`. */
export function cursorOf(handle: Handle, angle: number): string {
  if (handle === "rotate") return "grab";
  const { x, y } = HANDLE_SIDES[handle];
  // From the top, clockwise, in eighths of a turn; opposite handles have the same cursor.
  const eighths = Math.round((Math.atan2(x, -y) + angle) / (Math.PI / 4));
  return CURSORS[((eighths % 4) + 4) % 4] as string;
}
