/**
 * What a replay's view shows by itself:
 *
 * - `all`: where people are busy, and all that is there;
 * - `presenter`: what the presenter saw, and `all` while nobody presents;
 * - `participant`: what that participant saw, and `all` while they are not there.
 */
export type Watched =
  | { readonly type: "all" }
  | { readonly type: "presenter" }
  /** `user` is the app's own id for a person. */
  | { readonly type: "participant"; readonly user: string };

/** What is shown, and whether the viewer looks elsewhere meanwhile. */
export interface ViewState {
  readonly watched: Watched;
  readonly isRoaming: boolean;
}

export const WATCH_ALL: Watched = { type: "all" };
export const WATCH_PRESENTER: Watched = { type: "presenter" };

/** Where a view begins. */
export const FIRST_VIEW: ViewState = { watched: WATCH_ALL, isRoaming: false };

/** The viewer has moved the view; the same object when that is nothing new. */
export function roaming(state: ViewState): ViewState {
  return state.isRoaming ? state : { ...state, isRoaming: true };
}

/** Shows something by itself from now on: what is named, or else what was shown before the viewer roamed. */
export function watching(state: ViewState, watched: Watched = state.watched): ViewState {
  return !state.isRoaming && isSameWatched(watched, state.watched) ? state : { watched, isRoaming: false };
}

/** True when both show the same. */
export function isSameWatched(a: Watched, b: Watched): boolean {
  return a.type === b.type && (a.type !== "participant" || b.type !== "participant" || a.user === b.user);
}
