import { EMPTY_BOARD, FIRST_PAGE } from "../../src/board/board.js";
import { orderAbove } from "../../src/board/order.js";
import type { BoardView } from "../../src/canvas/board-view.js";
import type { Drag, PenStyle, PointerSample, ToolContext, ToolPointer } from "../../src/canvas/tool.js";
import { pen } from "../../src/canvas/tools/pen.js";
import { sixteenth } from "../../src/canvas/tools/sixteenth.js";
import type { RoomClient } from "../../src/client/room-client.js";
import { virtualClock } from "../../src/clock/virtual.js";
import { createStore } from "../../src/store/store.js";
import type { EventClock } from "./event-clock.js";
import type { RecordedStroke } from "./ink-sets.js";

/** How often a browser tells of a pointer: once a picture. */
const EVENTS_A_SECOND = 60;
const SIZE = { width: 1280, height: 720, devicePixelRatio: 1 };

/**
 * Draws recorded strokes with the pen tool into a client, on the client's clock. As in a browser, presses and releases
 * come at once, and movements 60 times a second with all that the device reported since as their coalesced samples.
 */
export class PenHand {
  readonly #client: RoomClient;
  readonly #clock: EventClock;
  readonly #context: ToolContext;

  constructor(client: RoomClient, clock: EventClock, color = "black") {
    this.#client = client;
    this.#clock = clock;
    this.#context = penContext(client, {
      color,
      size: 4,
      fill: "none",
      fontSize: 20,
      fillColor: "",
      dash: "solid",
      roughness: 1,
      corners: "round",
      opacity: 1,
      font: "hand",
      align: "start",
    });
  }

  /** Draws a stroke as it was drawn, when its session's clock was 0 at `base`. */
  async draw({ kind, samples }: RecordedStroke, base: number): Promise<void> {
    const [first] = samples;
    if (!first) return;
    await this.#clock.wait(base + first.t);
    const drag = pen.down(pointer(kind, [first], base), this.#context) as Drag;
    for (const event of eventsOf(samples.slice(1))) {
      await this.#clock.wait(base + event.at);
      drag.move(pointer(kind, event.samples, base));
    }
    drag.up(pointer(kind, samples.slice(-1), base));
  }

  /** Tells the others where the pointer is while it draws nothing. */
  point(x: number, y: number): void {
    this.#client.send([{ type: "cursor", cursor: { page: FIRST_PAGE, x: sixteenth(x), y: sixteenth(y) } }]);
  }

  /** Tells the others what is seen: the middle of the view, at full size. */
  look(x: number, y: number): void {
    this.#client.send([{ type: "camera", camera: { page: FIRST_PAGE, x: Math.round(x), y: Math.round(y), zoom: 1 } }]);
  }
}

export interface PointerEvent {
  /** On the samples' clock. */
  readonly at: number;
  readonly samples: readonly PointerSample[];
}

/** The samples of each picture; the last ones come with the release. */
export function eventsOf(samples: readonly PointerSample[]): PointerEvent[] {
  const events: { at: number; samples: PointerSample[] }[] = [];
  const end = samples.at(-1)?.t ?? 0;
  for (const sample of samples) {
    const picture = (Math.floor((sample.t * EVENTS_A_SECOND) / 1000) * 1000 + 1000) / EVENTS_A_SECOND;
    const at = Math.min(picture, end);
    const last = events.at(-1);
    if (last?.at === at) last.samples.push(sample);
    else events.push({ at, samples: [sample] });
  }
  return events;
}

/** An event of samples whose clock began at `base`. */
function pointer(kind: ToolPointer["kind"], samples: readonly PointerSample[], base: number): ToolPointer {
  const coalesced = samples.map((sample) => ({ ...sample, t: base + sample.t }));
  const last = coalesced.at(-1) as PointerSample;
  return { ...last, screenX: last.x, screenY: last.y, kind, shift: false, alt: false, ctrl: false, coalesced };
}

/** What the pen asks for, as a whiteboard gives it at 100 % on a screen that has one device pixel to a CSS pixel. */
function penContext(client: RoomClient, style: PenStyle): ToolContext {
  const board = () => client.board.get() ?? EMPTY_BOARD;
  // No shape on the board is a frame, which is what a stroke looks for.
  const view: Partial<BoardView> = { size: createStore(SIZE), shapesIn: () => [] };
  return {
    board,
    page: () => FIRST_PAGE,
    camera: () => ({ x: 0, y: 0, zoom: 1 }),
    style: () => style,
    heads: () => {
      const plain = { startHead: "", endHead: "" };
      return { line: plain, arrow: plain };
    },
    snapping: () => ({ isOn: false, grid: null }),
    selection: () => [],
    setSelection: () => undefined,
    setTool: () => undefined,
    drawn: () => undefined,
    eraserMode: () => "shapes",
    view: view as BoardView,
    clock: virtualClock(0),
    measureText: () => ({ w: 0, h: 0 }),
    newShapeId: () => client.newShapeId(),
    newSeed: () => 1,
    topOrder: () => orderAbove(board().pages[FIRST_PAGE]?.top ?? null),
    send: (signals) => client.send(signals),
    gesture: () => client.gesture(),
    editText: () => undefined,
  };
}
