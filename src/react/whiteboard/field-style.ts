import type { CSSProperties } from "react";
import type { Board } from "../../board/board.js";
import { LINE_HEIGHT } from "../../board/bounds.js";
import { turnOf } from "../../board/transform.js";
import type { BoardView } from "../../canvas/board-view.js";
import type { TextPlace } from "../../canvas/writing/text-place.js";
import { paperColor, themeOn, type Theme } from "../../picture/palette.js";
import { colorOf, opacityOf } from "../../picture/colors.js";
import { textFont } from "../../picture/text.js";
import type { Shape } from "../../signal/shape.js";

/** Room for the caret behind the last letter, in letters' heights. */
const CARET = 0.2;
const ALIGN = { start: "left", middle: "center", end: "right" } as const;
/** How much of the caret's room lies to the left. */
const SHARE = { start: 0, middle: 0.5, end: 1 } as const;

/** What a field's letters are coloured with, on a page that may have a paper of its own. */
export function fieldStyle(shape: Shape, board: Board, theme: Theme): CSSProperties {
  const page = paperColor(board.pages[shape.page]?.paper?.color ?? "", theme);
  const role = shape.kind === "note" ? "onSheet" : shape.kind === "frame" ? "faint" : "ink";
  return { color: colorOf(role, shape, { theme: themeOn(page), page }), opacity: opacityOf(shape) };
}

/** Lays a field where words stand in a view, turned and as large as they are. */
export function placeField(field: HTMLElement, { shape, box, ...look }: TextPlace, view: BoardView): void {
  const { x, y } = view.toScreen(shape);
  const { zoom } = view.camera.get();
  const align = look.align === "middle" || look.align === "end" ? look.align : "start";
  const caret = look.isWrapped ? 0 : look.fontSize * CARET;
  const { style } = field;
  style.font = textFont(look.fontSize, look.font);
  style.lineHeight = String(LINE_HEIGHT);
  style.textAlign = ALIGN[align];
  style.whiteSpace = look.isWrapped ? "pre-wrap" : "pre";
  style.width = `${box.w + caret}px`;
  style.height = `${box.h}px`;
  const left = box.x - caret * SHARE[align];
  const turn = `rotate(${turnOf(shape)}rad)`;
  style.transform = `translate(${x}px, ${y}px) scale(${zoom}) ${turn} translate(${left}px, ${box.y}px)`;
}
