import { EMPTY_BOARD, type Board } from "../../board/board.js";
import { pagesInOrder } from "../../board/leaves.js";
import { orderAbove } from "../../board/order.js";
import type { BoardView, Camera } from "../../canvas/board-view.js";
import { measureText } from "../../canvas/measure-text.js";
import type { TextTarget, ToolContext } from "../../canvas/tool.js";
import type { Theme } from "../../picture/palette.js";
import { gridStepOf } from "../../picture/paper.js";
import type { Point } from "../../board/point.js";
import type { RoomClient } from "../../client/room-client.js";
import type { Clock } from "../../clock/clock.js";
import type { PageId, ShapeId } from "../../signal/ids.js";
import { type Store, type WritableStore, createStore } from "../../store/store.js";
import type { Messages } from "../messages/messages.js";
import type { StylePart } from "../parts/focus-board.js";
import { type Attention, createAttention } from "../people/attention.js";
import type { Choices } from "./choices.js";
import type { PictureDesk } from "./pictures/picture-desk.js";

/** A dialog that a command can open. */
export type DialogName = "shortcuts" | "export";

/** A sentence about something that was asked for: it was done, or could not be done and why. */
export interface Notice {
  readonly kind: "done" | "failed";
  readonly text: string;
  /** What can be done about it, such as taking it back. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** What a whiteboard's panels, keys and tools work on: one client's board in one view. */
export interface Editor {
  readonly client: RoomClient;
  readonly view: BoardView;
  readonly choices: Choices;
  readonly selection: Store<readonly ShapeId[]>;
  readonly editing: Store<TextTarget | null>;
  readonly context: ToolContext;
  readonly attention: Attention;
  /** True while this person may only look, whatever the page. */
  readonly isReadOnly: Store<boolean>;
  /** The theme the board is shown in. */
  readonly theme: WritableStore<Theme>;
  /** The dialog that is open. */
  readonly dialog: WritableStore<DialogName | null>;
  /** What the person should be told, the newest; a new object each time. */
  readonly notice: WritableStore<Notice | null>;
  /** Where the pointer is over the view, in its CSS pixels; null while it is elsewhere. */
  pointer(): Point | null;
  /** The words of the person's language. */
  messages(): Messages;
  /** Pictures and PDFs on their way in, and what is being done with pictures. Absent where there are none. */
  readonly pictures?: PictureDesk | undefined;
  /** Puts pictures and PDFs on the page shown, around a board point or the middle of the view. */
  pasteFiles?(files: readonly File[], at?: Point): void;
  board(): Board;
  endEditing(): void;
  /** Puts the focus on the style of what is selected, which stays so, or on a part of it. Opens it where it is folded. */
  goToStyle(part?: StylePart): void;
  /** Shows a page the way it was last looked at; one never seen, with all that is on it. */
  showPage(page: PageId): void;
  /** Makes a page after the last one and shows it. */
  addPage(nameFor: (number: number) => string): void;
}

const MAX_SEED = 2 ** 31 - 1;

/** What an editor is made of. */
export interface EditorParts extends Pick<
  Editor,
  "client" | "view" | "choices" | "isReadOnly" | "messages" | "pointer" | "goToStyle"
> {
  readonly clock: Clock;
  /** Gives 0 to below 1. */
  readonly random: () => number;
}

/** Makes the editor of a client's board in a view. */
export function createEditor(parts: EditorParts): Editor {
  const { client, view, choices, clock, random } = parts;
  const selection = createStore<readonly ShapeId[]>([]);
  const editing = createStore<TextTarget | null>(null);
  const cameras = new Map<PageId, Camera>();
  const board = () => client.board.get() ?? EMPTY_BOARD;

  const select = (ids: readonly ShapeId[]) => {
    if (ids.length === 0 && selection.get().length === 0) return;
    selection.set(ids);
    view.setSelection(ids);
  };
  const showPage = (page: PageId) => {
    if (page === view.page.get()) return;
    cameras.set(view.page.get(), view.camera.get());
    select([]);
    editing.set(null);
    view.setPage(page);
    const camera = cameras.get(page);
    if (camera) view.setCamera(camera);
    else if (board().pages[page]?.top) view.zoomToFit();
    else view.setCamera({ x: 0, y: 0, zoom: 1 });
  };

  return {
    client,
    view,
    choices,
    isReadOnly: parts.isReadOnly,
    messages: parts.messages,
    pointer: parts.pointer,
    goToStyle: parts.goToStyle,
    theme: createStore<Theme>("light"),
    dialog: createStore<DialogName | null>(null),
    notice: createStore<Notice | null>(null),
    selection,
    editing,
    attention: createAttention(client),
    board,
    showPage,
    endEditing: () => editing.set(null),
    addPage(nameFor) {
      const pages = pagesInOrder(board());
      const id = client.newPageId();
      client.send([
        { type: "page.add", id, name: nameFor(pages.length + 1), order: orderAbove(pages.at(-1)?.order ?? null) },
      ]);
      showPage(id);
    },
    context: {
      board,
      page: () => view.page.get(),
      camera: () => view.camera.get(),
      style: () => choices.style.get(),
      heads: () => choices.heads.get(),
      snapping: () => ({
        isOn: choices.isSnapping.get(),
        grid: gridStepOf(board().pages[view.page.get()]?.paper ?? null),
      }),
      selection: () => selection.get(),
      setSelection: select,
      setTool: (tool) => choices.tool.set(tool),
      drawn(ids) {
        if (choices.isToolKept.get()) return;
        choices.tool.set("select");
        select(ids);
      },
      eraserMode: () => choices.eraserMode.get(),
      view,
      clock,
      measureText,
      newShapeId: () => client.newShapeId(),
      newSeed: () => 1 + Math.floor(random() * MAX_SEED),
      topOrder: () => orderAbove(board().pages[view.page.get()]?.top ?? null),
      send: (signals) => client.send(signals),
      gesture: () => client.gesture(),
      editText: (target) => editing.set(target),
    },
  };
}
