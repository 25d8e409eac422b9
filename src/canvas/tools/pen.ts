import type { ShapeId } from "../../signal/ids.js";
import { INK_STRIDE, quantise, type InkGrid } from "../../signal/ink.js";
import { LIMITS } from "../../signal/limits.js";
import type { InkHeader } from "../../signal/shape.js";
import type { Signal } from "../../signal/signal.js";
import type { Drag, PenStyle, PointerSample, Tool, ToolContext, ToolPointer } from "../tool.js";
import { joinFrame } from "./frames.js";
import { sixteenth } from "./sixteenth.js";

/** A pen or finger is finer than the screen: steps to a device pixel. A mouse knows whole pixels only. */
const FINE_STEPS = 8;
/** What touch screens that cannot feel how hard a finger presses say of it. */
const NOT_FELT: readonly (number | null)[] = [null, 0, 0.5, 1];

/** What of a stroke's head depends on the tool it is drawn with. */
export type InkLook = Pick<InkHeader, "color" | "size" | "brush" | "opacity">;

/** Draws ink: every point the device reports, with its time and pressure, sent as it comes. */
export const pen: Tool = {
  name: "pen",
  cursor: "crosshair",
  tellsPlace: true,
  down: (pointer, context) => dragInk(pointer, context, ({ color, size, opacity }) => ({ color, size, opacity })),
};

/** Draws one stroke of ink of that look. `finish` is called with what ends it when the pointer is let go. */
export function dragInk(
  pointer: ToolPointer,
  context: ToolContext,
  lookOf: (style: PenStyle) => InkLook,
  finish = (end: Signal) => context.send([end]),
): Drag {
  return new PenDrag(pointer, context, lookOf, finish);
}

/** The stroke that is being written, and how much of it has been sent. */
interface OpenStroke {
  readonly shape: InkHeader;
  readonly grid: InkGrid;
  points: number;
  /** Milliseconds since the stroke's first point. */
  lastTime: number;
}

class PenDrag implements Drag {
  readonly #endGesture: ReturnType<ToolContext["gesture"]>;
  readonly #ids: ShapeId[] = [];
  readonly #hasPressure: boolean;
  readonly #step: number;
  #last: PointerSample;
  #stroke: OpenStroke;

  constructor(
    pointer: ToolPointer,
    private readonly context: ToolContext,
    private readonly lookOf: (style: PenStyle) => InkLook,
    private readonly finish: (end: Signal) => void,
  ) {
    this.#endGesture = context.gesture();
    this.#hasPressure = pointer.kind !== "touch" || !NOT_FELT.includes(pointer.pressure);
    this.#step = gridStep(pointer.kind, context.camera().zoom * context.view.size.get().devicePixelRatio);
    this.#last = pointer;
    this.#stroke = this.#open(pointer);
    // In one, so that the stroke goes at once and its first points with the rest of their tick.
    context.send([this.#begin(), this.#append([pointer])]);
  }

  move(pointer: ToolPointer): void {
    for (let rest = pointer.coalesced; rest.length > 0;) {
      if (this.#stroke.points === LIMITS.strokePoints) this.#continue();
      const count = Math.min(LIMITS.appendPoints, LIMITS.strokePoints - this.#stroke.points);
      this.context.send([this.#append(rest.slice(0, count))]);
      rest = rest.slice(count);
    }
  }

  up(): void {
    this.finish(this.#end());
    for (const id of this.#ids) joinFrame(id, this.context);
    this.#endGesture();
  }

  cancel(): void {
    this.context.send([{ type: "shapes.remove", ids: this.#ids }]);
    this.#endGesture("takenBack");
  }

  #open(sample: PointerSample): OpenStroke {
    const { context } = this;
    const id = context.newShapeId();
    const look = this.lookOf(context.style());
    const [x, y, step] = [sixteenth(sample.x), sixteenth(sample.y), this.#step];
    this.#ids.push(id);
    return {
      shape: { kind: "ink", id, page: context.page(), order: context.topOrder(), x, y, ...look, step },
      grid: { x, y, step, t: sample.t },
      points: 0,
      lastTime: 0,
    };
  }

  /** A stroke that is full goes on as another one, from the same point. */
  #continue(): void {
    const end = this.#end();
    this.#stroke = this.#open(this.#last);
    this.context.send([end, this.#begin(), this.#append([this.#last])]);
  }

  #begin(): Signal {
    return { type: "ink.begin", shape: this.#stroke.shape };
  }

  #append(samples: readonly PointerSample[]): Signal {
    const stroke = this.#stroke;
    const felt = this.#hasPressure ? samples : samples.map((sample) => ({ ...sample, pressure: null }));
    const points = quantise(felt, stroke.grid, stroke.lastTime);
    stroke.points += samples.length;
    stroke.lastTime = points[points.length - INK_STRIDE + 2] ?? stroke.lastTime;
    this.#last = samples.at(-1) ?? this.#last;
    return { type: "ink.append", id: stroke.shape.id, points };
  }

  #end(): Signal {
    return { type: "ink.end", id: this.#stroke.shape.id };
  }
}

/**
 * The grid a stroke is quantised on, in board units: a device pixel for a mouse, an eighth of one for a pen or
 * finger, made smaller to the next power of two. So positions, which are whole sixteenths, and points add up exactly.
 */
export function gridStep(kind: ToolPointer["kind"], devicePixelsToUnit: number): number {
  const steps = devicePixelsToUnit * (kind === "mouse" ? 1 : FINE_STEPS);
  return 2 ** -Math.ceil(Math.log2(steps));
}
