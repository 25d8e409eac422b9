import { turnOf } from "../../board/transform.js";
import { colorOf, highlighterBlend, isHighlighter, opacityOf, type Light } from "../../picture/colors.js";
import type { PathPart } from "../../picture/geometry/geometry.js";
import type { CustomShapes } from "../../picture/custom/custom-shapes.js";
import { isKnownShape, type Shape } from "../../signal/shape.js";
import { paintImage } from "./image.js";
import { paintThrough } from "./paint-through.js";
import type { Drawing } from "./paths.js";
import { paintText } from "./text.js";
import { paintCustom } from "./custom.js";

/** Gives the picture of an asset; null while it is not at hand. */
export type ImageOf = (asset: string) => CanvasImageSource | null;

/** What a painter needs besides the shape. */
export interface PaintKit extends Light {
  readonly drawingOf: (shape: Shape) => Drawing;
  readonly imageOf: ImageOf;
  /** The kinds of shapes that the app has declared. */
  readonly custom: CustomShapes;
}

/**
 * Paints a shape. The context stands at the shape's own place (`x`, `y`), in board units, and is as new otherwise; it
 * is left so: what is painted must not depend on what was painted before.
 */
export function paintShape(context: CanvasRenderingContext2D, shape: Shape, kit: PaintKit): void {
  const parts = kit.drawingOf(shape);
  const opacity = opacityOf(shape);
  const blend = isHighlighter(shape) ? highlighterBlend(kit.theme) : "source-over";
  context.save();
  context.rotate(turnOf(shape));
  // What is of one piece cannot be seen through itself.
  if (opacity === 1 || parts.length === 1) {
    context.globalAlpha = opacity;
    context.globalCompositeOperation = blend;
    paintParts(context, shape, parts, kit);
  } else {
    paintThrough(context, opacity, (layer) => paintParts(layer, shape, parts, kit));
  }
  context.restore();
}

function paintParts(context: CanvasRenderingContext2D, shape: Shape, parts: Drawing, kit: PaintKit): void {
  if (!isKnownShape(shape)) paintCustom(context, shape, kit.custom, kit.theme);
  for (const part of parts) paintPart(context, part, shape, kit);
}

function paintPart(context: CanvasRenderingContext2D, part: Drawing[number], shape: Shape, kit: PaintKit): void {
  switch (part.type) {
    case "path":
      return paintPath(context, part, colorOf(part.color, shape, kit));
    case "text":
      return paintText(context, part, colorOf(part.color, shape, kit));
    case "image": {
      const image = kit.imageOf(part.asset);
      if (image) paintImage(context, part, image);
      else for (const stead of part.stead) paintPart(context, stead, shape, kit);
    }
  }
}

/** Paints a path in a colour. */
export function paintPath(
  context: CanvasRenderingContext2D,
  { path, width, dash }: PathPart<Path2D>,
  color: string,
): void {
  if (width === 0) {
    context.fillStyle = color;
    context.fill(path);
    return;
  }
  context.strokeStyle = color;
  context.lineWidth = width;
  context.lineCap = "round";
  context.lineJoin = "round";
  context.setLineDash(dash as number[]);
  context.stroke(path);
}
