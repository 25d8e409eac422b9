import type { Box } from "../../board/bounds.js";
import type { Point } from "../../board/point.js";
import type { Guide } from "../tool-marks.js";

/** How a line over the board is drawn. */
export type MarkLine = "solid" | "dashed";

/** An upright box, in board units; `gap` CSS pixels are left free around what it is around. */
export interface BoxMark {
  readonly type: "box";
  readonly box: Box;
  readonly gap: number;
  readonly color: string;
  readonly line: MarkLine;
  readonly isFilled: boolean;
}

/** A way over the board, in board units; `width` is in CSS pixels. */
export interface PathMark {
  readonly type: "path";
  readonly points: readonly Point[];
  readonly isClosed: boolean;
  readonly color: string;
  readonly width: number;
  readonly line: MarkLine;
  readonly isFilled: boolean;
}

/** A place to take hold of; `corner` is a square that is turned with its box, `small` where there is nothing yet. */
export interface GripMark extends Point {
  readonly look: "corner" | "round" | "small";
}

/** What the selection is taken hold of by, in board units. */
export interface HandlesMark {
  readonly type: "handles";
  readonly grips: readonly GripMark[];
  readonly angle: number;
  readonly color: string;
  /** What the grips are filled with. */
  readonly paper: string;
}

/** What lines up. */
export interface GuideMark {
  readonly type: "guide";
  readonly guide: Guide;
  readonly color: string;
}

/** Somebody's cursor with a name tag, in board units. */
export interface CursorMark {
  readonly type: "cursor";
  readonly x: number;
  readonly y: number;
  readonly name: string;
  readonly color: string;
  readonly opacity: number;
  /** True while a stroke of theirs is under construction. */
  readonly isDrawing: boolean;
}

/** One thing that lies over the board. */
export type Mark = BoxMark | PathMark | HandlesMark | GuideMark | CursorMark;
