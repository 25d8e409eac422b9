import type { InkPoints } from "./ink.js";
import type { PageId, ShapeId } from "./ids.js";
import type { InkHeader, Shape, ShapeProps } from "./shape.js";

/** A value that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What a member may do: an admin everything, a writer draw, a reader look and point. */
export type Role = "admin" | "writer" | "reader";

/** What an admin lets a user do: "none" is not even come in. */
export type Access = Role | "none";

/**
 * Why the room did not take a signal: its author may not do that any more (`role`); the page is locked (`locked`); there
 * are too many shapes or pages, the shared state is too large, a stroke or a text too long. Or, in a recording, it was
 * taken out later (`redacted`).
 */
export type VoidReason = "role" | "locked" | "shapes" | "pages" | "shared" | "points" | "text" | "redacted";

/** Who a member is, as others see them. */
export interface Profile {
  /** The app's own id for the person; two tabs of one person are two members with the same `user`. */
  readonly user: string;
  readonly name: string;
  readonly color: string;
  readonly role: Role;
}

/** What lies below the shapes of a page. */
export interface Paper {
  /** A palette name or `#rrggbb`; "" for the theme's own page colour. */
  readonly color: string;
  /** `plain`, `grid`, `dots` or `lines`. */
  readonly pattern: string;
  /** The asset of a picture that lies there (a page of a PDF), from the board's origin on; "" for none. */
  readonly asset: string;
  /** How large that picture is, in board units; 0 without one. */
  readonly w: number;
  readonly h: number;
}

/** One thing a participant did, as data: the reducer's only input. */
export type Signal = DocumentSignal | PresenceSignal;

/** Changes the board for good. */
export type DocumentSignal =
  | { readonly type: "ink.begin"; readonly shape: InkHeader }
  | { readonly type: "ink.append"; readonly id: ShapeId; readonly points: InkPoints }
  | { readonly type: "ink.end"; readonly id: ShapeId }
  | { readonly type: "shape.add"; readonly shape: Shape }
  | { readonly type: "shape.set"; readonly id: ShapeId; readonly props: ShapeProps }
  | { readonly type: "shapes.move"; readonly ids: readonly ShapeId[]; readonly dx: number; readonly dy: number }
  /**
   * Stretches shapes `sx` and `sy` times, along the axes of each, away from the board point (`x`, `y`). For shapes that
   * are turned differently, `sx` and `sy` had better be the same. Negative ones mirror. See board/transform.ts.
   */
  | {
      readonly type: "shapes.scale";
      readonly ids: readonly ShapeId[];
      readonly x: number;
      readonly y: number;
      readonly sx: number;
      readonly sy: number;
    }
  /** Turns shapes by `angle` radians, clockwise, around the board point (`x`, `y`). */
  | {
      readonly type: "shapes.rotate";
      readonly ids: readonly ShapeId[];
      readonly x: number;
      readonly y: number;
      readonly angle: number;
    }
  | { readonly type: "shapes.remove"; readonly ids: readonly ShapeId[] }
  | { readonly type: "page.add"; readonly id: PageId; readonly name: string; readonly order: string }
  | { readonly type: "page.set"; readonly id: PageId; readonly name: string; readonly order: string }
  | { readonly type: "page.remove"; readonly id: PageId }
  /** What the page's paper looks like; null is plain paper. */
  | { readonly type: "page.paper"; readonly id: PageId; readonly paper: Paper | null }
  /** An admin's word: nobody else may change anything on a page that is locked. */
  | { readonly type: "page.lock"; readonly id: PageId; readonly isLocked: boolean }
  /** Shared state of the app; `undefined` takes the key away. */
  | { readonly type: "state.set"; readonly key: string; readonly value: Json | undefined }
  /** A custom event of the app: delivered in order, recorded, leaves no trace on the board. */
  | { readonly type: "event"; readonly name: string; readonly data: Json }
  /** A named moment of the recording. */
  | { readonly type: "marker"; readonly label: string }
  | { readonly type: "recording.set"; readonly on: boolean }
  /** Written by the room when the entry's author comes or changes. */
  | { readonly type: "member.join"; readonly profile: Profile }
  /** Written by the room when the entry's author is gone for good. */
  | { readonly type: "member.leave" }
  /**
   * An admin's word: what the user with this id ({@link Profile.user}) may do from now on, whatever was granted before.
   * `undefined` gives back what was granted.
   */
  | { readonly type: "access.set"; readonly user: string; readonly access: Access | undefined }
  /**
   * Written by the room in the place of a signal that it did not take: changes nothing, and tells the author that its
   * signal is settled. `reason` may be one that this version does not know.
   */
  | { readonly type: "void"; readonly reason: VoidReason | (string & {}) }
  /** A kind this version does not know: kept, carried and counted. */
  | { readonly type: "unknown"; readonly code: number; readonly bytes: Uint8Array };

/** Where a member points, looks and what it holds: only the last of each kind counts. */
export type PresenceSignal =
  | { readonly type: "cursor"; readonly cursor: Cursor | null }
  | { readonly type: "camera"; readonly camera: MemberCamera }
  | { readonly type: "selection"; readonly ids: readonly ShapeId[] };

/** A pointer on a page, in board units. */
export interface Cursor {
  readonly page: PageId;
  readonly x: number;
  readonly y: number;
}

/**
 * What a member sees: the board point in the middle of its view, screen pixels to a board unit, and how large the view is,
 * in CSS pixels. Logs of earlier versions do not tell how large, nor do views that are not laid out: then neither is
 * there.
 */
export interface MemberCamera {
  readonly page: PageId;
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly w?: number;
  readonly h?: number;
}

export type SignalType = Signal["type"];
/** The signal of one type. */
export type SignalOf<T extends SignalType> = Extract<Signal, { type: T }>;

/** The two tracks of a log: what a seek must read in full, and what it needs only the last of. */
export type Track = "document" | "presence";

/** The track a signal belongs to. */
export function trackOf(signal: Signal): Track {
  return signal.type === "cursor" || signal.type === "camera" || signal.type === "selection" ? "presence" : "document";
}
