import { easel } from "../easel.js";

/** Device pixels; small enough that a change redraws little, large enough that a screen has not too many. */
export const TILE = 256;
/** Canvases kept for later, so that panning makes none. */
const SPARE_CANVASES = 96;

/**
 * Canvases of one tile each, used again and again: making one is dear. They show bitmaps that are painted elsewhere:
 * those a browser keeps as they are, where a canvas that is drawn on is copied in every frame in which anything moves.
 */
export class TilePool {
  readonly #free: HTMLCanvasElement[] = [];
  readonly #brush = easel(TILE, TILE);

  constructor(private readonly document: Document) {}

  /** A canvas that nobody uses, empty. */
  take(): HTMLCanvasElement {
    const free = this.#free.pop();
    if (free) return free;
    const canvas = this.document.createElement("canvas");
    canvas.width = TILE;
    canvas.height = TILE;
    return canvas;
  }

  /** Takes a canvas back, out of the page. */
  give(canvas: HTMLCanvasElement): void {
    canvas.remove();
    canvas.getContext("bitmaprenderer")?.transferFromImageBitmap(null);
    if (this.#free.length < SPARE_CANVASES) this.#free.push(canvas);
  }

  /** The picture of a tile: what `draw` paints on top of another one, or on nothing. */
  paint(below: CanvasImageSource | null, draw: (context: CanvasRenderingContext2D) => void): ImageBitmap {
    this.#brush.reset();
    if (below) this.#brush.drawImage(below, 0, 0);
    draw(this.#brush);
    return (this.#brush.canvas as unknown as OffscreenCanvas).transferToImageBitmap();
  }

  /** Has a canvas show a picture, which it takes over. */
  show(canvas: HTMLCanvasElement, picture: ImageBitmap): void {
    canvas.getContext("bitmaprenderer")?.transferFromImageBitmap(picture);
  }
}
