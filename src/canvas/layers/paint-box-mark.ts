import type { Point } from "../../board/point.js";
import type { BoxMark, MarkLine, PathMark } from "./marks.js";

const DASHES: Readonly<Record<MarkLine, readonly number[]>> = { solid: [], dashed: [4, 3] };
/** How much of the colour fills an area. */
const FILL_OPACITY = 0.1;

/** Paints an upright box whose top left is at a place in CSS pixels. */
export function paintBox(context: CanvasRenderingContext2D, mark: BoxMark, { x, y }: Point, zoom: number): void {
  const { box, gap } = mark;
  const [left, top] = [crisp(x - gap), crisp(y - gap)];
  context.beginPath();
  context.rect(left, top, crisp(x + box.w * zoom + gap) - left, crisp(y + box.h * zoom + gap) - top);
  finish(context, { ...mark, width: 1 });
}

/** Paints a way over places in CSS pixels. */
export function paintPath(context: CanvasRenderingContext2D, mark: PathMark, places: readonly Point[]): void {
  context.beginPath();
  for (const { x, y } of places) context.lineTo(x, y);
  if (mark.isClosed) context.closePath();
  finish(context, mark);
}

/** The middle of a pixel, where a line one pixel wide is not blurred over two. */
export function crisp(place: number): number {
  return Math.floor(place) + 0.5;
}

function finish(
  context: CanvasRenderingContext2D,
  mark: Pick<PathMark, "color" | "width" | "line" | "isFilled">,
): void {
  context.strokeStyle = mark.color;
  context.lineWidth = mark.width;
  context.lineJoin = "round";
  context.setLineDash([...DASHES[mark.line]]);
  context.stroke();
  if (!mark.isFilled) return;
  context.fillStyle = mark.color;
  context.globalAlpha = FILL_OPACITY;
  context.fill();
}
