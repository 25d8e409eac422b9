import { pagesInOrder } from "../../board/leaves.js";
import type { Board } from "../../board/board.js";
import { isInside } from "../../board/bounds.js";
import type { BoardView } from "../../canvas/board-view.js";
import { cameraFor, visibleBox } from "../../canvas/camera.js";
import type { Player } from "../../player/player.js";
import type { PageId } from "../../signal/ids.js";
import { type Store, createStore } from "../../store/store.js";
import { busyPage } from "../../canvas/busy-page.js";
import { Content } from "../../canvas/content.js";

/**
 * Moves a replay's view by itself: it shows the page where people are busy, fitted to all that is ever seen on it, and
 * stands still while that fits. A viewer who pans, zooms or chooses a page roams, and is left alone until `follow`.
 */
export interface Follower {
  readonly isFollowing: Store<boolean>;
  follow(): void;
  /** Shows a page of the viewer's choice, and stays there. */
  roamTo(page: PageId): void;
  /** Makes room for what will be on the board later. */
  expect(board: Board): void;
  close(): void;
}

export function createFollower(player: Player, view: BoardView): Follower {
  const isFollowing = createStore(true);
  const content = new Content();
  let isOwnMove = false;

  const move = (act: () => void) => {
    isOwnMove = true;
    act();
    isOwnMove = false;
  };
  const fit = () => move(() => view.setCamera(cameraFor(content.boxOf(view.page.get()), view.size.get())));
  const show = (page: PageId) => {
    if (page === view.page.get()) return;
    view.setPage(page);
    fit();
  };
  const followFrame = () => {
    view.invalidate();
    const { board } = player.frame.get();
    if (!board) return;
    content.include(board);
    const current = view.page.get();
    const kept = board.pages[current] ? current : (pagesInOrder(board)[0]?.id ?? current);
    if (!isFollowing.get()) return show(kept);
    show(busyPage(board, kept));
    const box = content.boxOf(view.page.get());
    if (box && !isInside(box, visibleBox(view.camera.get(), view.size.get()))) fit();
  };
  const ends = [
    player.frame.subscribe(followFrame),
    view.camera.subscribe(() => {
      if (!isOwnMove) isFollowing.set(false);
    }),
    view.size.subscribe(() => {
      if (isFollowing.get()) fit();
    }),
  ];
  followFrame();
  return {
    isFollowing,
    follow() {
      isFollowing.set(true);
      followFrame();
      fit();
    },
    roamTo(page) {
      isFollowing.set(false);
      show(page);
    },
    expect(board) {
      content.include(board);
      if (isFollowing.get()) fit();
    },
    close: () => ends.forEach((end) => end()),
  };
}
