import fc from "fast-check";
import type { Board } from "../../../src/board/board.js";
import { branchesOf, shapesOf } from "../../../src/board/leaves.js";
import type { Camera } from "../../../src/canvas/board-view.js";
import type { Theme } from "../../../src/picture/palette.js";
import type { MemberId, PageId, ShapeId } from "../../../src/signal/ids.js";
import type { InkShape } from "../../../src/signal/shape.js";
import type { Signal } from "../../../src/signal/signal.js";
import { ANN, Log, ME, wave } from "./log.js";
import type { MountedView } from "./mount.js";
import { anyColor, anyFill, anyId, anyLength, anyOrder, anyPage, anyPlace, anyShape, SECOND_PAGE } from "./shapes.js";

/** One thing that can happen to a view: data, so that a failing sequence can be read and shrunk. */
export type Step =
  | { readonly type: "signal"; readonly by: MemberId; readonly signal: Signal }
  | { readonly type: "wait"; readonly ms: number }
  /** Back to the board of an earlier step, made of new objects as a seek does. */
  | { readonly type: "seek"; readonly back: number }
  | { readonly type: "camera"; readonly camera: Camera }
  | { readonly type: "page"; readonly page: PageId }
  | { readonly type: "theme"; readonly theme: Theme }
  | { readonly type: "hidden"; readonly id: ShapeId | null }
  | { readonly type: "selection"; readonly ids: readonly ShapeId[] }
  | { readonly type: "size"; readonly width: number; readonly height: number };

const anyBrush = fc.constantFrom("own", "own", "laser");
const inkHeader = anyShape
  .filter((shape): shape is InkShape => shape.kind === "ink")
  .chain((shape) => {
    const { points: _, ...header } = shape;
    return anyBrush.map((brush) => ({ ...header, ...(brush === "laser" && { brush }) }));
  });

const anyPaper = fc.record({
  color: fc.constantFrom("", "yellow", "#102030"),
  pattern: fc.constantFrom("plain", "grid", "dots", "lines"),
  asset: fc.constantFrom("", "0".repeat(64)),
  w: anyLength,
  h: anyLength,
});

const signal: fc.Arbitrary<Signal> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant("shape.add" as const), shape: anyShape }) },
  fc.record({
    type: fc.constant("shape.set" as const),
    id: anyId,
    props: fc.record({ color: anyColor, order: anyOrder, x: anyPlace }),
  }),
  fc.record({
    type: fc.constant("shape.set" as const),
    id: anyId,
    props: fc.record({ w: anyLength, fill: anyFill, page: anyPage }),
  }),
  fc.record({ type: fc.constant("shapes.move" as const), ids: fc.array(anyId), dx: anyPlace, dy: anyPlace }),
  fc.record({ type: fc.constant("shapes.remove" as const), ids: fc.array(anyId, { maxLength: 2 }) }),
  fc.record({ type: fc.constant("ink.begin" as const), shape: inkHeader }),
  fc.record({
    type: fc.constant("ink.append" as const),
    id: anyId,
    points: anyLength.map((count) => wave(count)),
  }),
  fc.record({ type: fc.constant("ink.end" as const), id: anyId }),
  fc.record({
    type: fc.constant("cursor" as const),
    cursor: fc.option(fc.record({ page: anyPage, x: anyPlace, y: anyPlace })),
  }),
  fc.record({ type: fc.constant("selection" as const), ids: fc.array(anyId, { maxLength: 3 }) }),
  fc.record({ type: fc.constant("page.paper" as const), id: anyPage, paper: fc.option(anyPaper) }),
);

const camera = fc.record({ x: anyPlace, y: anyPlace, zoom: fc.constantFrom(0.37, 1, 1, 2.5) });

/** What a user, the others and a seek bar do to a view. */
export const anySteps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({ type: fc.constant("signal" as const), by: fc.constantFrom(ME, ANN), signal }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ type: fc.constant("wait" as const), ms: fc.integer({ min: 1, max: 12_000 }) }),
    },
    { weight: 3, arbitrary: fc.record({ type: fc.constant("camera" as const), camera }) },
    fc.record({ type: fc.constant("seek" as const), back: fc.integer({ min: 0, max: 10 }) }),
    fc.record({ type: fc.constant("page" as const), page: anyPage }),
    fc.record({ type: fc.constant("theme" as const), theme: fc.constantFrom<Theme>("light", "dark") }),
    fc.record({ type: fc.constant("hidden" as const), id: fc.option(anyId) }),
    fc.record({ type: fc.constant("selection" as const), ids: fc.array(anyId, { maxLength: 3 }) }),
    fc.record({ type: fc.constant("size" as const), width: anyLength, height: anyLength }),
  ),
  { minLength: 1, maxLength: 40 },
);

/** Where a sequence of steps has come to: all that decides the picture. */
export class Stage {
  readonly #log = new Log();
  readonly #past: Board[] = [];
  readonly #settings: Step[] = [];

  constructor() {
    this.#log.join(ME, "Me");
    this.#log.join(ANN, "Ann", "green");
    this.#log.add(ME, { type: "page.add", id: SECOND_PAGE, name: "Two", order: "a1" });
  }

  readonly picture = () => ({ board: this.#log.board, time: this.#log.time, self: ME });

  /** Does the step to the board, or to the view. */
  async take(step: Step, mounted: MountedView): Promise<void> {
    if (step.type === "signal") {
      this.#past.push(this.#log.board);
      this.#log.add(step.by, step.signal);
    } else if (step.type === "wait") this.#log.time += step.ms;
    else if (step.type === "seek") {
      const board = this.#past.at(-1 - step.back);
      if (!board) return;
      const shapes = [...shapesOf(board)].map((shape) => structuredClone(shape));
      this.#log.board = { ...board, branches: branchesOf(shapes) };
    } else {
      this.#settings.push(step);
      await applySetting(step, mounted);
    }
  }

  /** Brings a fresh view to where the other has come. */
  async settle(mounted: MountedView): Promise<void> {
    for (const step of this.#settings) await applySetting(step, mounted);
  }
}

async function applySetting(step: Step, { view, resize }: MountedView): Promise<void> {
  if (step.type === "camera") view.setCamera(step.camera);
  else if (step.type === "page") view.setPage(step.page);
  else if (step.type === "theme") view.setTheme(step.theme);
  else if (step.type === "hidden") view.setHidden(step.id);
  else if (step.type === "selection") view.setSelection(step.ids);
  else if (step.type === "size") await resize(step.width, step.height);
}
