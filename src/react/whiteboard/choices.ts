import { type WritableStore, createStore } from "../../store/store.js";
import type { EraserMode, PenStyle, ToolName } from "../../canvas/tool.js";
import type { ShapeProps } from "../../signal/shape.js";

/** Stroke widths a person can choose, in board units. */
export const WIDTHS = [2, 4, 8, 16] as const;
/** Text sizes a person can choose, in board units. */
export const FONT_SIZES = [16, 24, 36, 56] as const;

/** What the person has in hand. Outlives the room: another room is drawn in with the same pen. */
export interface Choices {
  readonly tool: WritableStore<ToolName>;
  readonly style: WritableStore<PenStyle>;
  /** True while a tool stays in hand after it has drawn a shape. */
  readonly isToolKept: WritableStore<boolean>;
  /** True since a pen was used: touches pan and pinch, and do not draw. Set back, fingers draw again. */
  readonly isPenMode: WritableStore<boolean>;
  readonly eraserMode: WritableStore<EraserMode>;
  /** The look that was copied last, to be given to other shapes; see editing/style.ts. */
  readonly copiedLook: WritableStore<ShapeProps | null>;
}

const FIRST_STYLE: PenStyle = {
  color: "black",
  size: 4,
  fill: "none",
  fillColor: "",
  dash: "solid",
  roughness: 1,
  opacity: 1,
  font: "hand",
  fontSize: 24,
  align: "",
};

/** A pen, in the board's own black. */
export function createChoices(): Choices {
  return {
    tool: createStore<ToolName>("pen"),
    style: createStore<PenStyle>(FIRST_STYLE),
    isToolKept: createStore(false),
    isPenMode: createStore(false),
    eraserMode: createStore<EraserMode>("shapes"),
    copiedLook: createStore<ShapeProps | null>(null),
  };
}
