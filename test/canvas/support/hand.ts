import { FIRST_PAGE } from "../../../src/board/board.js";
import { overlaps } from "../../../src/board/bounds.js";
import { shapesOf } from "../../../src/board/leaves.js";
import { compareOrder } from "../../../src/board/order.js";
import type { BoardView, Camera } from "../../../src/canvas/board-view.js";
import { clampCamera, toBoard, toScreen, zoomAround } from "../../../src/canvas/camera.js";
import { paintBoxOf } from "../../../src/canvas/paint-box.js";
import type { Drag, PointerSample, Tool, ToolContext, ToolPointer } from "../../../src/canvas/tool.js";
import { CustomShapes } from "../../../src/picture/custom/custom-shapes.js";
import type { StandIns } from "../../../src/canvas/stand-ins.js";
import { NO_MARKS, type ToolMarks } from "../../../src/canvas/tool-marks.js";
import type { Signal } from "../../../src/signal/signal.js";
import { createStore } from "../../../src/store/store.js";
import { Log, ME } from "./log.js";
import { recordedContext, type ToolRecord } from "./recorded-context.js";

/** Presses and moves a tool's pointer over a board of its own, and keeps what comes of it. */
export class Hand {
  readonly log = new Log();
  readonly camera = createStore<Camera>({ x: 0, y: 0, zoom: 1 });
  marks: ToolMarks = NO_MARKS;
  standIns: StandIns = new Map();
  devicePixelRatio = 1;
  kind: ToolPointer["kind"] = "mouse";
  readonly record: ToolRecord;
  readonly context: ToolContext;
  #drag: Drag | null = null;

  constructor(
    private readonly tool: Tool,
    ...signals: readonly Signal[]
  ) {
    this.log.add(ME, ...signals);
    const { context, record } = recordedContext(this.log, this.#view);
    this.context = context;
    this.record = record;
  }

  /** Presses at a board point. */
  down(x: number, y: number, more: Partial<ToolPointer> = {}): this {
    if (this.#drag) this.#drag.move(this.#pointer(x, y, more));
    else this.#drag = this.tool.down(this.#pointer(x, y, more), this.context);
    return this;
  }

  /** Moves there in one event; `between` are the places the device reported on the way. */
  move(x: number, y: number, more: Partial<ToolPointer> = {}, between: readonly PointerSample[] = []): this {
    this.#drag?.move(this.#pointer(x, y, more, between));
    return this;
  }

  up(x: number, y: number, more: Partial<ToolPointer> = {}): this {
    const drag = this.#drag;
    this.#drag = null;
    if (drag?.up(this.#pointer(x, y, more)) === "open") this.#drag = drag;
    return this;
  }

  cancel(): this {
    this.#drag?.cancel();
    this.#drag = null;
    return this;
  }

  /** Ends what is open with what is there. */
  keep(): this {
    this.#drag?.keep?.(false);
    this.#drag = null;
    return this;
  }

  /** Presses at each of the places in turn. */
  press(...places: readonly (readonly [x: number, y: number])[]): this {
    for (const [x, y] of places) this.down(x, y).up(x, y);
    return this;
  }

  /** Takes up another tool. */
  leave(): this {
    this.tool.leave?.(this.context);
    return this;
  }

  doubleClick(x: number, y: number): this {
    this.tool.doubleClick?.(this.#pointer(x, y, {}), this.context);
    return this;
  }

  /** Where there is no press: the cursor that the tool shows there. */
  hover(x: number, y: number, more: Partial<ToolPointer> = {}): string | undefined {
    return this.tool.hover?.(this.#pointer(x, y, more), this.context);
  }

  /** The board's shapes, bottom to top. */
  get shapes() {
    return [...shapesOf(this.log.board)].sort(compareOrder);
  }

  get sent(): readonly Signal[] {
    return this.record.sent;
  }

  get types(): string[] {
    return this.sent.map(({ type }) => type);
  }

  #pointer(x: number, y: number, more: Partial<ToolPointer>, between: readonly PointerSample[] = []): ToolPointer {
    const screen = toScreen(this.camera.get(), { x, y });
    const sample = { x, y, t: this.log.time, pressure: null, ...more };
    const keys = { shift: false, alt: false, ctrl: false };
    const last: PointerSample = { x, y, t: sample.t, pressure: sample.pressure };
    return {
      ...keys,
      ...sample,
      screenX: screen.x,
      screenY: screen.y,
      kind: this.kind,
      coalesced: [...between, last],
    };
  }

  /** A view without pixels. */
  readonly #view: BoardView = {
    camera: this.camera,
    page: createStore(FIRST_PAGE),
    custom: new CustomShapes([]),
    size: {
      get: () => ({ width: 800, height: 600, devicePixelRatio: this.devicePixelRatio }),
      subscribe: () => () => undefined,
    },
    invalidate: () => undefined,
    setCamera: (camera) => this.camera.set(clampCamera(camera)),
    setPage: () => undefined,
    setTheme: () => undefined,
    setSelection: () => undefined,
    setMarks: (change) => (this.marks = { ...this.marks, ...change }),
    setHidden: () => undefined,
    setStandIns: (standIns) => (this.standIns = standIns),
    showCursors: () => undefined,
    zoomToFit: () => undefined,
    zoomToSelection: () => undefined,
    zoomAt: (point, factor) => this.camera.set(zoomAround(this.camera.get(), point, factor)),
    toBoard: (point) => toBoard(this.camera.get(), point),
    toScreen: (point) => toScreen(this.camera.get(), point),
    shapesIn: (box) => this.shapes.filter((shape) => overlaps(paintBoxOf(shape), box)),
    isOutOfSight: () => false,
    repaintAsset: () => undefined,
    paint: () => undefined,
    destroy: () => undefined,
  };
}
