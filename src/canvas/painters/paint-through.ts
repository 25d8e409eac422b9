import { easel } from "../easel.js";

/** What is painted on aside; made when it is first needed, and as large as the largest canvas that it was needed for. */
let aside: CanvasRenderingContext2D | null = null;

/** Paints what has several pieces as one that can be seen through: none of its pieces is to be seen through another. */
export function paintThrough(
  context: CanvasRenderingContext2D,
  opacity: number,
  paint: (context: CanvasRenderingContext2D) => void,
): void {
  if (opacity === 0) return;
  const { width, height } = context.canvas;
  const layer = asideFor(width, height);
  layer.reset();
  layer.setTransform(context.getTransform());
  paint(layer);
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = opacity;
  context.drawImage(layer.canvas, 0, 0, width, height, 0, 0, width, height);
  context.restore();
}

function asideFor(width: number, height: number): CanvasRenderingContext2D {
  aside ??= easel(width, height);
  if (aside.canvas.width < width) aside.canvas.width = width;
  if (aside.canvas.height < height) aside.canvas.height = height;
  return aside;
}
