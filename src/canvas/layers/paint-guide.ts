import type { Point } from "../../board/point.js";
import { crisp } from "./paint-box-mark.js";
import type { GuideMark } from "./marks.js";

/** Half of the bars at the ends of a gap, CSS pixels. */
const BAR = 4;

/** Paints what lines up; `place` gives a board point's place in CSS pixels. */
export function paintGuide(
  context: CanvasRenderingContext2D,
  { guide: { type, axis, at, from, to }, color }: GuideMark,
  place: (point: Point) => Point,
): void {
  const isUpright = (axis === "x") === (type === "align");
  const end = (along: number) => place(isUpright ? { x: at, y: along } : { x: along, y: at });
  const [a, b] = [end(from), end(to)].map(({ x, y }) => ({ x: crisp(x), y: crisp(y) })) as [Point, Point];
  context.strokeStyle = color;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(a.x, a.y);
  context.lineTo(b.x, b.y);
  const bar = isUpright ? { x: BAR, y: 0 } : { x: 0, y: BAR };
  for (const { x, y } of type === "gap" ? [a, b] : []) {
    context.moveTo(x - bar.x, y - bar.y);
    context.lineTo(x + bar.x, y + bar.y);
  }
  context.stroke();
}
