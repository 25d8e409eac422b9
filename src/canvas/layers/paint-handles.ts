import type { GripMark, HandlesMark } from "./marks.js";

/** CSS pixels. */
const [CORNER, CORNER_RADIUS, ROUND, SMALL] = [8, 2, 5, 3];

/** Paints what the selection is taken hold of by; the grips' places are CSS pixels. */
export function paintHandles(context: CanvasRenderingContext2D, mark: HandlesMark, grips: readonly GripMark[]): void {
  context.fillStyle = mark.paper;
  context.strokeStyle = mark.color;
  context.lineWidth = 1.5;
  for (const { x, y, look } of grips) {
    context.save();
    context.translate(x, y);
    context.beginPath();
    if (look !== "corner") context.arc(0, 0, look === "round" ? ROUND : SMALL, 0, 2 * Math.PI);
    else {
      context.rotate(mark.angle);
      context.roundRect(-CORNER / 2, -CORNER / 2, CORNER, CORNER, CORNER_RADIUS);
    }
    context.fill();
    context.stroke();
    context.restore();
  }
}
