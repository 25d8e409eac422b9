import { grow, type Box } from "../../board/bounds.js";
import { isSamePaper } from "../../picture/paper.js";
import { paintShape, type PaintKit } from "../painters/paint-shape.js";
import { paintPaper } from "../painters/paper.js";
import type { SceneChange, SceneItem } from "../scene.js";
import { withoutText } from "../without-text.js";
import { Backdrop } from "./backdrop.js";
import { contextOf, type Frame, type Layer, type Surface } from "./layer.js";

/** Device pixels; small enough that a change redraws little, large enough that a screen has not too many. */
const TILE = 256;
/** Device pixels that a drawing may touch beyond its geometry: lines thinner than a pixel are drawn a pixel wide. */
const EDGE = 2;
/** Tiles kept beyond those in view, so that panning back and forth draws nothing. */
const SPARE_TILES = 96;
/** Beyond this it is cheaper to look at every tile than to find those that changed. */
const MANY_CHANGES = 1000;

/** A square of the board's picture at one scale. Its pixels follow from its shapes alone, wherever the view is. */
interface Tile {
  readonly column: number;
  readonly row: number;
  /** Null while there is nothing on it. */
  context: CanvasRenderingContext2D | null;
  /** What is painted, bottom to top; null when that is not what it should look like any more. */
  painted: readonly SceneItem[] | null;
  /** True when something in its place has changed since it was painted. */
  isStale: boolean;
  /** In how many frames it had to wait to be painted. */
  waited: number;
}

/**
 * The page and its finished shapes, as bitmap tiles that stand still on the board: panning copies them, and a change
 * repaints the tiles it touches. A tile on which shapes were only added on top has them painted over what is there,
 * any other is painted anew; as the same shapes are painted in the same order either way, so are the same pixels.
 *
 * What cannot be painted by the frame's deadline is painted in the next frames, from the middle outwards. Until then a
 * tile shows what it showed, and a view at a new scale its old picture, stretched.
 */
export class TileLayer implements Layer {
  readonly #tiles = new Map<string, Tile>();
  readonly #freeCanvases: CanvasRenderingContext2D[] = [];
  #last: Frame | null = null;
  #backdrop: Backdrop | null = null;
  #isFinished = true;

  constructor(
    private readonly surface: Surface,
    private readonly kit: Pick<PaintKit, "drawingOf" | "imageOf">,
    /** Gives the time that deadlines are told in. */
    private readonly now: () => number,
  ) {}

  get changesAt(): number {
    return this.#isFinished ? Infinity : -Infinity;
  }

  /** False while tiles wait for a next frame. */
  get isFinished(): boolean {
    return this.#isFinished;
  }

  /** Says what has changed in the scene since the last frame that was painted. */
  noteChanges(changes: readonly SceneChange[]): void {
    if (changes.length > MANY_CHANGES) {
      for (const tile of this.#tiles.values()) tile.isStale = true;
      return;
    }
    for (const { before, after } of changes) {
      if (before) this.#markStale(before.box);
      if (after) this.#markStale(after.box);
    }
  }

  /** Says that some shapes have to be painted anew though they are the same: a font or a picture has come. */
  repaint(isMeant: (item: SceneItem) => boolean): void {
    for (const tile of this.#tiles.values()) {
      if (!tile.painted?.some(isMeant)) continue;
      tile.painted = null;
      tile.isStale = true;
    }
  }

  /** Says that everything has to be painted anew. */
  repaintAll(): void {
    this.#forget();
    this.#last = null;
  }

  paint(frame: Frame): void {
    this.#takeFrame(frame);
    const isResized = this.surface.fit(frame);
    const isMoved = isResized || !this.#last || !isSamePlace(this.#last, frame);
    if (isMoved) this.#backdrop?.draw(this.surface.context, frame);
    const inView = this.#tilesInView(frame);
    this.#isFinished = true;
    let isFirst = true;
    for (const tile of inView) {
      const isLate = tile.isStale && !isFirst && this.now() > frame.deadline;
      tile.waited = isLate ? tile.waited + 1 : 0;
      if (isLate) this.#isFinished = false;
      isFirst &&= !tile.isStale;
      if (isLate) {
        if (isMoved && (tile.context || !this.#backdrop)) this.#show(tile, frame);
      } else if (this.#refresh(tile, frame) || isMoved || this.#backdrop) this.#show(tile, frame);
    }
    if (this.#isFinished) this.#backdrop = null;
    this.#last = frame;
    this.#dropSpare(inView.length);
  }

  /** Lets go of what the last frame does not share with this one. */
  #takeFrame(frame: Frame): void {
    const last = this.#last;
    if (!last) return;
    const isScaled = last.pixels.scale !== frame.pixels.scale;
    const isOther = last.page !== frame.page || last.theme !== frame.theme || !hasSamePaper(last, frame);
    if (isScaled || isOther) {
      this.#backdrop = isOther ? null : new Backdrop(this.surface.context.canvas, last);
      this.#forget();
      this.#last = null;
    } else if (last.hidden !== frame.hidden) {
      for (const id of [last.hidden, frame.hidden]) {
        const item = id === null ? undefined : frame.scene.item(id);
        if (item) this.#markStale(item.box);
      }
    }
  }

  #forget(): void {
    for (const tile of this.#tiles.values()) this.#free(tile);
    this.#tiles.clear();
  }

  #markStale(box: Box): void {
    const scale = this.#last?.pixels.scale;
    if (scale === undefined) return;
    const { x, y, w, h } = grow(box, EDGE / scale);
    const range = tileRange(x * scale, y * scale, w * scale, h * scale);
    for (const tile of this.#tiles.values()) if (isInRange(tile, range)) tile.isStale = true;
  }

  /** Those that waited longest first, so that none starves while everything changes in every frame; then from the middle. */
  #tilesInView({ pixels }: Frame): Tile[] {
    const range = tileRange(pixels.left, pixels.top, pixels.width - 1, pixels.height - 1);
    const tiles: Tile[] = [];
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) tiles.push(this.#tileAt(column, row));
    }
    const [x, y] = [(range.left + range.right) / 2, (range.top + range.bottom) / 2];
    const distance = ({ column, row }: Tile) => Math.hypot(column - x, row - y);
    return tiles.sort((a, b) => b.waited - a.waited || distance(a) - distance(b));
  }

  /** The tile at that place, as the one that was used last. */
  #tileAt(column: number, row: number): Tile {
    const key = `${column},${row}`;
    const tile = this.#tiles.get(key) ?? { column, row, context: null, painted: [], isStale: true, waited: 0 };
    this.#tiles.delete(key);
    this.#tiles.set(key, tile);
    return tile;
  }

  /** Brings the tile's pixels up to date; true when that changed them. */
  #refresh(tile: Tile, frame: Frame): boolean {
    if (!tile.isStale) return false;
    tile.isStale = false;
    const found = frame.scene.query(frame.page, boxOf(tile, frame));
    const items = found.map((item) => (item.shape.id === frame.hidden ? withoutText(item) : item));
    const old = tile.painted;
    tile.painted = items;
    const isGrown = old !== null && old.length <= items.length && old.every((item, index) => item === items[index]);
    if (isGrown && old.length === items.length) return false;
    if (items.length === 0) this.#free(tile);
    else this.#paintTile(tile, isGrown ? items.slice(old.length) : items, frame, isGrown && old.length > 0);
    return true;
  }

  #paintTile(tile: Tile, items: readonly SceneItem[], frame: Frame, isOnTop: boolean): void {
    const context = (tile.context ??= this.#newCanvas());
    const { scale } = frame.pixels;
    if (!isOnTop) this.#fill(tile, context, 0, 0, frame);
    const kit = { ...this.kit, theme: frame.theme, page: frame.pageColor, custom: frame.custom };
    for (const { shape, clip } of items) {
      if (clip) clipTo(context, clip, tile, scale);
      // In doubles and from the shape's own place: a canvas's matrix is too coarse far from the board's origin.
      context.setTransform(scale, 0, 0, scale, shape.x * scale - tile.column * TILE, shape.y * scale - tile.row * TILE);
      paintShape(context, shape, kit);
      if (clip) context.restore();
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
  }

  #show(tile: Tile, frame: Frame): void {
    const [x, y] = [tile.column * TILE - frame.pixels.left, tile.row * TILE - frame.pixels.top];
    if (tile.context) this.surface.context.drawImage(tile.context.canvas, x, y);
    else this.#fill(tile, this.surface.context, x, y, frame);
  }

  /** Fills the tile's square of a canvas with the page's paper. */
  #fill({ column, row }: Tile, context: CanvasRenderingContext2D, x: number, y: number, frame: Frame): void {
    const { scale } = frame.pixels;
    const look = { ...frame, scale, imageOf: this.kit.imageOf };
    paintPaper(context, { x, y, side: TILE }, { x: column * TILE, y: row * TILE }, look);
  }

  #newCanvas(): CanvasRenderingContext2D {
    const free = this.#freeCanvases.pop();
    if (free) return free;
    const canvas = this.surface.context.canvas.ownerDocument.createElement("canvas");
    canvas.width = TILE;
    canvas.height = TILE;
    return contextOf(canvas);
  }

  #free(tile: Tile): void {
    if (tile.context && this.#freeCanvases.length < SPARE_TILES) this.#freeCanvases.push(tile.context);
    tile.context = null;
  }

  /** Drops the tiles that were in view longest ago. */
  #dropSpare(inView: number): void {
    for (const [key, tile] of this.#tiles) {
      if (this.#tiles.size <= inView + SPARE_TILES) return;
      this.#free(tile);
      this.#tiles.delete(key);
    }
  }
}

interface TileRange {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The tiles under a box of device pixels. */
function tileRange(x: number, y: number, w: number, h: number): TileRange {
  const index = (value: number) => Math.floor(value / TILE);
  return { left: index(x), top: index(y), right: index(x + w), bottom: index(y + h) };
}

function isInRange({ column, row }: Tile, { left, top, right, bottom }: TileRange): boolean {
  return column >= left && column <= right && row >= top && row <= bottom;
}

/** The part of the board whose drawing may reach into the tile. */
function boxOf({ column, row }: Tile, { pixels }: Frame): Box {
  const side = TILE / pixels.scale;
  return grow({ x: column * side, y: row * side, w: side, h: side }, EDGE / pixels.scale);
}

/** Saves the context, and lets only what is in a box of the board be painted on. */
function clipTo(context: CanvasRenderingContext2D, { x, y, w, h }: Box, { column, row }: Tile, scale: number): void {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.beginPath();
  context.rect(x * scale - column * TILE, y * scale - row * TILE, w * scale, h * scale);
  context.clip();
}

function hasSamePaper(a: Frame, b: Frame): boolean {
  return a.pageColor === b.pageColor && isSamePaper(a.paper, b.paper);
}

function isSamePlace(a: Frame, b: Frame): boolean {
  return a.pixels.left === b.pixels.left && a.pixels.top === b.pixels.top;
}
