import { contextOf } from "../layers/layer.js";

/** A canvas to paint on aside, for each document. */
const asides = new WeakMap<Document, CanvasRenderingContext2D>();

/** Paints what has several pieces as one that can be seen through: none of its pieces is to be seen through another. */
export function paintThrough(
  context: CanvasRenderingContext2D,
  opacity: number,
  paint: (context: CanvasRenderingContext2D) => void,
): void {
  if (opacity === 0) return;
  const { canvas } = context;
  const aside = asideFor(canvas);
  aside.reset();
  aside.setTransform(context.getTransform());
  paint(aside);
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = opacity;
  context.drawImage(aside.canvas, 0, 0, canvas.width, canvas.height, 0, 0, canvas.width, canvas.height);
  context.restore();
}

/** At least as large as the canvas that is painted on, and empty. */
function asideFor({ ownerDocument, width, height }: HTMLCanvasElement): CanvasRenderingContext2D {
  const known = asides.get(ownerDocument);
  const aside = known ?? contextOf(ownerDocument.createElement("canvas"));
  asides.set(ownerDocument, aside);
  if (aside.canvas.width < width) aside.canvas.width = width;
  if (aside.canvas.height < height) aside.canvas.height = height;
  return aside;
}
