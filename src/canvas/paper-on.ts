import type { Board } from "../board/board.js";
import { paperColor, themeOn, type Theme } from "../picture/palette.js";
import type { PageId } from "../signal/ids.js";
import type { Frame } from "./layers/layer.js";

/** What a page lies on, and the theme that can be read on it. */
export function paperOn(board: Board, page: PageId, theme: Theme): Pick<Frame, "paper" | "pageColor" | "theme"> {
  const paper = board.pages[page]?.paper ?? null;
  const pageColor = paperColor(paper?.color ?? "", theme);
  return { paper, pageColor, theme: themeOn(pageColor) };
}
