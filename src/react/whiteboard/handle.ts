import type { Board } from "../../board/board.js";
import { shapeAt } from "../../board/leaves.js";
import { orderAbove } from "../../board/order.js";
import type { BoardView, Camera } from "../../canvas/board-view.js";
import type { Command } from "../../canvas/keymap.js";
import type { AnyToolName } from "../../canvas/tool.js";
import type { RoomClient } from "../../client/room-client.js";
import type { MemberId, PageId, ShapeId } from "../../signal/ids.js";
import type { KnownShape, Shape, ShapeBase, ShapeProps } from "../../signal/shape.js";
import type { CustomShapeRecord } from "../../picture/custom/define-shape.js";
import type { Json } from "../../signal/signal.js";
import type { Store } from "../../store/store.js";
import type { AttentionState } from "../people/attention-state.js";
import { runCommand } from "./commands/run-command.js";
import type { Editor } from "./editor.js";

/** A shape as an app adds it: what is left out is made up, the page shown and the place above all others among it. */
export type NewShape = Placeless<KnownShape | (CustomShapeRecord & ShapeBase)>;

type Placeless<S extends ShapeBase> = S extends ShapeBase
  ? Omit<S, "id" | "page" | "order"> & Partial<Pick<S, "page" | "order">>
  : never;

/** What an app can do with a whiteboard that is on the screen, as the person who sits before it. */
export interface WhiteboardHandle {
  readonly client: RoomClient;
  readonly view: BoardView;
  readonly tool: Store<AnyToolName>;
  readonly selection: Store<readonly ShapeId[]>;
  /** Who presents, and whose view is followed. */
  readonly attention: Store<AttentionState>;

  /** The board as it is shown, own signals included. */
  getBoard(): Board;
  setTool(tool: AnyToolName): void;
  setCamera(camera: Camera): void;
  zoomToFit(): void;
  goToPage(page: PageId): void;
  /**
   * Lays a replay of the room over the board, a few seconds back; the person goes back to the board when they like. Does
   * nothing in a room that is not recorded.
   */
  rewind(): void;
  select(ids: readonly ShapeId[]): void;

  /**
   * Adds shapes, as one step to undo. Gives their ids; a reader's are given and never come onto the board. Throws
   * `bad-argument` before the first welcome.
   */
  add(shapes: readonly NewShape[]): readonly ShapeId[];
  /** Sets properties of one shape, or of several as one step to undo. */
  update(ids: ShapeId | readonly ShapeId[], props: ShapeProps): void;
  remove(ids: readonly ShapeId[]): void;
  /** Makes one step to undo of all that is done inside. */
  inOneStep(act: () => void): void;
  undo(): void;
  redo(): void;
  /**
   * Does what a key, a menu or a button can ask for, such as `"alignLeft"` or `"tool.arrow"`. False when there is nothing
   * to do, or this person may not do it.
   */
  run(command: Command): boolean;

  /** Sends a custom event to everybody in the room, this client included. It is recorded. */
  sendEvent(name: string, data: Json): void;
  follow(member: MemberId): void;
  stopFollowing(): void;
  present(): void;
  endPresentation(): void;
}

/** Makes the handle of an editor. */
export function createHandle(editor: Editor): WhiteboardHandle {
  const { client, view, choices, selection, context, attention } = editor;
  const inOneStep = (act: () => void) => {
    const end = client.gesture();
    try {
      act();
    } finally {
      end();
    }
  };
  return {
    client,
    view,
    tool: choices.tool,
    selection,
    attention: attention.state,
    getBoard: editor.board,
    setTool: (tool) => choices.tool.set(tool),
    setCamera: view.setCamera,
    zoomToFit: view.zoomToFit,
    goToPage: editor.showPage,
    rewind: () => choices.isLookingBack.set(editor.board().isRecording),
    select(ids) {
      context.setSelection(ids.filter((id) => shapeAt(editor.board(), id)));
    },
    add(shapes) {
      const tops = new Map<PageId, string | null>();
      const made = shapes.map((shape) => placed(shape, context.page(), client.newShapeId(), editor.board(), tops));
      if (made.length > 0) client.send(made.map((shape) => ({ type: "shape.add", shape })));
      return made.map(({ id }) => id);
    },
    update(ids, props) {
      const list = typeof ids === "number" ? [ids] : ids;
      if (list.length > 0) client.send(list.map((id) => ({ type: "shape.set", id, props })));
    },
    remove(ids) {
      if (ids.length > 0) client.send([{ type: "shapes.remove", ids }]);
    },
    inOneStep,
    undo: () => client.undo(),
    redo: () => client.redo(),
    run: (command) => runCommand(editor, command),
    sendEvent: (name, data) => client.send([{ type: "event", name, data }]),
    follow: attention.follow,
    stopFollowing: attention.stop,
    present: attention.present,
    endPresentation: attention.endPresentation,
  };
}

/** The shape on its page, above all that is there and that was placed before it. */
function placed(shape: NewShape, shown: PageId, id: ShapeId, board: Board, tops: Map<PageId, string | null>): Shape {
  const page = shape.page ?? shown;
  const top = tops.get(page) ?? board.pages[page]?.top ?? null;
  const order = shape.order ?? orderAbove(top);
  tops.set(page, top === null || order > top ? order : top);
  return { ...shape, id, page, order } as Shape;
}
