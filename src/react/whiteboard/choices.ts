import { type WritableStore, createStore } from "../../store/store.js";
import type { AnyToolName, EraserMode, NextHeads, PenStyle } from "../../canvas/tool.js";
import type { ShapeProps } from "../../signal/shape.js";
import type { ThemeSetting } from "../context.js";
import { type ExportChoices, FIRST_EXPORT } from "./export-choices.js";

/** Stroke widths a person can choose, in board units. */
export const WIDTHS = [2, 4, 8, 16] as const;
/** Text sizes a person can choose, in board units. */
export const FONT_SIZES = [16, 24, 36, 56] as const;

/** What the person has in hand. Outlives the room: another room is drawn in with the same pen. */
export interface Choices {
  readonly tool: WritableStore<AnyToolName>;
  readonly style: WritableStore<PenStyle>;
  readonly heads: WritableStore<NextHeads>;
  /** True while what is moved lines up with other shapes and with the paper's grid; see canvas/tool.ts. */
  readonly isSnapping: WritableStore<boolean>;
  /** True while a tool stays in hand after it has drawn a shape. */
  readonly isToolKept: WritableStore<boolean>;
  /** True while the style is shown where a button opens it. */
  readonly isStyleOpen: WritableStore<boolean>;
  /** True while nothing but the board is shown. */
  readonly isZen: WritableStore<boolean>;
  /** What the person has chosen in place of the theme that the app gave; null for nothing. */
  readonly theme: WritableStore<ThemeSetting | null>;
  /** True since a pen was used: touches pan and pinch, and do not draw. Set back, fingers draw again. */
  readonly isPenMode: WritableStore<boolean>;
  readonly eraserMode: WritableStore<EraserMode>;
  readonly exporting: WritableStore<ExportChoices>;
  /** True while the person looks at what was a moment ago, in place of the board. */
  readonly isLookingBack: WritableStore<boolean>;
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
  corners: "round",
  opacity: 1,
  font: "hand",
  fontSize: 24,
  align: "",
};

/** Arrows point, lines do not: what their kinds have. */
const FIRST_HEADS: NextHeads = {
  line: { startHead: "", endHead: "" },
  arrow: { startHead: "", endHead: "" },
};

/** A pen, in the board's own black. */
export function createChoices(): Choices {
  return {
    tool: createStore<AnyToolName>("pen"),
    style: createStore<PenStyle>(FIRST_STYLE),
    heads: createStore(FIRST_HEADS),
    // Off, as boards have it elsewhere: who wants it holds control, or turns it on.
    isSnapping: createStore(false),
    isToolKept: createStore(false),
    isStyleOpen: createStore(false),
    isZen: createStore(false),
    theme: createStore<ThemeSetting | null>(null),
    isPenMode: createStore(false),
    isLookingBack: createStore(false),
    eraserMode: createStore<EraserMode>("shapes"),
    exporting: createStore(FIRST_EXPORT),
    copiedLook: createStore<ShapeProps | null>(null),
  };
}
