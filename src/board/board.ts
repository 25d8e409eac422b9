import type { MemberId, Millis, PageId, Seq, ShapeId } from "../signal/ids.js";
import type { InkHeader, Shape } from "../signal/shape.js";
import type { Cursor, Json, MemberCamera, Profile } from "../signal/signal.js";
import type { InkRun } from "./run.js";

/** One canvas of the board. */
export interface Page {
  readonly id: PageId;
  readonly name: string;
  /** Fractional index among the pages. */
  readonly order: string;
  /** The highest `order` any shape of the page ever had, so that a new shape's place is known without a search. */
  readonly top: string | null;
}

/**
 * Up to 64 shapes that one member made one after another, by slot. Copying is what a change costs, and 64 wide is
 * where it costs least (see leaves.ts).
 */
export type Leaf = { readonly [slot: number]: Shape };

/** A stroke under construction: its head, and what has come of its points. */
export interface ActiveStroke {
  readonly shape: InkHeader;
  readonly by: MemberId;
  readonly run: InkRun;
}

/** What a member is doing right now. Replaced as a whole, never patched. */
export interface Presence {
  readonly cursor: CursorSample | null;
  readonly camera: MemberCamera | null;
  readonly selection: readonly ShapeId[];
}

/** A cursor with where it was before, so that a viewer can let it glide from there. */
export interface CursorSample extends Cursor {
  readonly at: Millis;
  readonly from: (Cursor & { readonly at: Millis }) | null;
}

/** The whole state of a room at one entry of its log. */
export interface Board {
  /** The last entry that is in; 0 on the empty board. */
  readonly seq: Seq;
  /** That entry's time. */
  readonly at: Millis;
  readonly isRecording: boolean;
  readonly pages: { readonly [id: PageId]: Page };
  /** Finished shapes. Read and write them through leaves.ts. */
  readonly leaves: { readonly [leaf: number]: Leaf };
  /** Strokes under construction. */
  readonly active: { readonly [id: ShapeId]: ActiveStroke };
  /** Who is in the room now. */
  readonly members: { readonly [member: MemberId]: Profile };
  readonly presence: { readonly [member: MemberId]: Presence };
  /** The app's shared state. */
  readonly shared: { readonly [key: string]: Json };
  /** How many signals of kinds this version does not know went by. */
  readonly unknown: number;
}

/** The page every room starts with. */
export const FIRST_PAGE = "page" as PageId;

/** The board before anything happened: one page, nobody there. */
export const EMPTY_BOARD: Board = Object.freeze({
  seq: 0 as Seq,
  at: 0 as Millis,
  isRecording: false,
  pages: Object.freeze({ [FIRST_PAGE]: Object.freeze({ id: FIRST_PAGE, name: "Page 1", order: "a0", top: null }) }),
  leaves: Object.freeze({}),
  active: Object.freeze({}),
  members: Object.freeze({}),
  presence: Object.freeze({}),
  shared: Object.freeze({}),
  unknown: 0,
});

/** A board the recipe may write to: an immer draft, or a private plain object. */
export interface MutableBoard {
  seq: Seq;
  at: Millis;
  isRecording: boolean;
  pages: { [id: PageId]: Page };
  leaves: { [leaf: number]: { [slot: number]: Shape } };
  active: { [id: ShapeId]: ActiveStroke };
  members: { [member: MemberId]: Profile };
  presence: { [member: MemberId]: Presence };
  shared: { [key: string]: Json };
  unknown: number;
}
