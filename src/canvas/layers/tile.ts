import type { SceneItem } from "../scene.js";
import type { TilePool } from "./tile-pool.js";
import type { TilePlace } from "./tile-range.js";

/** Shapes painted in one go on a tile that is new; then others have their turn. */
const PORTION = 64;
/** A new tile takes no more frames than this: it would never be finished while its shapes change all the time. */
const PATIENCE = 60;

/** Paints shapes over the page's paper, or over those that are painted already. */
export type PaintItems = (context: CanvasRenderingContext2D, items: readonly SceneItem[], isOnTop: boolean) => void;

/** A picture of a tile's first shapes, bottom to top. */
interface Draft {
  readonly picture: ImageBitmap | HTMLCanvasElement;
  readonly painted: readonly SceneItem[];
}

/** A square of the board's picture at one scale. Its pixels follow from its shapes alone, wherever the view is. */
export class Tile implements TilePlace {
  /** In how many frames it had to wait to be painted. */
  waited = 0;
  /** Null while there is nothing on it but the page's colour. */
  #canvas: HTMLCanvasElement | null = null;
  /** The shapes that are painted, bottom to top; null when that is not what it should look like any more. */
  #painted: readonly SceneItem[] | null = null;
  /** What is painted so far of a tile that is new, and is not shown yet. */
  #draft: { readonly picture: ImageBitmap; readonly painted: readonly SceneItem[] } | null = null;

  /** What it should look like, as long as that is known. */
  #items: readonly SceneItem[] | null = null;
  #isStale = true;

  constructor(
    readonly column: number,
    readonly row: number,
    private readonly pool: TilePool,
    /** Puts a canvas where the tile is. */
    private readonly place: (canvas: HTMLCanvasElement, tile: TilePlace) => void,
  ) {}

  /** True when it may look otherwise than it should. */
  get isStale(): boolean {
    return this.#isStale;
  }

  /** What it shows; null for nothing but the page's colour. */
  get canvas(): HTMLCanvasElement | null {
    return this.#canvas;
  }

  /** Says that something in its place may have changed. */
  markStale(): void {
    this.#items = null;
    this.#isStale = true;
  }

  /** Says that it has to be painted anew, if one of its shapes is meant. */
  repaint(isMeant: (item: SceneItem) => boolean): void {
    if (this.#painted?.some(isMeant) || this.#draft?.painted.some(isMeant)) this.repaintAll();
  }

  /** Says that it has to be painted anew. */
  repaintAll(): void {
    this.#painted = null;
    this.#dropDraft();
    this.#isStale = true;
  }

  /**
   * Brings the tile up to date, or, when it is new, a portion nearer to that: it is stale until it is. When shapes were
   * only added on top they are painted over what is there, else it is painted anew; as the same shapes are painted in
   * the same order either way, so are the same pixels.
   *
   * @param find gives the shapes that are to be on it, bottom to top.
   */
  refresh(find: () => readonly SceneItem[], isPaperPlain: boolean, paint: PaintItems): void {
    const items = (this.#items ??= find());
    const isSame = this.#painted?.length === items.length && startsWith(items, this.#painted);
    const isBlank = isPaperPlain && items.length === 0;
    if (!isSame && isBlank) this.#freeCanvas();
    const isDone = isSame || isBlank || this.#paint(items, paint);
    if (!isDone) return;
    this.#dropDraft();
    this.#painted = items;
    this.#items = null;
    this.#isStale = false;
    this.waited = 0;
  }

  /** Gives back all that it has. */
  free(): void {
    this.#dropDraft();
    this.#freeCanvas();
  }

  /** Paints all of the shapes, or a portion more of them; true for all. */
  #paint(items: readonly SceneItem[], paint: PaintItems): boolean {
    const below = this.#belowOf(items);
    const from = below?.painted.length ?? 0;
    const isInPortions = this.#painted === null && this.waited < PATIENCE;
    const to = isInPortions ? Math.min(items.length, from + PORTION) : items.length;
    const picture = this.pool.paint(below?.picture ?? null, (context) =>
      paint(context, items.slice(from, to), below !== null),
    );
    if (to < items.length) {
      this.#dropDraft();
      this.#draft = { picture, painted: items.slice(0, to) };
      return false;
    }
    this.#canvas ??= this.#newCanvas();
    this.pool.show(this.#canvas, picture);
    return true;
  }

  /** What the other shapes can be painted on. */
  #belowOf(items: readonly SceneItem[]): Draft | null {
    if (this.#draft && startsWith(items, this.#draft.painted)) return this.#draft;
    const [picture, painted] = [this.#canvas, this.#painted];
    return picture && painted && startsWith(items, painted) ? { picture, painted } : null;
  }

  #newCanvas(): HTMLCanvasElement {
    const canvas = this.pool.take();
    this.place(canvas, this);
    return canvas;
  }

  #dropDraft(): void {
    this.#draft?.picture.close();
    this.#draft = null;
  }

  #freeCanvas(): void {
    if (this.#canvas) this.pool.give(this.#canvas);
    this.#canvas = null;
  }
}

function startsWith(items: readonly SceneItem[], first: readonly SceneItem[]): boolean {
  return first.length <= items.length && first.every((item, index) => item === items[index]);
}
