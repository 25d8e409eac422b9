import { contextOf, type Frame } from "./layer.js";

/**
 * What a view showed at another scale, stretched to the new one: it stands in until the sharp picture is painted.
 */
export class Backdrop {
  readonly #canvas: HTMLCanvasElement;
  readonly #frame: Frame;

  /** Keeps a copy of what `canvas` shows, which is `frame`. */
  constructor(canvas: HTMLCanvasElement, frame: Frame) {
    this.#canvas = canvas.ownerDocument.createElement("canvas");
    this.#canvas.width = canvas.width;
    this.#canvas.height = canvas.height;
    contextOf(this.#canvas).drawImage(canvas, 0, 0);
    this.#frame = frame;
  }

  /** Covers the view: with the page's colour, and with the copy where it shows that part of the board. */
  draw(context: CanvasRenderingContext2D, { pixels, pageColor }: Frame): void {
    const { left, top, scale } = this.#frame.pixels;
    const ratio = pixels.scale / scale;
    context.fillStyle = pageColor;
    context.fillRect(0, 0, pixels.width, pixels.height);
    const [width, height] = [this.#canvas.width * ratio, this.#canvas.height * ratio];
    if (width > 0) context.drawImage(this.#canvas, left * ratio - pixels.left, top * ratio - pixels.top, width, height);
  }
}
