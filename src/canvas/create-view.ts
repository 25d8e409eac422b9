import { FIRST_PAGE } from "../board/board.js";
import { boundsOf, unionOf } from "../board/bounds.js";
import type { Clock } from "../clock/clock.js";
import type { PageId } from "../signal/ids.js";
import { createStore } from "../store/store.js";
import type { BoardView, Camera, Picture } from "./board-view.js";
import type { Theme } from "../picture/palette.js";
import { cameraFor, clampCamera, pixelFrame, toBoard, toScreen, zoomAround } from "./camera.js";
import { createFrameLoop } from "./frame-loop.js";
import { GeometryCache } from "./geometry-cache.js";
import { Surface, type Frame } from "./layers/layer.js";
import { OverlayLayer } from "./layers/overlay-layer.js";
import { StrokeLayer } from "./layers/stroke-layer.js";
import { TileLayer } from "./layers/tile-layer.js";
import { pathsOf } from "./painters/paths.js";
import { Scene } from "./scene.js";
import { watchSize } from "./view-size.js";

export interface ViewOptions {
  readonly clock: Clock;
  /** Asked once a painted frame; null while there is nothing to show. */
  readonly picture: () => Picture | null;
  /** Light unless it says otherwise. */
  readonly theme?: Theme;
  /** The page shown first; every room's first page unless it says otherwise. */
  readonly page?: PageId;
}

/** How long a frame may paint before what is left waits for the next one. */
const SLICE_MS = 8;

/** What a view is told, besides where it looks. */
type Settings = Pick<Frame, "theme" | "selection" | "marquee" | "hidden" | "hasCursors">;

/**
 * Draws a board in an element, which becomes a positioned box that clips. Three layers lie in it, `data-layer`
 * `shapes` (an element full of canvases), `strokes` and `overlay` (a canvas each); no pointer ever hits them.
 */
export function createView(host: HTMLElement, options: ViewOptions): BoardView {
  const camera = createStore<Camera>({ x: 0, y: 0, zoom: 1 });
  const page = createStore(options.page ?? FIRST_PAGE);
  const { size, stop } = watchSize(host);
  const restoreHost = styleHost(host);
  const cache = new GeometryCache(pathsOf);
  const scene = new Scene();
  const tiles = new TileLayer(host, { pathsOf: (shape) => cache.get(shape), now: () => options.clock.now() });
  const [strokes, overlay] = [new Surface(host, "strokes"), new Surface(host, "overlay")];
  const layers = [tiles, new StrokeLayer(strokes), new OverlayLayer(overlay)];

  let settings: Settings = {
    theme: options.theme ?? "light",
    selection: [],
    marquee: null,
    hidden: null,
    hasCursors: true,
  };
  let isDirty = true;
  let isDestroyed = false;
  let paintedTime = Number.NaN;

  const loop = createFrameLoop(options.clock, () => {
    // Ink and cursors move with the log's time; where that stands still (a paused replay), the loop comes to rest.
    if (isDirty || options.picture()?.time !== paintedTime) paint(options.clock.now() + SLICE_MS);
  });
  const invalidate = () => {
    if (isDestroyed) return;
    isDirty = true;
    loop.request();
  };
  const set = (change: Partial<Settings>) => {
    settings = { ...settings, ...change };
    invalidate();
  };
  const takeBoard = () => {
    const picture = options.picture();
    if (picture) tiles.noteChanges(scene.update(picture.board));
    return picture;
  };
  const paint = (deadline: number) => {
    const picture = takeBoard();
    const { width, height, devicePixelRatio } = size.get();
    if (isDestroyed || !picture || width === 0 || height === 0) return;
    paintedTime = picture.time;
    const pixels = pixelFrame(camera.get(), size.get());
    const frame: Frame = { ...settings, picture, scene, pixels, devicePixelRatio, page: page.get(), deadline };
    for (const layer of layers) layer.paint(frame);
    isDirty = tiles.restIn < Infinity;
    const wait = Math.min(tiles.restIn, ...layers.map((layer) => layer.changesAt - picture.time));
    if (wait <= 0) loop.request();
    else if (wait < Infinity) loop.requestAfter(wait);
  };
  const setCamera = (next: Camera) => {
    const [last, kept] = [camera.get(), clampCamera(next)];
    if (kept.x !== last.x || kept.y !== last.y || kept.zoom !== last.zoom) camera.set(kept);
  };
  const stopWatching = [camera, page, size].map((store) => store.subscribe(invalidate));
  invalidate();

  return {
    camera,
    page,
    size,
    invalidate,
    setCamera,
    setPage: (next) => page.set(next),
    setTheme: (theme) => set({ theme }),
    setSelection: (selection) => set({ selection }),
    setMarquee: (marquee) => set({ marquee }),
    setHidden: (hidden) => set({ hidden }),
    showCursors: (hasCursors) => set({ hasCursors }),
    zoomToFit() {
      takeBoard();
      const boxes = scene.itemsOf(page.get()).map(({ shape }) => boundsOf(shape));
      setCamera(cameraFor(unionOf(boxes), size.get()));
    },
    zoomAt: (point, factor) => setCamera(zoomAround(camera.get(), point, factor)),
    toBoard: (point) => toBoard(camera.get(), point),
    toScreen: (point) => toScreen(camera.get(), point),
    shapesIn(box) {
      takeBoard();
      return scene.query(page.get(), box).map(({ shape }) => shape);
    },
    paint: () => paint(Infinity),
    destroy() {
      if (isDestroyed) return;
      isDestroyed = true;
      loop.stop();
      stop();
      for (const stopStore of stopWatching) stopStore();
      for (const layer of [tiles, strokes, overlay]) layer.remove();
      restoreHost();
    },
  };
}

/** Makes the host a box that canvases can lie in; returns what takes that back. */
function styleHost(host: HTMLElement): () => void {
  const { position, overflow } = host.style;
  const isPlaced = host.ownerDocument.defaultView?.getComputedStyle(host).position !== "static";
  if (!isPlaced) host.style.position = "relative";
  host.style.overflow = "hidden";
  return () => {
    host.style.position = position;
    host.style.overflow = overflow;
  };
}
