import type { Board } from "../board/board.js";
import type { Point } from "../board/point.js";
import type { Clock } from "../clock/clock.js";
import type { PageId, ShapeId } from "../signal/ids.js";
import type { Signal } from "../signal/signal.js";
import type { Fill, LineShape } from "../signal/shape.js";
import type { Camera, BoardView } from "./board-view.js";

export type ToolName =
  | "select"
  | "lasso"
  | "hand"
  | "pen"
  | "highlighter"
  | "eraser"
  | "laser"
  | "rectangle"
  | "ellipse"
  | "diamond"
  | "triangle"
  | "star"
  | "line"
  | "arrow"
  | "text"
  | "note"
  | "frame"
  | "image";

/** The name of a tool that an app has declared. */
export type CustomToolName = `app:${string}`;
export type AnyToolName = ToolName | CustomToolName;

/** The style that the next shape is made with; what each means, signal/plain.ts and signal/shape.ts say. */
export interface PenStyle {
  readonly color: string;
  readonly size: number;
  readonly fill: Fill;
  readonly fillColor: string;
  readonly dash: string;
  readonly roughness: number;
  readonly corners: string;
  readonly opacity: number;
  readonly font: string;
  readonly fontSize: number;
  /** "" for what is usual: text starts at its left, notes and labels stand in the middle. */
  readonly align: string;
}

/** What stands at the ends of the next line; what each means, signal/plain.ts says: "" is what its kind has. */
export interface LineHeads {
  readonly startHead: string;
  readonly endHead: string;
}

/** The heads of the next line and of the next arrow: a person's arrows need not make heads of their lines. */
export type NextHeads = Readonly<Record<LineShape["kind"], LineHeads>>;

/** What the eraser takes: whole shapes, or just the ink that it touches. */
export type EraserMode = "shapes" | "ink";

/** Where text is typed: in a shape, or at a board point where there will be one, whose lines may break at a width. */
export type TextTarget = { readonly id: ShapeId } | { readonly x: number; readonly y: number; readonly w?: number };

/** What a device reported: a place in board units, the event's own clock in milliseconds, 0..1 or null without pressure. */
export interface PointerSample {
  readonly x: number;
  readonly y: number;
  readonly t: number;
  readonly pressure: number | null;
}

/** A pointer event as tools see it. */
export interface ToolPointer extends PointerSample {
  /** Relative to the element, CSS pixels. */
  readonly screenX: number;
  readonly screenY: number;
  readonly kind: "mouse" | "pen" | "touch";
  readonly shift: boolean;
  readonly alt: boolean;
  /** Control or command. */
  readonly ctrl: boolean;
  /** The samples since the last event, this one last: what the device really reported. Never empty. */
  readonly coalesced: readonly PointerSample[];
}

/** What moved and resized shapes keep to. Control or command turns it round while it is held. */
export interface Snapping {
  /** True while they keep to other shapes' edges and middles, to gaps as wide as others, and to the paper's grid. */
  readonly isOn: boolean;
  /** How far the lines of the page's paper are from each other, board units; null for paper without a grid. */
  readonly grid: number | null;
}

/** What a tool works with. */
export interface ToolContext {
  board(): Board;
  page(): PageId;
  camera(): Camera;
  style(): PenStyle;
  heads(): NextHeads;
  snapping(): Snapping;
  selection(): readonly ShapeId[];
  /** Selects just these shapes: marks them in the view and tells the others. */
  setSelection(ids: readonly ShapeId[]): void;
  setTool(tool: AnyToolName): void;
  /** A shape was drawn: it is selected and moved next, unless the tool is kept for more of its kind. */
  drawn(ids: readonly ShapeId[]): void;
  eraserMode(): EraserMode;
  view: BoardView;
  /** For what goes on while the pointer rests. */
  readonly clock: Clock;
  newShapeId(): ShapeId;
  /** A non-zero 31 bit number, for a shape's hand-drawn look. */
  newSeed(): number;
  /** The order key above all shapes of the page. */
  topOrder(): string;
  send(signals: readonly Signal[]): void;
  /**
   * Everything sent until the returned function is called is one undo step; none when it is told that the tool has
   * taken all of it back.
   */
  gesture(): (outcome?: "takenBack") => void;
  /** How large a text is as it is drawn, in board units; see measure-text.ts. */
  measureText(
    text: string,
    font: string,
    fontSize: number,
    wrapWidth?: number,
  ): { readonly w: number; readonly h: number };
  /** Opens the text editor at a board point, or on a shape that has text or may have a label. */
  editText(target: TextTarget): void;
  /** Asks the person for pictures, to be put around a board point. Absent where none can be added. */
  pickPictures?(at: Point): void;
}

/**
 * What a tool does between pointer down and up. Exactly one of `up`, `cancel` and `keep` is called last. `up` may leave the drag
 * open: it goes on without a button held, and the next press and release end it or leave it open again.
 */
export interface Drag {
  move(pointer: ToolPointer): void;
  up(pointer: ToolPointer): void | "open";
  /**
   * For one that presses are put together to: called instead of `cancel`, and with Enter, to end it with what is there.
   * With `isToolLeft` another tool has been taken up, and stays in hand.
   */
  keep?(isToolLeft: boolean): void;
  /** The gesture is taken back: another finger came down, Escape, the pointer was lost. */
  cancel(): void;
}

/** One way of using the pointer: a small state machine whose states are "idle" and the {@link Drag} it returned. */
export interface Tool {
  readonly name: AnyToolName;
  /** A CSS cursor. */
  readonly cursor: string;
  /** True for one whose drags say where the pointer is in what they draw: no cursor is told meanwhile. */
  readonly tellsPlace?: true;
  /** True for one that takes hold of the selection's handles: they are shown. */
  readonly hasHandles?: true;
  /** The pointer is there without being pressed: gives the cursor to show, and marks what a press would take. */
  hover?(pointer: ToolPointer, context: ToolContext): string;
  /** Starts a drag; null when the press alone was all. */
  down(pointer: ToolPointer, context: ToolContext): Drag | null;
  /** Two presses in a short time. */
  doubleClick?(pointer: ToolPointer, context: ToolContext): void;
  /** Another tool is taken up, or the board is left: ends what outlives the tool's drags. */
  leave?(context: ToolContext): void;
}
