import type { MemberId, Millis, PageId, Seq, ShapeId } from "../signal/ids.js";
import type { Shape } from "../signal/shape.js";
import type { Access, Json, Paper, Profile } from "../signal/signal.js";
import type { Presence } from "./presence.js";
import type { ActiveStroke } from "./stroke.js";

/** One canvas of the board. */
export interface Page {
  readonly id: PageId;
  readonly name: string;
  /** Fractional index among the pages. */
  readonly order: string;
  /** The highest `order` any shape of the page ever had, so that a new shape's place is known without a search. */
  readonly top: string | null;
  /** True while only admins may change what is on it. */
  readonly isLocked: boolean;
  /** What lies below its shapes; null is plain paper. */
  readonly paper: Paper | null;
}

/**
 * Up to 64 shapes that one member made one after another, by slot; null where there is none any more. Copying is what
 * a change costs: a short array costs least.
 */
export type Leaf = readonly (Shape | null)[];

/** One member's leaves, in the order they were begun; null where nothing is left. */
export type Branch = readonly (Leaf | null)[];

/** The whole state of a room at one entry of its log. */
export interface Board {
  /** The last entry that is in; 0 on the empty board. */
  readonly seq: Seq;
  /** That entry's time. */
  readonly at: Millis;
  readonly isRecording: boolean;
  readonly pages: { readonly [id: PageId]: Page };
  /** Finished shapes, a branch for each member that made one. Read and write them through leaves.ts. */
  readonly branches: readonly (Branch | null)[];
  /** Strokes under construction. */
  readonly active: { readonly [id: ShapeId]: ActiveStroke };
  /** Who is in the room now. */
  readonly members: { readonly [member: MemberId]: Profile };
  readonly presence: { readonly [member: MemberId]: Presence };
  /** What admins let users do, by the user's id; who is not named may do what was granted. */
  readonly access: { readonly [user: string]: Access };
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
  pages: Object.freeze({
    [FIRST_PAGE]: Object.freeze({
      id: FIRST_PAGE,
      name: "Page 1",
      order: "a0",
      top: null,
      isLocked: false,
      paper: null,
    }),
  }),
  branches: Object.freeze([]),
  active: Object.freeze({}),
  members: Object.freeze({}),
  presence: Object.freeze({}),
  access: Object.freeze({}),
  shared: Object.freeze({}),
  unknown: 0,
});

/** A board the recipe may write to: an immer draft, or a private plain object. */
export interface MutableBoard {
  seq: Seq;
  at: Millis;
  isRecording: boolean;
  pages: { [id: PageId]: Page };
  branches: (((Shape | null)[] | null)[] | null)[];
  active: { [id: ShapeId]: ActiveStroke };
  members: { [member: MemberId]: Profile };
  presence: { [member: MemberId]: Presence };
  access: { [user: string]: Access };
  shared: { [key: string]: Json };
  unknown: number;
}
