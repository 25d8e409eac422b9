import { EMPTY_BOARD, type Board } from "../board/board.js";
import { isLine, lineInPlace } from "../board/binding.js";
import type { Box } from "../board/bounds.js";
import { changedLeaves, shapeAt, shapesIn, type LeafChange } from "../board/leaves.js";
import { compareOrder } from "../board/order.js";
import type { CustomShapes } from "../picture/custom/custom-shapes.js";
import type { PageId, ShapeId } from "../signal/ids.js";
import { isLoaded, type InkShape, type Shape } from "../signal/shape.js";
import { clipOf, commonBox, isSameClip } from "../picture/clip.js";
import { Followers } from "./followers.js";
import { Grid } from "./grid.js";
import { paintBoxOf } from "./paint-box.js";
import { isSameShape } from "./same-shape.js";

/** A finished shape and the box of all its pixels. The same object as long as the shape looks the same. */
export interface SceneItem {
  /** Lines with bound ends are in their place (board/binding.ts). */
  readonly shape: Shape;
  readonly box: Box;
  /** What is to be seen of it: the part in its frame; null for all. */
  readonly clip: Box | null;
}

/** One shape that came, went or changed. */
export interface SceneChange {
  readonly before: SceneItem | null;
  readonly after: SceneItem | null;
}

/**
 * The finished shapes of a board by page and place. Kept up to date by what differs between two boards, leaf by leaf:
 * cheap after a signal, right after any jump. Lines follow the shapes that they are bound to, and what is in a frame is
 * cut where the frame is.
 */
export class Scene {
  #board = EMPTY_BOARD;
  readonly #items = new Map<ShapeId, SceneItem>();
  readonly #pages = new Map<PageId, PageScene>();
  readonly #followers = new Followers();

  /** @param custom the kinds of shapes that the app has declared. */
  constructor(private readonly custom?: CustomShapes) {}

  /** Takes the board's shapes; gives what is not as it was. */
  update(board: Board): readonly SceneChange[] {
    const changes: SceneChange[] = [];
    const before = this.#board;
    this.#board = board;
    for (const leaf of changedLeaves(before, board)) this.#updateLeaf(leaf, changes);
    this.#follow(changes);
    return changes;
  }

  /** The page's shapes with a pixel in the box, bottom to top. */
  query(page: PageId, box: Box): SceneItem[] {
    return inOrder(this.#pages.get(page)?.grid.query(box) ?? []);
  }

  /** True when the page has a shape, or one with a pixel in the box. */
  hasAny(page: PageId, box?: Box): boolean {
    const scene = this.#pages.get(page);
    if (!scene || scene.items.size === 0) return false;
    return box === undefined || scene.grid.touches(box);
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

  /** Puts anew what is where it is because of a shape that changed, and what is so because of that. */
  #follow(changes: SceneChange[]): void {
    for (let index = 0; index < changes.length; index++) {
      const id = (changes[index]?.after ?? changes[index]?.before)?.shape.id;
      for (const follower of id === undefined ? [] : this.#followers.of(id)) {
        const shape = shapeAt(this.#board, follower);
        if (shape && isDrawable(shape)) this.#put(follower, shape, changes);
      }
    }
  }

  #put(id: ShapeId, shape: Shape | null, changes: SceneChange[]): void {
    this.#followers.note(id, shape);
    const before = this.#items.get(id) ?? null;
    const after = shape && this.#itemOf(shape);
    if (before && after && isSameShape(before.shape, after.shape) && isSameClip(before.clip, after.clip)) return;
    if (before) this.#pages.get(before.shape.page)?.remove(before);
    if (after) {
      this.#items.set(id, after);
      this.#pageOf(after.shape.page).add(after);
    } else this.#items.delete(id);
    changes.push({ before, after });
  }

  #itemOf(own: Shape): SceneItem {
    const find = (id: ShapeId) => shapeAt(this.#board, id);
    const shape = isLine(own) ? lineInPlace(own, find) : own;
    const clip = clipOf(shape, find);
    const box = paintBoxOf(shape, this.custom);
    return { shape, box: clip ? commonBox(box, clip) : box, clip };
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
