import { expect, onTestFinished, test } from "vitest";
import { cdp } from "vitest/browser";
import { shapesOf } from "../../src/board/leaves.js";
import { attachTools } from "../../src/canvas/attach-tools.js";
import type { ToolName } from "../../src/canvas/tool.js";
import type { Shape } from "../../src/signal/shape.js";
import { createStore } from "../../src/store/store.js";
import { idOf, Log, ME, rectangle } from "./support/log.js";
import { mountView } from "./support/mount.js";
import { recordedContext } from "./support/recorded-context.js";

/** What the Chrome DevTools Protocol is asked for here. */
interface MouseCommands {
  send(
    method: "Input.dispatchMouseEvent",
    event: {
      type: string;
      x: number;
      y: number;
      button: "left";
      buttons: number;
      clickCount: number;
      modifiers: number;
    },
  ): Promise<unknown>;
}

const SHIFT = 8;

/** A whiteboard with a real mouse: places are CSS pixels from the element's top left. */
function deskWith(name: ToolName, ...shapes: readonly Shape[]) {
  const log = new Log();
  log.add(ME, ...shapes.map((shape) => ({ type: "shape.add", shape }) as const));
  const mounted = mountView(() => ({ board: log.board, time: log.time, self: ME }));
  const { context, record } = recordedContext(log, mounted.view, mounted.clock);
  const shown = {
    ...context,
    setSelection: (ids: readonly Shape["id"][]) => mounted.view.setSelection((record.selection = ids)),
  };
  onTestFinished(
    attachTools(mounted.host, shown, {
      tool: createStore(name),
      isReadOnly: createStore(false),
      isPenMode: createStore(false),
    }),
  );
  const { left, top } = mounted.host.getBoundingClientRect();
  const frame = window.frameElement?.getBoundingClientRect();
  const mouse = (type: string, x: number, y: number, modifiers = 0) =>
    (cdp() as unknown as MouseCommands).send("Input.dispatchMouseEvent", {
      type,
      x: (frame?.left ?? 0) + left + x,
      y: (frame?.top ?? 0) + top + y,
      button: "left",
      buttons: type === "mouseReleased" ? 0 : 1,
      clickCount: 1,
      modifiers,
    });
  const drag = async (places: readonly (readonly [number, number])[], modifiers = 0) => {
    const [[x, y] = [0, 0]] = places;
    await mouse("mousePressed", x, y, modifiers);
    for (const [px, py] of places.slice(1)) await mouse("mouseMoved", px, py, modifiers);
    const [lastX, lastY] = places.at(-1) ?? [0, 0];
    await mouse("mouseReleased", lastX, lastY, modifiers);
  };
  const select = (...ids: readonly Shape["id"][]) => shown.setSelection(ids);
  const shapeOf = (id: Shape["id"]) => [...shapesOf(log.board)].find((shape) => shape.id === id);
  return { ...mounted, record, mouse, drag, select, shapeOf };
}

const A = rectangle(idOf(1), { x: 100, y: 80, w: 100, h: 60 });
const B = rectangle(idOf(2), { x: 260, y: 180, w: 60, h: 60 });

test("a handle resizes, in one gesture, and the view shows the handles there", async () => {
  const { drag, select, shapeOf, record, view, pixels } = deskWith("select", A);
  select(A.id);
  view.paint();
  const hasInk = () => pixels("overlay").data.some((value) => value > 0);
  expect(hasInk()).toBe(true);
  await drag([
    [204, 144],
    [220, 150],
    [254, 174],
  ]);
  await expect.poll(() => record.gestures.ended).toBe(1);
  expect(shapeOf(A.id)).toMatchObject({ x: 100, y: 80, w: 150, h: 90 });
  expect(record.sent.filter(({ type }) => type === "shapes.scale").length).toBeGreaterThan(0);
});

test("the handle above turns; shift keeps to every 15 degrees", async () => {
  const { drag, select, shapeOf, record } = deskWith("select", A);
  select(A.id);
  await drag(
    [
      [150, 52],
      [180, 60],
      [205, 112],
    ],
    SHIFT,
  );
  await expect.poll(() => record.gestures.ended).toBe(1);
  expect((shapeOf(A.id) as { rotation?: number }).rotation).toBeCloseTo(Math.PI / 2, 4);
});

test("a lasso selects what it goes around and touches, and nothing beside it", async () => {
  const { drag, record, view } = deskWith("lasso", A, B);
  await drag([
    [80, 60],
    [220, 60],
    [220, 160],
    [80, 160],
  ]);
  await expect.poll(() => record.selection).toEqual([A.id]);
  view.paint();
  expect(record.sent.filter(({ type }) => type !== "cursor")).toEqual([]);
});

test("the cursor says what a press would do", async () => {
  const { mouse, select, host } = deskWith("select", A);
  select(A.id);
  const cursorAt = async (x: number, y: number, cursor: string) => {
    await mouse("mouseMoved", x, y);
    await expect.poll(() => host.style.cursor).toBe(cursor);
  };
  await cursorAt(204, 144, "nwse-resize");
  await cursorAt(150, 76, "ns-resize");
  await cursorAt(150, 52, "grab");
  await cursorAt(120, 110, "move");
  await cursorAt(300, 250, "default");
});
