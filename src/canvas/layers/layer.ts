import type { Box } from "../../board/bounds.js";
import type { CustomShapes } from "../../picture/custom/custom-shapes.js";
import type { Theme } from "../../picture/palette.js";
import { InktapeError } from "../../signal/errors.js";
import type { PageId, ShapeId } from "../../signal/ids.js";
import type { Paper } from "../../signal/signal.js";
import type { Picture } from "../board-view.js";
import type { PixelFrame } from "../camera.js";
import type { Scene } from "../scene.js";
import type { ToolMarks } from "../tool-marks.js";

/** Everything that decides one picture of a view. Layers are pure in it: the same frame, painted to its end, is the same pixels. */
export interface Frame {
  readonly picture: Picture;
  /** The picture's finished shapes. */
  readonly scene: Scene;
  readonly pixels: PixelFrame;
  readonly devicePixelRatio: number;
  readonly page: PageId;
  /** The theme that the page's paper is written on in. */
  readonly theme: Theme;
  /** The kinds of shapes that the app has declared. */
  readonly custom: CustomShapes;
  /** What lies below the page's shapes; null is plain paper. */
  readonly paper: Paper | null;
  /** The paper's colour, `#rrggbb`. */
  readonly pageColor: string;
  readonly selection: readonly ShapeId[];
  readonly marks: ToolMarks;
  readonly hidden: ShapeId | null;
  readonly hasCursors: boolean;
  /** When painting should give way to what else there is to do; a layer may go on in the next frame. */
  readonly deadline: number;
}

/** One of a view's stacked canvases. */
export interface Layer {
  /** Paints what the frame shows; cheap when that is what is painted already. */
  paint(frame: Frame): void;
  /** The log's time from which the layer looks different by itself: now while it moves, Infinity for never. */
  readonly changesAt: number;
}

/** One canvas of a view, pixel for pixel. */
export class Surface {
  readonly context: CanvasRenderingContext2D;
  #fitted = "";
  #place: Box | null = null;

  /** Adds a canvas on top of what is in `host`. */
  constructor(host: HTMLElement, name: string) {
    const canvas = host.ownerDocument.createElement("canvas");
    canvas.dataset["layer"] = name;
    canvas.setAttribute("aria-hidden", "true");
    canvas.style.cssText = "position:absolute;left:0;top:0;pointer-events:none";
    host.append(canvas);
    this.context = contextOf(canvas);
  }

  /**
   * Takes on the place of some of the frame's pixels, of all unless it says otherwise; true when it had another one,
   * and so is empty now. With no place it is out of the picture: a browser copies each canvas that is shown.
   */
  fit({ pixels, devicePixelRatio: ratio }: Frame, place: Box | null = wholeOf(pixels)): boolean {
    const { canvas } = this.context;
    const { x, y, w, h } = place ?? { x: 0, y: 0, w: 0, h: 0 };
    const fitted = [x, y, w, h, ratio].join();
    if (fitted === this.#fitted) return false;
    this.#fitted = fitted;
    this.#place = place;
    canvas.width = w;
    canvas.height = h;
    const css = { left: x / ratio, top: y / ratio, width: w / ratio, height: h / ratio };
    for (const [name, length] of Object.entries(css)) canvas.style.setProperty(name, `${length}px`);
    canvas.style.display = place ? "" : "none";
    return true;
  }

  /** Draws what it shows where it lies in the view, mixed with what is there as a browser mixes it. */
  drawOn(target: CanvasRenderingContext2D): void {
    const { canvas } = this.context;
    if (!this.#place) return;
    const blend = canvas.style.mixBlendMode;
    target.globalCompositeOperation = isBlend(blend) ? blend : "source-over";
    target.drawImage(canvas, this.#place.x, this.#place.y);
    target.globalCompositeOperation = "source-over";
  }

  remove(): void {
    this.context.canvas.remove();
  }
}

function isBlend(value: string): value is "multiply" | "screen" {
  return value === "multiply" || value === "screen";
}

function wholeOf({ width, height }: PixelFrame): Box {
  return { x: 0, y: 0, w: width, h: height };
}

/** The canvas's 2D context. */
export function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext("2d");
  if (!context) throw new InktapeError("bad-argument", "This browser gives no 2D canvas; inktape cannot draw in it.");
  return context;
}
