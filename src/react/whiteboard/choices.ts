import { type WritableStore, createStore } from "../../store/store.js";
import type { AnyToolName, PenStyle } from "../../canvas/tool.js";

/** Stroke widths a person can choose, in board units. */
export const WIDTHS = [2, 4, 8, 16] as const;
/** Text sizes a person can choose, in board units. */
export const FONT_SIZES = [16, 24, 36, 56] as const;

/** What the person has in hand. Outlives the room: another room is drawn in with the same pen. */
export interface Choices {
  readonly tool: WritableStore<AnyToolName>;
  readonly style: WritableStore<PenStyle>;
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
    tool: createStore<AnyToolName>("pen"),
    style: createStore<PenStyle>(FIRST_STYLE),
  };
}
