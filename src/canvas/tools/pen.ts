import type { ShapeId } from "../../signal/ids.js";
import { INK_STRIDE, quantise, type InkGrid } from "../../signal/ink.js";
import { LIMITS } from "../../signal/limits.js";
import type { Drag, PointerSample, Tool, ToolContext, ToolPointer } from "../tool.js";
import { sixteenth } from "./sixteenth.js";

/** A pen or finger is finer than the screen: steps to a device pixel. A mouse knows whole pixels only. */
const FINE_STEPS = 8;

/** Draws ink: every point the device reports, with its time and pressure, sent as it comes. */
export const pen: Tool = {
  name: "pen",
  cursor: "crosshair",
  down: (pointer, context) => new PenDrag(pointer, context),
};

/** The stroke that is being written, and how much of it has been sent. */
interface OpenStroke {
  readonly id: ShapeId;
  readonly grid: InkGrid;
  points: number;
  /** Milliseconds since the stroke's first point. */
  lastTime: number;
}

class PenDrag implements Drag {
  readonly #endGesture: ReturnType<ToolContext["gesture"]>;
  readonly #ids: ShapeId[] = [];
  readonly #step: number;
  #last: PointerSample;
  #stroke: OpenStroke;

  constructor(
    pointer: ToolPointer,
    private readonly context: ToolContext,
  ) {
    this.#endGesture = context.gesture();
    this.#step = gridStep(pointer.kind, context.camera().zoom * context.view.size.get().devicePixelRatio);
    this.#last = pointer;
    this.#stroke = this.#begin(pointer);
    this.#append([pointer]);
  }

  move(pointer: ToolPointer): void {
    this.#append(pointer.coalesced);
  }

  up(): void {
    this.context.send([{ type: "ink.end", id: this.#stroke.id }]);
    this.#endGesture();
  }

  cancel(): void {
    this.context.send([{ type: "shapes.remove", ids: this.#ids }]);
    this.#endGesture("takenBack");
  }

  #begin(sample: PointerSample): OpenStroke {
    const { context } = this;
    const id = context.newShapeId();
    const { color, size } = context.style();
    const [x, y, step] = [sixteenth(sample.x), sixteenth(sample.y), this.#step];
    const shape = {
      kind: "ink",
      id,
      page: context.page(),
      order: context.topOrder(),
      x,
      y,
      color,
      size,
      step,
    } as const;
    context.send([{ type: "ink.begin", shape }]);
    this.#ids.push(id);
    return { id, grid: { x, y, step, t: sample.t }, points: 0, lastTime: 0 };
  }

  #append(samples: readonly PointerSample[]): void {
    for (let rest = samples; rest.length > 0;) {
      if (this.#stroke.points === LIMITS.strokePoints) this.#continue();
      const count = Math.min(LIMITS.appendPoints, LIMITS.strokePoints - this.#stroke.points);
      this.#send(rest.slice(0, count));
      rest = rest.slice(count);
    }
  }

  /** A stroke that is full goes on as another one, from the same point. */
  #continue(): void {
    this.context.send([{ type: "ink.end", id: this.#stroke.id }]);
    this.#stroke = this.#begin(this.#last);
    this.#send([this.#last]);
  }

  #send(samples: readonly PointerSample[]): void {
    const stroke = this.#stroke;
    const points = quantise(samples, stroke.grid, stroke.lastTime);
    stroke.points += samples.length;
    stroke.lastTime = points[points.length - INK_STRIDE + 2] ?? stroke.lastTime;
    this.#last = samples.at(-1) ?? this.#last;
    this.context.send([{ type: "ink.append", id: stroke.id, points }]);
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
