import type { Board } from "../../../board/board.js";
import type { BoardView } from "../../../canvas/board-view.js";
import { cameraFor, visibleBox } from "../../../canvas/camera.js";
import { createView } from "../../../canvas/create-view.js";
import type { ImageOf } from "../../../canvas/painters/paint-shape.js";
import type { Clock } from "../../../clock/clock.js";
import type { Theme } from "../../../picture/palette.js";
import type { Millis } from "../../../signal/ids.js";
import type { TapeSource } from "../../../tape/tape-source.js";
import { busyPage } from "../../../canvas/busy-page.js";
import { createBoards } from "./preview-boards.js";

/** Where a recording's pictures come from, and how they look. */
export interface PreviewScene {
  readonly tape: TapeSource;
  /** The replay's own view: a picture of the page it shows is framed as it is there. */
  readonly view: BoardView;
  readonly imageOf: ImageOf;
  readonly theme: Theme;
}

/** A small picture of the board at any moment, in an element. */
export interface Preview {
  /** Shows the board of a moment as soon as it is loaded. Moments that were asked for meanwhile are left out, but for the last. */
  show(wall: Millis): void;
  /** Stops what is under way. */
  rest(): void;
  close(): void;
}

/**
 * Draws small pictures of a recording with a view of their own: it paints in slices, so whatever is on a board, the page
 * stays free for the pointer. While a picture comes the one before is shown, paler: `data-late` on the element.
 */
export function createPreview(
  host: HTMLElement,
  { tape, view: own, imageOf, theme }: PreviewScene,
  clock: Clock,
): Preview {
  let shown: { readonly board: Board; readonly time: Millis } | null = null;
  const picture = () => shown && { ...shown, self: null };
  const view = createView(host, { clock, picture, imageOf, theme, custom: own.custom });
  const boards = createBoards(tape, clock, (board, time) => {
    shown = { board, time };
    host.removeAttribute("data-late");
    const page = busyPage(board, board.pages[own.page.get()] ? own.page.get() : view.page.get());
    view.setPage(page);
    const frame = page === own.page.get() ? visibleBox(own.camera.get(), own.size.get()) : null;
    if (frame) view.setCamera(cameraFor(frame, view.size.get()));
    else view.zoomToFit();
    view.invalidate();
  });
  return {
    show(wall) {
      if (boards.ask(wall)) host.setAttribute("data-late", "");
    },
    rest: boards.rest,
    close() {
      boards.rest();
      view.destroy();
    },
  };
}
