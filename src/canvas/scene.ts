import { EMPTY_BOARD, type Board } from "../board/board.js";
import type { Box } from "../board/bounds.js";
import { changedLeaves, shapesIn, type LeafChange } from "../board/leaves.js";
import { compareOrder } from "../board/order.js";
import type { CustomShapes } from "../picture/custom/custom-shapes.js";
import type { PageId, ShapeId } from "../signal/ids.js";
import { isLoaded, type InkShape, type Shape } from "../signal/shape.js";
import { Grid } from "./grid.js";
import { paintBoxOf } from "./paint-box.js";
import { isSameShape } from "./same-shape.js";

/** A finished shape and the box of all its pixels. The same object as long as the shape looks the same. */
export interface SceneItem {
  readonly shape: Shape;
  readonly box: Box;
}

/** One shape that came, went or changed. */
export interface SceneChange {
  readonly before: SceneItem | null;
  readonly after: SceneItem | null;
}

/**
 * The finished shapes of a board by page and place. Kept up to date by what differs between two boards, leaf by leaf:
 * cheap after a signal, right after any jump.
 */
export class Scene {
  #board = EMPTY_BOARD;
  readonly #items = new Map<ShapeId, SceneItem>();
  readonly #pages = new Map<PageId, PageScene>();

  /** @param custom the kinds of shapes that the app has declared. */
  constructor(private readonly custom?: CustomShapes) {}

  /** Takes the board's shapes; gives what is not as it was. */
  update(board: Board): readonly SceneChange[] {
    const changes: SceneChange[] = [];
    for (const leaf of changedLeaves(this.#board, board)) this.#updateLeaf(leaf, changes);
    this.#board = board;
    return changes;
  }

  /** The page's shapes with a pixel in the box, bottom to top. */
  query(page: PageId, box: Box): SceneItem[] {
    return inOrder(this.#pages.get(page)?.grid.query(box) ?? []);
  }

  /** All shapes of the page, bottom to top. */
  itemsOf(page: PageId): SceneItem[] {
    return inOrder(this.#pages.get(page)?.items ?? []);
  }

  /** The shape of that id. */
  item(id: ShapeId): SceneItem | undefined {
    return this.#items.get(id);
  }

  #updateLeaf({ before, after }: LeafChange, changes: SceneChange[]): void {
    const gone = new Map([...shapesIn(before)].filter(isDrawable).map((shape) => [shape.id, shape]));
    for (const shape of shapesIn(after)) {
      if (!isDrawable(shape)) continue;
      if (shape !== gone.get(shape.id)) this.#put(shape.id, shape, changes);
      gone.delete(shape.id);
    }
    for (const id of gone.keys()) this.#put(id, null, changes);
  }

  #put(id: ShapeId, shape: Shape | null, changes: SceneChange[]): void {
    const before = this.#items.get(id) ?? null;
    if (before && shape && isSameShape(before.shape, shape)) return;
    const after = shape && { shape, box: paintBoxOf(shape, this.custom) };
    if (before) this.#pages.get(before.shape.page)?.remove(before);
    if (after) {
      this.#items.set(id, after);
      this.#pageOf(after.shape.page).add(after);
    } else this.#items.delete(id);
    changes.push({ before, after });
  }

  #pageOf(page: PageId): PageScene {
    const known = this.#pages.get(page);
    if (known) return known;
    const added = new PageScene();
    this.#pages.set(page, added);
    return added;
  }
}

class PageScene {
  readonly items = new Set<SceneItem>();
  readonly grid = new Grid<SceneItem>();

  add(item: SceneItem): void {
    this.items.add(item);
    this.grid.add(item);
  }

  remove(item: SceneItem): void {
    this.items.delete(item);
    this.grid.remove(item);
  }
}

function inOrder(items: Iterable<SceneItem>): SceneItem[] {
  return [...items].sort((a, b) => compareOrder(a.shape, b.shape));
}

/** False for ink that is still on its way: there is nothing to paint yet. */
function isDrawable(shape: Shape): boolean {
  return shape.kind !== "ink" || isLoaded((shape as InkShape).points);
}
