import type { MemberId } from "../../signal/ids.js";

/** Whose view this person sees, and who asks for everybody's attention. */
export interface AttentionState {
  /** Who presents to everybody, this person perhaps; null while nobody does. */
  readonly presenter: MemberId | null;
  /** Whose view is followed; null while this person looks where it wants. */
  readonly followed: MemberId | null;
}

export type AttentionEvent =
  /** Somebody presents from now on, or nobody. */
  | { readonly type: "presenter"; readonly member: MemberId | null; readonly self: MemberId | null }
  | { readonly type: "follow"; readonly member: MemberId }
  /** This person has moved the view, or has asked to be let go. */
  | { readonly type: "stop" }
  /** Somebody is gone. */
  | { readonly type: "left"; readonly member: MemberId };

/**
 * - `own`: nobody presents;
 * - `broadcaster`: this person presents;
 * - `follower`: sees what the presenter sees;
 * - `freedom`: somebody presents, and this person looks elsewhere.
 */
export type PresenterMode = "own" | "broadcaster" | "follower" | "freedom";

export const OWN_VIEW: AttentionState = { presenter: null, followed: null };

/** What an event makes of it. Pure; the same object when nothing changes. */
export function attend(state: AttentionState, event: AttentionEvent): AttentionState {
  switch (event.type) {
    case "presenter":
      return event.member === state.presenter ? state : withPresenter(state, event.member, event.self);
    case "follow":
      return event.member === state.followed ? state : { ...state, followed: event.member };
    case "stop":
      return state.followed === null ? state : { ...state, followed: null };
    case "left":
      return event.member === state.followed ? { ...state, followed: null } : state;
  }
}

/** The presenter mode that this person is in. */
export function presenterMode({ presenter, followed }: AttentionState, self: MemberId | null): PresenterMode {
  if (presenter === null) return "own";
  if (presenter === self) return "broadcaster";
  return presenter === followed ? "follower" : "freedom";
}

/** A presentation takes everybody's view but the presenter's own; when it ends, who followed it is let go. */
function withPresenter(
  { presenter: last, followed }: AttentionState,
  presenter: MemberId | null,
  self: MemberId | null,
): AttentionState {
  if (presenter === self) return { presenter, followed: null };
  const kept = followed === last ? null : followed;
  return { presenter, followed: presenter ?? kept };
}
