import { paintShape, type PaintKit } from "../painters/paint-shape.js";
import { paintPaper } from "../painters/paper.js";
import type { SceneItem } from "../scene.js";
import { clipTo } from "./clip-to.js";
import type { Frame } from "./layer.js";
import { TILE } from "./tile-pool.js";
import type { TilePlace } from "./tile-range.js";

/** What the shapes of a tile are painted with. */
export type TileKit = Pick<PaintKit, "drawingOf" | "imageOf">;

/** The square of the board that a tile shows. */
export interface TileSquare extends TilePlace {
  /** Device pixels to a board unit. */
  readonly scale: number;
}

/** Fills a tile with the page's paper. */
export function paintTilePaper(
  context: CanvasRenderingContext2D,
  { column, row, scale }: TileSquare,
  frame: Frame,
  { imageOf }: TileKit,
): void {
  const square = { x: 0, y: 0, side: TILE };
  paintPaper(context, square, { x: column * TILE, y: row * TILE }, { ...frame, scale, imageOf });
}

/** Paints shapes on what the tile shows, bottom to top. The context is as new before; only its transform is not after. */
export function paintTileShapes(
  context: CanvasRenderingContext2D,
  { column, row, scale }: TileSquare,
  items: readonly SceneItem[],
  frame: Frame,
  kit: TileKit,
): void {
  const [left, top] = [column * TILE, row * TILE];
  const look = { ...kit, theme: frame.theme, page: frame.pageColor, custom: frame.custom };
  for (const { shape, clip } of items) {
    if (clip) clipTo(context, clip, scale, left, top);
    // In doubles and from the shape's own place: a canvas's matrix is too coarse far from the board's origin.
    context.setTransform(scale, 0, 0, scale, shape.x * scale - left, shape.y * scale - top);
    paintShape(context, shape, look);
    if (clip) context.restore();
  }
}
