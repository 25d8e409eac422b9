import { InktapeError } from "./errors.js";
import type { OptionalProp, OptionalValue } from "./plain.js";
import type { InkPoints } from "./ink.js";
import type { PageId, ShapeId } from "./ids.js";
import { StoredInk } from "./stored-ink.js";

/** What any shape may have besides what its kind needs; see {@link PLAIN} for what each means. */
type Optional = { readonly [K in OptionalProp]?: OptionalValue<K> };

/** What every shape has. Lengths are board units (CSS pixels at 100 % zoom), y down. */
export interface ShapeBase {
  readonly id: ShapeId;
  readonly page: PageId;
  /** Fractional index: a higher string is nearer to the viewer; ties go by id. */
  readonly order: string;
  readonly x: number;
  readonly y: number;
  /** A palette name (see picture/palette), which follows the theme, or `#rrggbb`. */
  readonly color: string;
  /** Stroke width. */
  readonly size: number;
}

/** A pen stroke. Its points lie on a grid of `step` board units from (`x`, `y`). */
export interface InkShape extends ShapeBase, Pick<Optional, CommonProp | "brush" | "scaleX" | "scaleY"> {
  readonly kind: "ink";
  readonly step: number;
  /** {@link StoredInk} only on boards that come from a tape, until that ink is loaded. */
  readonly points: InkPoints | StoredInk;
}

/** How a closed shape is filled. */
export type Fill = "none" | "solid" | "hachure";

/**
 * A closed outline in the box from (`x`, `y`), `w` wide and `h` high, drawn by hand with `seed` (never 0). Negative sides
 * lead to the left and up, and mirror.
 */
export interface BoxShape
  extends ShapeBase, Pick<Optional, CommonProp | LabelProp | "labelAlign" | "dash" | "roughness" | "fillColor"> {
  readonly kind: "rectangle" | "ellipse" | "diamond" | "triangle" | "star";
  readonly w: number;
  readonly h: number;
  readonly fill: Fill;
  readonly seed: number;
}

/**
 * A stroke from (`x`, `y`) to (`x + w`, `y + h`), both of which may be negative: straight unless it has a `bend`, or leads
 * `through` points.
 */
export interface LineShape
  extends
    ShapeBase,
    Pick<Optional, CommonProp | LabelProp | "dash" | "roughness" | WayProp | "startHead" | "endHead" | EndProp> {
  readonly kind: "line" | "arrow";
  readonly w: number;
  readonly h: number;
  readonly seed: number;
}

/** Lines of text from the top left; `size` is not used, `fontSize` is the height of a line's letters. */
export interface TextShape extends ShapeBase, Pick<Optional, CommonProp | "font" | "align" | "boxW" | "boxH" | "wrap"> {
  readonly kind: "text";
  readonly text: string;
  readonly fontSize: number;
}

/** A sticky note: a filled sheet of `color` with text on it; `size` is not used. */
export interface NoteShape extends ShapeBase, Pick<Optional, CommonProp | "font" | "align"> {
  readonly kind: "note";
  readonly w: number;
  readonly h: number;
  readonly text: string;
  readonly fontSize: number;
}

/** A picture, stretched over its box; `color` and `size` are not used. */
export interface ImageShape
  extends ShapeBase, Pick<Optional, CommonProp | "alt" | "cropX" | "cropY" | "cropW" | "cropH"> {
  readonly kind: "image";
  readonly w: number;
  readonly h: number;
  /** The asset: the SHA-256 of its bytes, in hexadecimal digits. */
  readonly asset: string;
}

/** A named part of a page, below the shapes that are in it; never turned. `text` is its name, `size` not used. */
export interface FrameShape extends ShapeBase, Pick<Optional, CommonProp> {
  readonly kind: "frame";
  readonly w: number;
  readonly h: number;
  readonly text: string;
}

type CommonProp = "rotation" | "opacity" | "group" | "frame" | "locked";
type LabelProp = "label" | "labelSize" | "font" | "align";
type WayProp = "bend" | "through" | "corners";
type EndProp = "startId" | "startX" | "startY" | "endId" | "endX" | "endY";

/** The value of a property that this version may not know. */
export type PropValue = number | string | Uint8Array | InkPoints | StoredInk;

/**
 * A shape of a kind this version does not know (a newer client, a custom shape).
 * Kept and carried with all it has, shown as a labelled box.
 */
export interface UnknownShape extends ShapeBase {
  readonly kind: `?${string}`;
  readonly [prop: string]: PropValue;
}

export type KnownShape = InkShape | BoxShape | LineShape | TextShape | NoteShape | ImageShape | FrameShape;
export type Shape = KnownShape | UnknownShape;

/** The head of a stroke: an ink shape before its points. */
export type InkHeader = Omit<InkShape, "points">;

/** Properties to set on a shape. Those that its kind does not have are passed over. */
export type ShapeProps = { readonly [prop: string]: PropValue };

/** True for a shape whose kind this version knows. */
export function isKnownShape(shape: Shape): shape is KnownShape {
  return !shape.kind.startsWith("?");
}

/** The points of ink that is loaded. Throws `bad-argument` for ink that is not. */
export function pointsOf({ points }: Pick<InkShape, "points">): InkPoints {
  if (isLoaded(points)) return points;
  throw new InktapeError("bad-argument", `The ink of entry ${points.seq} is not loaded yet: wait for the whole board.`);
}

/** True for ink whose points are at hand. */
export function isLoaded(points: InkShape["points"]): points is InkPoints {
  return !(points instanceof StoredInk);
}
