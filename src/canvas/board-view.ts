import type { Board } from "../board/board.js";
import type { Box } from "../board/bounds.js";
import type { Point } from "../board/point.js";
import type { MemberId, PageId, ShapeId } from "../signal/ids.js";
import type { Shape } from "../signal/shape.js";
import type { Theme } from "../picture/palette.js";
import type { CustomShapes } from "../picture/custom/custom-shapes.js";
import type { Store } from "../store/store.js";
import type { StandIns } from "./stand-ins.js";
import type { ToolMarks } from "./tool-marks.js";

/** What a viewer sees: the board point in the top left corner, and screen pixels to a board unit. */
export interface Camera extends Point {
  readonly zoom: number;
}

/** What a view draws: the board, and the moment of the log's time it is shown at (ink and cursors move with it). */
export interface Picture {
  readonly board: Board;
  /** Milliseconds UTC of the log's time. */
  readonly time: number;
  /** Whose hand this is: own ink is shown whole at once and the own cursor not at all. Null for a spectator. */
  readonly self: MemberId | null;
}

export interface ViewSize {
  /** CSS pixels. */
  readonly width: number;
  /** CSS pixels. */
  readonly height: number;
  readonly devicePixelRatio: number;
}

/** How the view is moved: at once unless it says otherwise. */
export interface CameraMove {
  /** Takes a fifth of a second, where the person has not asked the system for less motion. */
  readonly isAnimated?: boolean;
}

/** A drawing of one page in one element. It paints in one frame loop and only when something changed. */
export interface BoardView {
  readonly camera: Store<Camera>;
  readonly page: Store<PageId>;
  readonly size: Store<ViewSize>;
  /** The kinds of shapes that the app has declared. */
  readonly custom: CustomShapes;
  /** Says that the picture changed; the next frame paints it. */
  invalidate(): void;
  /** Moves the view; the zoom is kept within 0.1 to 8. */
  setCamera(camera: Camera, move?: CameraMove): void;
  /** Shows another page. One that the board does not have is shown empty. */
  setPage(page: PageId): void;
  setTheme(theme: Theme): void;
  /** Shapes to mark as selected, with their box. */
  setSelection(ids: readonly ShapeId[]): void;
  /** Shows other marks of the tool in hand, and leaves those that are not named. */
  setMarks(marks: Partial<ToolMarks>): void;
  /** A shape whose text or label is left out because an editor stands in its place (text being typed). */
  setHidden(id: ShapeId | null): void;
  /** What is shown here in the place of shapes while a tool is at work: nobody else sees it. */
  setStandIns(standIns: StandIns): void;
  /** Shows or hides the cursors and selections of others. */
  showCursors(show: boolean): void;
  /** Scales and moves so that all of the page's shapes are in view; 100 % around the origin for an empty page. */
  zoomToFit(move?: CameraMove): void;
  /** The same for the selected shapes; nothing when none is. */
  zoomToSelection(move?: CameraMove): void;
  /** Zooms around a point of the screen, within 0.1 to 8. */
  zoomAt(point: Point, factor: number, move?: CameraMove): void;
  /** The board point at a point of the screen. */
  toBoard(point: Point): Point;
  /** The point of the screen where a board point is. */
  toScreen(point: Point): Point;
  /** The page's finished shapes whose drawing may touch the box, bottom to top, as the board is now. */
  shapesIn(box: Box): readonly Shape[];
  /** True when the page has finished shapes and none of them touches what is in view; false while it has no size. */
  isOutOfSight(): boolean;
  /** Says that the picture of an asset has come, or is another now. */
  repaintAsset(asset: string): void;
  /** Paints now, without waiting for the frame: for tests and pictures. */
  paint(): void;
  destroy(): void;
}
