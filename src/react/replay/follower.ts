import { pagesInOrder } from "../../board/leaves.js";
import type { Board } from "../../board/board.js";
import { isInside } from "../../board/bounds.js";
import type { BoardView } from "../../canvas/board-view.js";
import { cameraFor, visibleBox } from "../../canvas/camera.js";
import type { Clock } from "../../clock/clock.js";
import type { Player } from "../../player/player.js";
import type { PageId } from "../../signal/ids.js";
import { type Store, createStore } from "../../store/store.js";
import { createCameraGlider } from "./people/camera-glider.js";
import { recordedCamera } from "./people/recorded-camera.js";
import { FIRST_VIEW, roaming, type ViewState, watching, type Watched } from "./people/view-state.js";
import { busyPage } from "../../canvas/busy-page.js";
import { Content } from "../../canvas/content.js";

/**
 * Moves a replay's view by itself. Either it shows the page where people are busy, fitted to all that is ever seen on it,
 * and stands still while that fits; or it shows what somebody saw. A viewer who pans, zooms or chooses a page roams, and
 * is left alone until `follow`.
 */
export interface Follower {
  readonly state: Store<ViewState>;
  /** Shows that from now on; without a word of it, what was shown before the viewer roamed. */
  follow(watched?: Watched): void;
  /** Shows a page of the viewer's choice, and stays there. */
  roamTo(page: PageId): void;
  /** Makes room for what will be on the board later. */
  expect(board: Board): void;
  close(): void;
}

export interface FollowerOptions {
  readonly player: Player;
  readonly view: BoardView;
  readonly clock: Clock;
  /** True while nothing should move that need not: the view then jumps to where somebody looks. */
  readonly isStill: () => boolean;
}

export function createFollower({ player, view, clock, isStill }: FollowerOptions): Follower {
  const state = createStore<ViewState>(FIRST_VIEW);
  const content = new Content();
  let isOwnMove = false;
  /** True while the view is where somebody looks. */
  let isGuided = false;

  const move = (act: () => void) => {
    isOwnMove = true;
    act();
    isOwnMove = false;
  };
  const glider = createCameraGlider({ view, clock, move, rate: () => player.state.get().rate });
  const fit = () => move(() => view.setCamera(cameraFor(content.boxOf(view.page.get()), view.size.get())));
  const show = (page: PageId) => {
    if (page === view.page.get()) return;
    view.setPage(page);
    fit();
  };
  const pageIn = (board: Board) => {
    const current = view.page.get();
    return board.pages[current] ? current : (pagesInOrder(board)[0]?.id ?? current);
  };
  const showAll = (board: Board) => {
    glider.stop();
    show(busyPage(board, pageIn(board)));
    const box = content.boxOf(view.page.get());
    if (isGuided || (box && !isInside(box, visibleBox(view.camera.get(), view.size.get())))) fit();
    isGuided = false;
  };
  const lookAt = (board: Board, isJump: boolean) => {
    const { watched, isRoaming } = state.get();
    if (isRoaming) return show(pageIn(board));
    const camera = recordedCamera(board, watched);
    if (!camera) return showAll(board);
    isGuided = true;
    glider.show(camera, isJump || isStill());
  };
  const look = (isJump: boolean) => {
    const { board } = player.frame.get();
    if (board) lookAt(board, isJump);
  };
  const followFrame = () => {
    view.invalidate();
    const { board } = player.frame.get();
    if (board) content.include(board);
    // Who stands still, steps or drags the bar goes from moment to moment; only what is played moves.
    look(player.state.get().isPaused);
  };
  const roam = () => {
    glider.stop();
    isGuided = false;
    state.set(roaming(state.get()));
  };
  const ends = [
    player.frame.subscribe(followFrame),
    player.on("seeked", () => look(true)),
    view.camera.subscribe(() => isOwnMove || roam()),
    view.size.subscribe(() => {
      if (state.get().isRoaming) return;
      if (isGuided) look(true);
      else fit();
    }),
  ];
  followFrame();
  return {
    state,
    follow(watched) {
      state.set(watching(state.get(), watched));
      const { board } = player.frame.get();
      if (!board) return;
      lookAt(board, false);
      if (!isGuided) fit();
    },
    roamTo(page) {
      roam();
      show(page);
    },
    expect(board) {
      content.include(board);
      if (!state.get().isRoaming && !isGuided) fit();
    },
    close() {
      glider.stop();
      ends.forEach((end) => end());
    },
  };
}
