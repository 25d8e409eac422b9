import { Immer } from "immer";

import type { Entry } from "../signal/entry.js";
import { apply } from "./apply/apply.js";
import type { Board, MutableBoard } from "./board.js";

// An instance of its own, so that the app's immer keeps its settings. Freezing a board that came out of a keyframe
// would cost more than all the rest of a seek.
const immer = new Immer({ autoFreeze: false });

/** Turns deep freezing of boards on or off: on in tests and stories, where a stray write should throw. */
export function freezeBoards(on: boolean): void {
  immer.setAutoFreeze(on);
}

/**
 * The board after `entries`, sharing with `board` all that they did not touch. One immer `produce` for the whole
 * batch: call it once a frame, live and in playback.
 */
export function reduce(board: Board, entries: readonly Entry[]): Board {
  if (entries.length === 0) return board;
  return change(board, (draft) => fold(draft, entries));
}

/** The board after `recipe` wrote to it, sharing with `board` all that it did not touch: one immer `produce`. */
export function change(board: Board, recipe: (draft: MutableBoard) => void): Board {
  return immer.produce(board, (draft) => recipe(draft as MutableBoard));
}

/** The board after `recipe` wrote to a copy of it, sharing ink alone: some ten times faster than {@link change} for much. */
export function changeCopy(board: Board, recipe: (board: MutableBoard) => void): Board {
  const own = thaw(board);
  recipe(own);
  return own;
}

/** The same recipe on a board of one's own (see {@link thaw}): some ten times faster, for long seeks. */
export function fold(board: MutableBoard, entries: Iterable<Entry>): void {
  for (const entry of entries) apply(board, entry);
}

/** A copy of the board that {@link fold} may write to: containers and shapes are its own, ink is shared. */
export function thaw(board: Board): MutableBoard {
  return {
    ...board,
    pages: { ...board.pages },
    branches: board.branches.map(
      (branch) => branch && branch.map((leaf) => leaf && leaf.map((shape) => shape && { ...shape })),
    ),
    active: { ...board.active },
    members: { ...board.members },
    presence: { ...board.presence },
    access: { ...board.access },
    shared: { ...board.shared },
  };
}
