import type { ShapeId } from "../signal/ids.js";
import type { StoredInk } from "../signal/stored-ink.js";

/**
 * Thrown by the recipe where it needs the points of ink that is not loaded: someone goes on with a stroke that was
 * finished. Load that ink, put it into the board and fold again.
 */
export class InkNotLoaded extends Error {
  constructor(
    readonly id: ShapeId,
    readonly ink: StoredInk,
  ) {
    super(`The ink of shape ${id} as of entry ${ink.seq} is not loaded.`);
  }
}
