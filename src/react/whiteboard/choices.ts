import { type WritableStore, createStore } from "../../store/store.js";
import type { ShapeProps } from "../../signal/shape.js";
import type { PenStyle, ToolName } from "../../canvas/tool.js";
import type { ThemeSetting } from "../context.js";

/** Stroke widths a person can choose, in board units. */
export const WIDTHS = [2, 4, 8, 16] as const;
/** Text sizes a person can choose, in board units. */
export const FONT_SIZES = [16, 24, 36, 56] as const;

/** What the person has in hand. Outlives the room: another room is drawn in with the same pen. */
export interface Choices {
  readonly tool: WritableStore<ToolName>;
  readonly style: WritableStore<PenStyle>;
  /** True while a tool stays in hand after it has made something. */
  readonly isToolKept: WritableStore<boolean>;
  /** What the person has chosen in place of the theme that the app gave; null for nothing. */
  readonly theme: WritableStore<ThemeSetting | null>;
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
  align: "start",
};

/** A pen, in the board's own black. */
export function createChoices(): Choices {
  return {
    tool: createStore<ToolName>("pen"),
    style: createStore<PenStyle>(FIRST_STYLE),
    copiedLook: createStore<ShapeProps | null>(null),
    isToolKept: createStore(false),
    theme: createStore<ThemeSetting | null>(null),
  };
}
