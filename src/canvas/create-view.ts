import { FIRST_PAGE } from "../board/board.js";
import { boundsOf, unionOf } from "../board/bounds.js";
import type { Clock } from "../clock/clock.js";
import type { PageId } from "../signal/ids.js";
import { CustomShapes } from "../picture/custom/custom-shapes.js";
import { createStore } from "../store/store.js";
import type { Theme } from "../picture/palette.js";
import type { BoardView, Camera, CameraMove, Picture } from "./board-view.js";
import { cameraFor, clampCamera, pixelFrame, toBoard, toScreen, zoomAround } from "./camera.js";
import { createFlight } from "./flight.js";
import { createFrameLoop } from "./frame-loop.js";
import { GeometryCache } from "./geometry-cache.js";
import { Surface, type Frame } from "./layers/layer.js";
import { OverlayLayer } from "./layers/overlay-layer.js";
import { StrokeLayer } from "./layers/stroke-layer.js";
import { TileLayer } from "./layers/tile-layer.js";
import type { ImageOf } from "./painters/paint-shape.js";
import { drawingOf } from "./painters/paths.js";
import { paperOn } from "./paper-on.js";
import { watchFonts } from "./fonts/watch-fonts.js";
import { hasText } from "./without-text.js";
import { Scene, type SceneItem } from "./scene.js";
import { type StandIns, withStandIns } from "./stand-ins.js";
import { NO_MARKS } from "./tool-marks.js";
import { watchSize } from "./view-size.js";

export interface ViewOptions {
  readonly clock: Clock;
  /** Asked once a painted frame; null while there is nothing to show. */
  readonly picture: () => Picture | null;
  /** Light unless it says otherwise. */
  readonly theme?: Theme;
  /** The kinds of shapes that the app has declared; none unless it says otherwise. */
  readonly custom?: CustomShapes | undefined;
  /** The page shown first; every room's first page unless it says otherwise. */
  readonly page?: PageId;
  /** Gives the picture of an asset, and null while it is not at hand; without it all pictures are their alternative text. */
  readonly imageOf?: ImageOf;
}

/** How long a frame may paint before what is left waits for the next one. */
const SLICE_MS = 8;

/** What a view is told, besides where it looks. */
type Settings = Pick<Frame, "theme" | "selection" | "marks" | "hidden" | "hasCursors">;

/**
 * Draws a board in an element, which becomes a positioned box that clips. Three layers lie in it, `data-layer`
 * `shapes` (an element full of canvases), `strokes` and `overlay` (a canvas each); no pointer ever hits them.
 */
export function createView(host: HTMLElement, options: ViewOptions): BoardView {
  const camera = createStore<Camera>({ x: 0, y: 0, zoom: 1 });
  const page = createStore(options.page ?? FIRST_PAGE);
  const { size, stop } = watchSize(host);
  const restoreHost = styleHost(host);
  const custom = options.custom ?? new CustomShapes([]);
  const cache = new GeometryCache(drawingOf);
  const scene = new Scene(custom);
  const tiles = new TileLayer(host, {
    drawingOf: (shape) => cache.get(shape),
    imageOf: options.imageOf ?? (() => null),
    now: () => options.clock.now(),
  });
  const [strokes, overlay] = [new Surface(host, "strokes"), new Surface(host, "overlay")];
  const layers = [tiles, new StrokeLayer(strokes), new OverlayLayer(overlay)];

  let settings: Settings = {
    theme: options.theme ?? "light",
    selection: [],
    marks: NO_MARKS,
    hidden: null,
    hasCursors: true,
  };
  let standIns: StandIns = new Map();
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
    if (picture) tiles.noteChanges(scene.update(withStandIns(picture.board, standIns)));
    return picture;
  };
  const paint = (deadline: number) => {
    const picture = takeBoard();
    const { width, height, devicePixelRatio } = size.get();
    if (isDestroyed || !picture || width === 0 || height === 0) return;
    paintedTime = picture.time;
    const pixels = pixelFrame(camera.get(), size.get());
    const paper = paperOn(picture.board, page.get(), settings.theme);
    const frame: Frame = {
      ...settings,
      ...paper,
      picture,
      scene,
      pixels,
      devicePixelRatio,
      page: page.get(),
      deadline,
      custom,
    };
    for (const layer of layers) layer.paint(frame);
    isDirty = tiles.restIn < Infinity;
    const wait = Math.min(tiles.restIn, ...layers.map((layer) => layer.changesAt - picture.time));
    if (wait <= 0) loop.request();
    else if (wait < Infinity) loop.requestAfter(wait);
  };
  const placeCamera = (next: Camera) => {
    const last = camera.get();
    if (next.x !== last.x || next.y !== last.y || next.zoom !== last.zoom) camera.set(next);
  };
  const flight = createFlight(options.clock, placeCamera);
  const setCamera = (next: Camera, move: CameraMove = {}) => {
    flight.stop();
    if (move.isAnimated && !wantsLessMotion(host)) flight.start(camera.get(), clampCamera(next));
    else placeCamera(clampCamera(next));
  };
  const showShapes = (items: readonly SceneItem[], move?: CameraMove) =>
    setCamera(cameraFor(unionOf(items.map(({ shape }) => boundsOf(shape))), size.get()), move);
  const stopWatching = [camera, page, size].map((store) => store.subscribe(invalidate));
  const stopFonts = watchFonts(host.ownerDocument.fonts, () => {
    cache.clear();
    tiles.repaint(({ shape }) => hasText(shape));
    invalidate();
  });
  invalidate();

  return {
    camera,
    page,
    size,
    custom,
    invalidate,
    setCamera,
    setPage: (next) => page.set(next),
    setTheme: (theme) => set({ theme }),
    setSelection: (selection) => set({ selection }),
    setMarks: (change) => set({ marks: { ...settings.marks, ...change } }),
    setHidden: (hidden) => set({ hidden }),
    setStandIns(next) {
      standIns = next;
      invalidate();
    },
    showCursors: (hasCursors) => set({ hasCursors }),
    zoomToFit(move) {
      takeBoard();
      showShapes(scene.itemsOf(page.get()), move);
    },
    zoomToSelection(move) {
      takeBoard();
      const items = settings.selection.flatMap((id) => scene.item(id) ?? []);
      if (items.length > 0) showShapes(items, move);
    },
    zoomAt(point, factor, move) {
      // Two clicks in a row zoom twice, also while the first is under way.
      const from = (move?.isAnimated && flight.goal) || camera.get();
      setCamera(zoomAround(from, point, factor), move);
    },
    toBoard: (point) => toBoard(camera.get(), point),
    toScreen: (point) => toScreen(camera.get(), point),
    shapesIn(box) {
      takeBoard();
      return scene.query(page.get(), box).map(({ shape }) => shape);
    },
    isOutOfSight() {
      const { width, height } = size.get();
      if (width === 0 || height === 0) return false;
      takeBoard();
      const { x, y, zoom } = camera.get();
      const inView = { x, y, w: width / zoom, h: height / zoom };
      return scene.hasAny(page.get()) && !scene.hasAny(page.get(), inView);
    },
    repaintAsset(asset) {
      const isPaper = options.picture()?.board.pages[page.get()]?.paper?.asset === asset;
      if (isPaper) tiles.repaintAll();
      else tiles.repaint(({ shape }) => shape.kind === "image" && shape.asset === asset);
      invalidate();
    },
    paint: () => paint(Infinity),
    destroy() {
      if (isDestroyed) return;
      isDestroyed = true;
      loop.stop();
      flight.stop();
      stop();
      stopFonts();
      for (const stopStore of stopWatching) stopStore();
      for (const layer of [tiles, strokes, overlay]) layer.remove();
      restoreHost();
    },
  };
}

function wantsLessMotion(host: HTMLElement): boolean {
  return host.ownerDocument.defaultView?.matchMedia("(prefers-reduced-motion: reduce)").matches ?? false;
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
