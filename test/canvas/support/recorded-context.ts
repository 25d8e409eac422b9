import { FIRST_PAGE } from "../../../src/board/board.js";
import { orderAbove } from "../../../src/board/order.js";
import type { BoardView } from "../../../src/canvas/board-view.js";
import { virtualClock, type VirtualClock } from "../../../src/clock/virtual.js";
import { guessLine, layOut } from "../../../src/picture/text-layout.js";
import type { EraserMode, NextHeads, PenStyle, Snapping, TextTarget, ToolContext } from "../../../src/canvas/tool.js";
import type { ShapeId } from "../../../src/signal/ids.js";
import type { Signal } from "../../../src/signal/signal.js";
import { idOf, ME, type Log } from "./log.js";

/** What tools did through a {@link ToolContext}. */
export interface ToolRecord {
  readonly sent: Signal[];
  /** The same as it was sent together. */
  readonly batches: (readonly Signal[])[];
  /** Texts opened for typing. */
  readonly texts: TextTarget[];
  readonly gestures: { begun: number; ended: number; takenBack: number };
  selection: readonly ShapeId[];
  style: PenStyle;
  heads: NextHeads;
  snapping: Snapping;
  eraserMode: EraserMode;
  /** What was drawn and is selected next. */
  readonly drawn: (readonly ShapeId[])[];
  readonly clock: VirtualClock;
}

/** A context on a log of one's own, whose board takes each signal at once; ids and seeds count up. */
export function recordedContext(
  log: Log,
  view: BoardView,
  clock: VirtualClock = virtualClock(log.time),
): { readonly context: ToolContext; readonly record: ToolRecord } {
  let made = 100;
  let seeds = 0;
  const record: ToolRecord = {
    sent: [],
    batches: [],
    texts: [],
    gestures: { begun: 0, ended: 0, takenBack: 0 },
    selection: [],
    snapping: { isOn: false, grid: null },
    eraserMode: "shapes",
    drawn: [],
    clock,
    heads: { line: { startHead: "", endHead: "" }, arrow: { startHead: "", endHead: "" } },
    style: {
      color: "red",
      size: 3,
      fill: "none",
      fontSize: 20,
      fillColor: "",
      dash: "solid",
      roughness: 1,
      corners: "round",
      opacity: 1,
      font: "hand",
      align: "",
    },
  };
  const context: ToolContext = {
    board: () => log.board,
    page: () => FIRST_PAGE,
    camera: () => view.camera.get(),
    style: () => record.style,
    heads: () => record.heads,
    snapping: () => record.snapping,
    selection: () => record.selection,
    setSelection: (ids) => (record.selection = ids),
    setTool: () => undefined,
    drawn: (ids) => record.drawn.push(ids),
    eraserMode: () => record.eraserMode,
    view,
    clock,
    measureText: (text, font, fontSize, width) => layOut(text, font, fontSize, guessLine, width),
    newShapeId: () => idOf(++made),
    newSeed: () => ++seeds,
    topOrder: () => orderAbove(log.board.pages[FIRST_PAGE]?.top ?? null),
    send(signals) {
      record.sent.push(...signals);
      record.batches.push(signals);
      log.add(ME, ...signals);
    },
    gesture() {
      record.gestures.begun += 1;
      return (outcome) => {
        record.gestures.ended += 1;
        if (outcome === "takenBack") record.gestures.takenBack += 1;
      };
    },
    editText: (target) => record.texts.push(target),
  };
  return { context, record };
}
