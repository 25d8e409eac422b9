import type { BoardView } from "../../canvas/board-view.js";
import { centreOf, visibleBox } from "../../canvas/camera.js";
import { cameraToSee } from "../../canvas/member-camera.js";
import type { RoomClient } from "../../client/room-client.js";
import type { Clock } from "../../clock/clock.js";
import type { PageId } from "../../signal/ids.js";
import type { MemberCamera } from "../../signal/signal.js";
import type { Attention } from "./attention.js";
import { glideCamera, isNear } from "./glide-camera.js";

export interface FollowedView {
  readonly client: RoomClient;
  readonly view: BoardView;
  readonly attention: Attention;
  showPage(page: PageId): void;
}

/**
 * A view at rest stays so for a difference so many times as large as what ends a move: two who follow each other would
 * change places for ever, each going to where the other one has just been.
 */
const REST_SLACK = 4;

/**
 * Two who follow each other and jump (to another page, or where nothing may glide) would change places for ever. So who
 * has been where the other one is now, and came here by a jump, waits for so long when it is the one who came into the
 * room first, in milliseconds: then the other one, who does not wait, is here.
 */
const SWAP_MS = 1000;
/** So near, as a share of the view, counts as the same place for that. */
const SWAP_SLACK = 0.02;

/**
 * Moves the view to where the followed member looks, and lets go when this person moves it. The same
 * middle, and at least all that the member sees.
 *
 * @param isStill true while nothing should move that need not (`prefers-reduced-motion`): the view then jumps.
 * @returns what ends it.
 */
export function followCamera(followed: FollowedView, clock: Clock, isStill: () => boolean): () => void {
  const { client, view, attention, showPage } = followed;
  let isOwnMove = false;
  let movedAt: number | null = null;
  /** Where this view was before it last jumped. */
  let left: Pick<MemberCamera, "page" | "x" | "y"> | null = null;
  let cancel = () => {};

  const wanted = (): MemberCamera | null => {
    const board = client.board.get();
    const member = attention.state.get().followed;
    const camera = member === null ? null : (board?.presence[member]?.camera ?? null);
    return camera && board?.pages[camera.page] ? camera : null;
  };
  const isReached = (camera: MemberCamera, slack: number) =>
    camera.page === view.page.get() && isNear(view.camera.get(), cameraToSee(camera, view.size.get()), slack);

  const isJumpTo = ({ page }: MemberCamera) => page !== view.page.get() || isStill();
  const mayBeSwap = (camera: MemberCamera) => {
    const [self, member] = [client.self.get()?.member ?? null, attention.state.get().followed];
    if (!left || left.page !== camera.page || self === null || member === null || self > member) return false;
    const { w, h } = visibleBox(view.camera.get(), view.size.get());
    const isWhereItWas = Math.hypot(camera.x - left.x, camera.y - left.y) < SWAP_SLACK * Math.hypot(w, h);
    return isWhereItWas && isJumpTo(camera);
  };

  const move = (now: number) => {
    const camera = wanted();
    const elapsed = now - (movedAt ?? now);
    movedAt = null;
    if (!camera) return;
    isOwnMove = true;
    const goal = cameraToSee(camera, view.size.get());
    const isJump = isJumpTo(camera);
    if (isJump) {
      left = { page: view.page.get(), ...centreOf(view.camera.get(), view.size.get()) };
      showPage(camera.page);
    }
    const next = isJump ? goal : glideCamera(view.camera.get(), goal, view.size.get(), elapsed);
    view.setCamera(isNear(next, goal) ? goal : next);
    isOwnMove = false;
    goOn(1);
  };
  const goOn = (slack: number) => {
    const camera = wanted();
    if (movedAt !== null || !camera || isReached(camera, slack)) return;
    movedAt = clock.now();
    cancel = mayBeSwap(camera) ? clock.after(SWAP_MS, () => move(clock.now())) : clock.frame(move);
  };
  const start = () => goOn(REST_SLACK);
  const letGo = () => {
    const { followed: member } = attention.state.get();
    if (isOwnMove || member === null) return;
    // Nobody has moved: the page that was shown is gone, and the one followed goes to another one, too.
    const page = client.board.get()?.presence[member]?.camera?.page;
    if (page === undefined || client.board.get()?.pages[page]) attention.stop();
  };
  const ends = [
    ...[client.board, view.size, attention.state].map((store) => store.subscribe(start)),
    ...[view.camera, view.page].map((store) => store.subscribe(letGo)),
  ];
  start();
  return () => {
    cancel();
    for (const end of ends) end();
  };
}
