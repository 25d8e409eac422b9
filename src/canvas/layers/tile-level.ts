import { grow, type Box } from "../../board/bounds.js";
import { isPlainPaper, isSamePaper } from "../../picture/paper.js";
import type { SceneItem } from "../scene.js";
import { withoutText } from "../without-text.js";
import type { Frame } from "./layer.js";
import { paintTilePaper, paintTileShapes, type TileKit } from "./paint-tile.js";
import { TILE, type TilePool } from "./tile-pool.js";
import { fromMiddle, isInRange, placesIn, tileRange, type TileRange } from "./tile-range.js";

/** Device pixels that a drawing may touch beyond its geometry: lines thinner than a pixel are drawn a pixel wide. */
const EDGE = 2;
/** Tiles kept beyond those in view, so that panning back and forth draws nothing. */
const SPARE_TILES = 96;
/** So many tiles from where a level began, browsers still place its tiles exactly. */
const REACH = 1024;

/** A square of the board's picture at one scale. Its pixels follow from its shapes alone, wherever the view is. */
interface Tile {
  readonly column: number;
  readonly row: number;
  /** Null while there is nothing on it but the page's colour. */
  canvas: HTMLCanvasElement | null;
  /** The shapes that are painted, bottom to top; null when that is not what it should look like any more. */
  painted: readonly SceneItem[] | null;
  /** True when something in its place has changed since it was painted. */
  isStale: boolean;
  /** In how many frames it had to wait to be painted. */
  waited: number;
}

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
      const range = box && tileRange(box.x, box.y, box.w, box.h, TILE);
      if (range) for (const tile of this.#tiles.values()) if (isInRange(tile, range)) tile.isStale = true;
    }
  }

  /** Says that everything may have changed. */
  markAllStale(): void {
    for (const tile of this.#tiles.values()) tile.isStale = true;
  }

  /** Says that tiles with such a shape have to be painted anew though it is the same: a font or a picture has come. */
  repaint(isMeant: (item: SceneItem) => boolean): void {
    for (const tile of this.#tiles.values()) if (tile.painted?.some(isMeant)) forgetPainted(tile);
  }

  /** Says that every tile has to be painted anew. */
  repaintAll(): void {
    for (const tile of this.#tiles.values()) forgetPainted(tile);
  }

  /** Shows the level, over all others. */
  showInFront(): void {
    this.host.append(this.#element);
    this.#element.style.display = "";
  }

  /** Leaves the level out of the picture, with all it has painted. */
  hide(): void {
    this.#element.style.display = "none";
  }

  /**
   * Paints the tiles that the frame looks at and that are not up to date: at least one, and then what can be painted
   * by the frame's deadline. False when some are left for a next frame.
   */
  paint(frame: Frame): boolean {
    const range = this.#rangeOf(frame);
    const tiles = [...placesIn(range)].map(({ column, row }) => this.#tileAt(column, row));
    this.#dropSpare(tiles.length);
    const stale = tiles.filter(({ isStale }) => isStale);
    // Those that waited longest first, so that none starves while everything changes in every frame; then from the middle.
    stale.sort((a, b) => b.waited - a.waited || fromMiddle(range, a) - fromMiddle(range, b));
    const isLate = () => this.kit.now() > frame.deadline;
    let painted = 0;
    while (painted < stale.length && (painted === 0 || !isLate())) this.#refresh(stale[painted++] as Tile, frame);
    for (const tile of stale.slice(painted)) tile.waited += 1;
    return painted === stale.length;
  }

  remove(): void {
    for (const tile of this.#tiles.values()) this.#free(tile);
    this.#tiles.clear();
    this.#element.remove();
  }

  /** The tiles under a view, as large as they are at its scale. */
  #rangeOf({ pixels: { left, top, width, height, scale } }: Frame): TileRange {
    return tileRange(left, top, width - 1, height - 1, (TILE * scale) / this.scale);
  }

  /** The tile at that place, as the one that was used last. */
  #tileAt(column: number, row: number): Tile {
    const key = `${column},${row}`;
    const tile = this.#tiles.get(key) ?? { column, row, canvas: null, painted: null, isStale: true, waited: 0 };
    this.#tiles.delete(key);
    this.#tiles.set(key, tile);
    return tile;
  }

  /**
   * Brings the tile's pixels up to date. When shapes were only added on top they are painted over what is there, else
   * it is painted anew; as the same shapes are painted in the same order either way, so are the same pixels.
   */
  #refresh(tile: Tile, frame: Frame): void {
    tile.isStale = false;
    tile.waited = 0;
    const found = frame.scene.query(frame.page, this.#boxOf(tile));
    const items = found.map((item) => (item.shape.id === frame.hidden ? withoutText(item) : item));
    const old = tile.painted;
    tile.painted = items;
    const isGrown = old !== null && old.length <= items.length && old.every((item, index) => item === items[index]);
    if (isGrown && old.length === items.length) return;
    if (items.length === 0 && isPlainPaper(frame.paper)) this.#free(tile);
    else this.#paintTile(tile, isGrown ? items.slice(old.length) : items, frame, isGrown && tile.canvas !== null);
  }

  #paintTile(tile: Tile, items: readonly SceneItem[], frame: Frame, isOnTop: boolean): void {
    const { scale, kit } = this;
    const square = { column: tile.column, row: tile.row, scale };
    const canvas = (tile.canvas ??= this.#show(tile));
    kit.pool.paint(canvas, isOnTop, (context) => {
      if (!isOnTop) paintTilePaper(context, square, frame, kit);
      paintTileShapes(context, square, items, frame, kit);
    });
  }

  #show({ column, row }: Tile): HTMLCanvasElement {
    const canvas = this.kit.pool.take();
    const [left, top] = [(column - this.#origin.column) * TILE, (row - this.#origin.row) * TILE];
    canvas.style.cssText = `position:absolute;left:${left}px;top:${top}px;width:${TILE}px;height:${TILE}px`;
    this.#element.append(canvas);
    return canvas;
  }

  #free(tile: Tile): void {
    if (tile.canvas) this.kit.pool.give(tile.canvas);
    tile.canvas = null;
  }

  /** Drops the tiles that were in view longest ago. */
  #dropSpare(inView: number): void {
    for (const [key, tile] of this.#tiles) {
      if (this.#tiles.size <= inView + SPARE_TILES) return;
      this.#free(tile);
      this.#tiles.delete(key);
    }
  }

  /** The part of the board whose drawing may reach into the tile. */
  #boxOf({ column, row }: Tile): Box {
    const side = TILE / this.scale;
    return grow({ x: column * side, y: row * side, w: side, h: side }, EDGE / this.scale);
  }
}

function forgetPainted(tile: Tile): void {
  tile.painted = null;
  tile.isStale = true;
}

function hasSameLook(a: Frame, b: Frame): boolean {
  const isSameSheet = a.pageColor === b.pageColor && isSamePaper(a.paper, b.paper);
  // A pattern's lines are as thick as the screen's points are dense.
  return isSameSheet && a.theme === b.theme && a.devicePixelRatio === b.devicePixelRatio;
}

function scaled({ x, y, w, h }: Box, scale: number): Box {
  return { x: x * scale, y: y * scale, w: w * scale, h: h * scale };
}
