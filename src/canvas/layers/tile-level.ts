import { grow, type Box } from "../../board/bounds.js";
import { isPlainPaper, isSamePaper } from "../../picture/paper.js";
import type { SceneItem } from "../scene.js";
import { withoutText } from "../without-text.js";
import type { Frame } from "./layer.js";
import { paintTilePaper, paintTileShapes, type TileKit } from "./paint-tile.js";
import { TILE, type TilePool } from "./tile-pool.js";
import { type PaintItems, Tile } from "./tile.js";
import { fromMiddle, isInRange, placesIn, sizeOf, tileRange, type TilePlace, type TileRange } from "./tile-range.js";

/** Device pixels that a drawing may touch beyond its geometry: lines thinner than a pixel are drawn a pixel wide. */
const EDGE = 2;
/** Tiles kept beyond those in view, so that panning back and forth draws nothing. */
const SPARE_TILES = 96;
/** So many tiles from where a level began, browsers still place its tiles exactly. */
const REACH = 1024;

/** What a level paints with. */
export interface LevelKit extends TileKit {
  readonly pool: TilePool;
  /** Gives the time that deadlines are told in. */
  readonly now: () => number;
}

/** A page at one scale: bitmap tiles that stand still on the board, in an element that is moved as a whole. */
export class TileLevel {
  readonly #element: HTMLElement;
  readonly #tiles = new Map<string, Tile>();
  readonly #origin: { readonly column: number; readonly row: number };

  /** Makes an empty level for the page, paper, theme and scale of `frame`; it is not shown yet. */
  constructor(
    private readonly host: HTMLElement,
    private readonly frame: Frame,
    private readonly kit: LevelKit,
  ) {
    const { left, top } = this.#rangeOf(frame);
    this.#origin = { column: left, row: top };
    this.#element = host.ownerDocument.createElement("div");
    this.#element.style.cssText = "position:absolute;left:0;top:0;transform-origin:0 0;will-change:transform";
  }

  /** Device pixels to a board unit. */
  get scale(): number {
    return this.frame.pixels.scale;
  }

  /** True when the frame shows the level's page as it looks here, not too far from where the level began. */
  serves(frame: Frame): boolean {
    const { left, top } = this.#rangeOf(frame);
    const isNear = Math.max(Math.abs(left - this.#origin.column), Math.abs(top - this.#origin.row)) < REACH;
    return isNear && frame.page === this.frame.page && hasSameLook(frame, this.frame);
  }

  /** Moves the level to where the frame looks, stretched when that is at another scale. */
  place({ pixels, devicePixelRatio: ratio }: Frame): void {
    const stretch = pixels.scale / this.scale;
    const x = (this.#origin.column * TILE * stretch - pixels.left) / ratio;
    const y = (this.#origin.row * TILE * stretch - pixels.top) / ratio;
    this.#element.style.transform = `translate(${x}px,${y}px) scale(${stretch / ratio})`;
  }

  /** Says that these have changed, or come, or gone. */
  markStale(...items: readonly (SceneItem | null)[]): void {
    for (const item of items) {
      const box = item && scaled(grow(item.box, EDGE / this.scale), this.scale);
      if (box) for (const tile of this.#tilesIn(tileRange(box.x, box.y, box.w, box.h, TILE))) tile.markStale();
    }
  }

  /** Says that everything may have changed. */
  markAllStale(): void {
    for (const tile of this.#tiles.values()) tile.markStale();
  }

  /** Says that tiles with such a shape have to be painted anew though it is the same: a font or a picture has come. */
  repaint(isMeant: (item: SceneItem) => boolean): void {
    for (const tile of this.#tiles.values()) tile.repaint(isMeant);
  }

  /** Says that every tile has to be painted anew. */
  repaintAll(): void {
    for (const tile of this.#tiles.values()) tile.repaintAll();
  }

  /** Shows the level, over all others. */
  showInFront(): void {
    this.host.append(this.#element);
    this.#element.style.display = "";
  }

  /** Leaves the level out of the picture, with most of what it has painted. */
  hide(): void {
    this.#element.style.display = "none";
    this.#dropSpare(0);
  }

  /**
   * Paints the tiles that the frame looks at and that are not up to date: at least a portion of one, and then what can be
   * painted by the frame's deadline. False when some are left for a next frame.
   */
  paint(frame: Frame): boolean {
    const range = this.#rangeOf(frame);
    const tiles = [...placesIn(range)].map(({ column, row }) => this.#tileAt(column, row));
    this.#dropSpare(tiles.length);
    const stale = tiles.filter(({ isStale }) => isStale);
    // Those that waited longest first, so that none starves while everything changes in every frame; then from the middle.
    stale.sort((a, b) => b.waited - a.waited || fromMiddle(range, a) - fromMiddle(range, b));
    const isLate = () => this.kit.now() > frame.deadline;
    for (const [index, tile] of stale.entries()) {
      for (let isFirst = index === 0; tile.isStale && (isFirst || !isLate()); isFirst = false)
        this.#refresh(tile, frame);
      if (tile.isStale) tile.waited += 1;
    }
    return !stale.some(({ isStale }) => isStale);
  }

  /** Draws the tiles that the frame looks at, at the level's own scale. */
  drawOn(target: CanvasRenderingContext2D, frame: Frame): void {
    const { left, top } = frame.pixels;
    for (const { canvas, column, row } of this.#tilesIn(this.#rangeOf(frame))) {
      if (canvas) target.drawImage(canvas, column * TILE - left, row * TILE - top);
    }
  }

  remove(): void {
    for (const tile of this.#tiles.values()) tile.free();
    this.#tiles.clear();
    this.#element.remove();
  }

  /** The tiles under a view, as large as they are at its scale. */
  #rangeOf({ pixels: { left, top, width, height, scale } }: Frame): TileRange {
    return tileRange(left, top, width - 1, height - 1, (TILE * scale) / this.scale);
  }

  /** The tiles there are in a range. */
  #tilesIn(range: TileRange): readonly Tile[] {
    const isWide = sizeOf(range) > this.#tiles.size;
    if (isWide) return [...this.#tiles.values()].filter((tile) => isInRange(tile, range));
    return [...placesIn(range)].flatMap(({ column, row }) => this.#tiles.get(keyOf(column, row)) ?? []);
  }

  /** The tile at that place, as the one that was used last. */
  #tileAt(column: number, row: number): Tile {
    const key = keyOf(column, row);
    const tile = this.#tiles.get(key) ?? new Tile(column, row, this.kit.pool, this.#placeTile);
    this.#tiles.delete(key);
    this.#tiles.set(key, tile);
    return tile;
  }

  #refresh(tile: Tile, frame: Frame): void {
    const { column, row } = tile;
    const square = { column, row, scale: this.scale };
    const paint: PaintItems = (context, items, isOnTop) => {
      if (!isOnTop) paintTilePaper(context, square, frame, this.kit);
      paintTileShapes(context, square, items, frame, this.kit);
    };
    tile.refresh(() => this.#itemsOf(tile, frame), isPlainPaper(frame.paper), paint);
  }

  /** The shapes that are to be on the tile, bottom to top. */
  #itemsOf(tile: Tile, { scene, page, hidden }: Frame): readonly SceneItem[] {
    const items = scene.query(page, this.#boxOf(tile));
    return hidden === null ? items : items.map((item) => (item.shape.id === hidden ? withoutText(item) : item));
  }

  readonly #placeTile = (canvas: HTMLCanvasElement, { column, row }: TilePlace): void => {
    const [left, top] = [(column - this.#origin.column) * TILE, (row - this.#origin.row) * TILE];
    canvas.style.cssText = `position:absolute;left:${left}px;top:${top}px;width:${TILE}px;height:${TILE}px`;
    this.#element.append(canvas);
  };

  /** Drops the tiles that were in view longest ago. */
  #dropSpare(inView: number): void {
    for (const [key, tile] of this.#tiles) {
      if (this.#tiles.size <= inView + SPARE_TILES) return;
      tile.free();
      this.#tiles.delete(key);
    }
  }

  /** The part of the board whose drawing may reach into the tile. */
  #boxOf({ column, row }: Tile): Box {
    const side = TILE / this.scale;
    return grow({ x: column * side, y: row * side, w: side, h: side }, EDGE / this.scale);
  }
}

function keyOf(column: number, row: number): string {
  return `${column},${row}`;
}

function hasSameLook(a: Frame, b: Frame): boolean {
  const isSameSheet = a.pageColor === b.pageColor && isSamePaper(a.paper, b.paper);
  // A pattern's lines are as thick as the screen's points are dense.
  return isSameSheet && a.theme === b.theme && a.devicePixelRatio === b.devicePixelRatio;
}

function scaled({ x, y, w, h }: Box, scale: number): Box {
  return { x: x * scale, y: y * scale, w: w * scale, h: h * scale };
}
