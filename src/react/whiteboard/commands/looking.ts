import { pagesInOrder } from "../../../board/leaves.js";
import type { ActionCommand } from "../../../canvas/keymap.js";
import { type Direction, nearestShape } from "../../../canvas/nearest-shape.js";
import type { PageId } from "../../../signal/ids.js";
import { bringIntoView } from "../bring-into-view.js";
import type { Editor } from "../editor.js";
import type { CommandSpec } from "./command.js";

const ZOOM_STEP = 1.25;
const ANIMATED = { isAnimated: true } as const;

/** What moves the view or goes through what is there, or opens something to read. */
export const LOOKING = {
  zoomIn: look((editor) => zoomBy(editor, ZOOM_STEP)),
  zoomOut: look((editor) => zoomBy(editor, 1 / ZOOM_STEP)),
  zoomReset: look((editor) => zoomBy(editor, 1 / editor.view.camera.get().zoom)),
  zoomToFit: look(({ view }) => view.zoomToFit(ANIMATED)),
  zoomToSelection: look(
    ({ view }) => view.zoomToSelection(ANIMATED),
    ({ selection }) => selection.get().length > 0,
  ),
  selectLeft: selectNearest({ axis: "x", sign: -1 }),
  selectRight: selectNearest({ axis: "x", sign: 1 }),
  selectUp: selectNearest({ axis: "y", sign: -1 }),
  selectDown: selectNearest({ axis: "y", sign: 1 }),
  nextPage: look(
    (editor) => showPage(editor, 1),
    (editor) => pageBeside(editor, 1) !== undefined,
  ),
  previousPage: look(
    (editor) => showPage(editor, -1),
    (editor) => pageBeside(editor, -1) !== undefined,
  ),
  showShortcuts: look(({ dialog }) => dialog.set("shortcuts")),
  toggleZen: look(({ choices }) => choices.isZen.set(!choices.isZen.get())),
} satisfies { readonly [C in ActionCommand]?: CommandSpec };

function look(run: (editor: Editor) => void, isPossible: (editor: Editor) => boolean = () => true): CommandSpec {
  return { isView: true, isPossible, run };
}

/** Also where there is nothing that way: the browser makes a step back in its history of some of these keys. */
function selectNearest(direction: Direction): CommandSpec {
  return look(
    (editor) => {
      const { board, context } = editor;
      const nearest = nearestShape(board(), context.page(), context.selection(), direction);
      if (!nearest) return;
      context.setSelection([nearest.id]);
      bringIntoView(editor, nearest);
    },
    ({ selection }) => selection.get().length > 0,
  );
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
