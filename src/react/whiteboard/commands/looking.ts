import { pagesInOrder } from "../../../board/leaves.js";
import type { ActionCommand } from "../../../canvas/keymap.js";
import type { PageId } from "../../../signal/ids.js";
import type { Editor } from "../editor.js";
import type { CommandSpec } from "./command.js";

const ZOOM_STEP = 1.25;
const ANIMATED = { isAnimated: true } as const;

/** What moves the view, or opens something to read. */
export const LOOKING = {
  zoomIn: look((editor) => zoomBy(editor, ZOOM_STEP)),
  zoomOut: look((editor) => zoomBy(editor, 1 / ZOOM_STEP)),
  zoomReset: look((editor) => zoomBy(editor, 1 / editor.view.camera.get().zoom)),
  zoomToFit: look(({ view }) => view.zoomToFit(ANIMATED)),
  zoomToSelection: look(
    ({ view }) => view.zoomToSelection(ANIMATED),
    ({ selection }) => selection.get().length > 0,
  ),
  nextPage: look(
    (editor) => showPage(editor, 1),
    (editor) => pageBeside(editor, 1) !== undefined,
  ),
  previousPage: look(
    (editor) => showPage(editor, -1),
    (editor) => pageBeside(editor, -1) !== undefined,
  ),
  showShortcuts: look(({ dialog }) => dialog.set("shortcuts")),
} satisfies { readonly [C in ActionCommand]?: CommandSpec };

function look(run: (editor: Editor) => void, isPossible: (editor: Editor) => boolean = () => true): CommandSpec {
  return { isView: true, isPossible, run };
}

function zoomBy({ view }: Editor, factor: number): void {
  const { width, height } = view.size.get();
  view.zoomAt({ x: width / 2, y: height / 2 }, factor, ANIMATED);
}

function pageBeside({ board, context }: Editor, step: 1 | -1): PageId | undefined {
  const pages = pagesInOrder(board());
  return pages[pages.findIndex(({ id }) => id === context.page()) + step]?.id;
}

function showPage(editor: Editor, step: 1 | -1): void {
  const page = pageBeside(editor, step);
  if (page !== undefined) editor.showPage(page);
}
