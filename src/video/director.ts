import { type Board, FIRST_PAGE } from "../board/board.js";
import { isInside } from "../board/bounds.js";
import { pagesInOrder } from "../board/leaves.js";
import type { ViewSize } from "../canvas/board-view.js";
import { busyPage } from "../canvas/busy-page.js";
import { cameraFor, visibleBox } from "../canvas/camera.js";
import { Content } from "../canvas/content.js";
import type { Shot } from "../canvas/out/board-painter.js";

/**
 * Says what of a board is looked at, as a replay that nobody touches does: the page where people are busy, fitted to all
 * that is ever seen on it, and standing still while that fits.
 */
export class Director {
  readonly #content = new Content();
  #shot: Shot;

  constructor(private readonly size: ViewSize) {
    this.#shot = { page: FIRST_PAGE, camera: cameraFor(null, size) };
  }

  /** Makes room for what will be on the board later. */
  expect(board: Board): void {
    this.#content.include(board);
    this.#fit(this.#shot.page);
  }

  shotOf(board: Board): Shot {
    this.#content.include(board);
    const { page } = this.#shot;
    const kept = board.pages[page] ? page : (pagesInOrder(board)[0]?.id ?? page);
    const next = busyPage(board, kept);
    const box = this.#content.boxOf(next);
    const isSeen = box === null || isInside(box, visibleBox(this.#shot.camera, this.size));
    if (next !== page || !isSeen) this.#fit(next);
    return this.#shot;
  }

  #fit(page: Shot["page"]): void {
    this.#shot = { page, camera: cameraFor(this.#content.boxOf(page), this.size) };
  }
}
