import type { Point } from "../../../board/point.js";
import type { Editor } from "../editor.js";

/** Where pasted shapes go: where they were copied, or around a board point. */
export type PastePlace = "inPlace" | Point;

/** The board point where the pointer is over the board, or else that in the middle of the view. */
export function pastePlace({ view, pointer }: Editor): Point {
  const { width, height } = view.size.get();
  return view.toBoard(pointer() ?? { x: width / 2, y: height / 2 });
}
