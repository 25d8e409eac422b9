import type { PageId } from "../../signal/ids.js";
import type { CustomShapes } from "../../picture/custom/custom-shapes.js";
import type { Theme } from "../../picture/palette.js";
import type { Camera, Picture, ViewSize } from "../board-view.js";
import { pixelFrame } from "../camera.js";
import { lettersOf } from "../fonts/letters-on.js";
import { GeometryCache } from "../geometry-cache.js";
import { contextOf, type Frame, Surface } from "../layers/layer.js";
import { OverlayLayer } from "../layers/overlay-layer.js";
import { StrokeLayer } from "../layers/stroke-layer.js";
import { TileLayer } from "../layers/tile-layer.js";
import { loadFont } from "../measure-text.js";
import type { ImageOf } from "../painters/paint-shape.js";
import { drawingOf } from "../painters/paths.js";
import { paperOn } from "../paper-on.js";
import { Scene } from "../scene.js";
import { NO_MARKS } from "../tool-marks.js";
import { hasText } from "../without-text.js";

/** What is looked at. */
export interface Shot {
  readonly page: PageId;
  readonly camera: Camera;
}

export interface BoardPainterOptions {
  /** Of the picture; in whole pixels, `width × devicePixelRatio` by `height × devicePixelRatio`. */
  readonly size: ViewSize;
  readonly theme: Theme;
  readonly custom: CustomShapes;
  /** Gives the picture of an asset; null is painted as its alternative text. */
  readonly imageOf: ImageOf;
  /** Whether the cursors and selections of people are shown. */
  readonly hasCursors: boolean;
}

/**
 * Paints what a view would show, on one canvas that is in no page: the same layers, each painted to its end, so the same
 * pixels. Of one picture after another, it paints what has changed.
 */
export class BoardPainter {
  readonly canvas = document.createElement("canvas");
  readonly #options: BoardPainterOptions;
  readonly #target: CanvasRenderingContext2D;
  readonly #cache = new GeometryCache(drawingOf);
  readonly #scene: Scene;
  readonly #tiles: TileLayer;
  readonly #strokes: StrokeLayer;
  readonly #overlay: OverlayLayer;
  readonly #surfaces: readonly [strokes: Surface, overlay: Surface];

  constructor(options: BoardPainterOptions) {
    this.#options = options;
    const { size, custom, imageOf } = options;
    const { width, height } = pixelFrame({ x: 0, y: 0, zoom: 1 }, size);
    this.canvas.width = width;
    this.canvas.height = height;
    this.#target = contextOf(this.canvas);
    this.#scene = new Scene(custom);
    const host = document.createElement("div");
    // Every picture is painted to its end, so no deadline is ever looked at.
    this.#tiles = new TileLayer(host, { drawingOf: (shape) => this.#cache.get(shape), imageOf, now: () => 0 });
    this.#surfaces = [new Surface(host, "strokes"), new Surface(host, "overlay")];
    this.#strokes = new StrokeLayer(this.#surfaces[0]);
    this.#overlay = new OverlayLayer(this.#surfaces[1]);
  }

  /**
   * The log's time from which the same board looks different by itself: what is painted at a time before stays as it is.
   */
  get changesAt(): number {
    return Math.min(this.#strokes.changesAt, this.#overlay.changesAt);
  }

  /** Takes the picture's board, and fetches the letters that have come with it. */
  async take({ board }: Picture): Promise<void> {
    const changes = this.#scene.update(board);
    this.#tiles.noteChanges(changes);
    const written = changes.flatMap(({ after }) => (after && hasText(after.shape) ? [after.shape] : []));
    const letters = [...lettersOf(written)];
    await Promise.all(letters.map(([font, codes]) => loadFont(font, String.fromCodePoint(...codes))));
  }

  /** Says that the picture of an asset has come. */
  repaintAsset(asset: string): void {
    this.#tiles.repaint(({ shape }) => shape.kind === "image" && shape.asset === asset);
  }

  /** Says that a picture that pages lie on has come. */
  repaintAll(): void {
    this.#tiles.repaintAll();
  }

  /** Paints the board that was taken last, at the picture's time. */
  paint(picture: Picture, { page, camera }: Shot): void {
    const { size, theme, custom, hasCursors } = this.#options;
    const frame: Frame = {
      ...paperOn(picture.board, page, theme),
      picture,
      scene: this.#scene,
      pixels: pixelFrame(camera, size),
      devicePixelRatio: size.devicePixelRatio,
      page,
      custom,
      selection: [],
      marks: NO_MARKS,
      hidden: null,
      hasCursors,
      deadline: Infinity,
    };
    for (const layer of [this.#tiles, this.#strokes, this.#overlay]) layer.paint(frame);
    this.#tiles.drawOn(this.#target, frame);
    for (const surface of this.#surfaces) surface.drawOn(this.#target);
  }
}
