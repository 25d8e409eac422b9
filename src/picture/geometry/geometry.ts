import type { Box } from "../../board/bounds.js";
import type { Path } from "./path.js";

/** Which of a shape's colours something has; colors.ts says what each looks like. */
export type ColorRole = "ink" | "tint" | "hachure" | "sheet" | "onSheet" | "faint" | "page" | "shadow";

/** A path, filled or drawn as a line. Lines have round caps and joins. */
export interface PathPart<P extends Path> {
  readonly type: "path";
  readonly path: P;
  readonly color: ColorRole;
  /** The line's width; 0 for a path that is filled. */
  readonly width: number;
  /** Lengths of dashes and of the gaps between; empty for none. */
  readonly dash: readonly number[];
}

/** Lines of text, each in the middle of its line's height as CSS lays them out. */
export interface TextPart {
  readonly type: "text";
  readonly lines: readonly string[];
  /** Where each line starts, has its middle or ends, as `anchor` says. */
  readonly x: number;
  /** The top of the first line. */
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  readonly font: string;
  readonly fontSize: number;
  readonly color: ColorRole;
  /** How wide and high the lines are together, from where they begin. */
  readonly box: Box;
}

/** A picture, stretched over a box. */
export interface ImagePart<P extends Path> {
  readonly type: "image";
  readonly asset: string;
  readonly box: Box;
  readonly isMirroredX: boolean;
  readonly isMirroredY: boolean;
  /** The part of the picture that is shown, as shares of the whole. */
  readonly crop: Box;
  /** What stands there while the picture is not at hand. */
  readonly stead: readonly (PathPart<P> | TextPart)[];
}

/** Something that is drawn, from the shape's own place as origin, in board units, before the shape is turned. */
export type Part<P extends Path> = PathPart<P> | TextPart | ImagePart<P>;

/** What is drawn for a shape, bottom to top, whatever its place, turn and colour. */
export type Geometry<P extends Path> = readonly Part<P>[];
