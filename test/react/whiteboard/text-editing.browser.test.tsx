import { afterEach, beforeEach, expect, test } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { FIRST_PAGE } from "../../../src/board/board.js";
import { shapesOf } from "../../../src/board/leaves.js";
import { createRoomClient } from "../../../src/client/create-room-client.js";
import type { RoomClient } from "../../../src/client/room-client.js";
import { propOf } from "../../../src/signal/optional.js";
import type { Shape } from "../../../src/signal/shape.js";
import { Whiteboard } from "../../../src/react/whiteboard/whiteboard.js";
import type { WhiteboardHandle } from "../../../src/react/whiteboard/handle.js";
import { Box, createWorld, Mouse, type World } from "../helpers.js";

let world: World;
let handle: WhiteboardHandle | null;

beforeEach(() => {
  world = createWorld();
  handle = null;
});
afterEach(() => cleanup());

const canvas = () => document.querySelector(".inktape-canvas") as HTMLElement;
const field = () => page.getByRole("textbox", { name: "Text. Escape when done." });
const fieldBox = () => (field().element() as HTMLElement).getBoundingClientRect();
const shapesIn = (client: RoomClient) => [...shapesOf(client.board.get() as never)] as Shape[];

/** A whiteboard of one's own, with these shapes on it and the select tool in hand. */
async function boardWith(...shapes: readonly Partial<Record<string, unknown>>[]) {
  await render(
    <world.Around>
      <Box>
        <Whiteboard room="writing" user={{ name: "Ada" }} onReady={(ready) => (handle = ready)} />
      </Box>
    </world.Around>,
  );
  await expect.poll(() => handle).not.toBeNull();
  await world.advance(50);
  const { client, view } = handle as unknown as WhiteboardHandle;
  const base = { page: FIRST_PAGE, order: "a1", x: 200, y: 150, color: "black", size: 4, seed: 1, fill: "none" };
  const made = shapes.map((shape) => ({ ...base, ...shape, id: client.newShapeId() }) as unknown as Shape);
  client.send(made.map((shape) => ({ type: "shape.add", shape })));
  await world.advance(50);
  canvas().focus();
  await userEvent.keyboard("v");
  const outside = createRoomClient({
    transport: world.transport,
    clock: world.clock,
    room: "writing",
    random: Math.random,
    user: { name: "Ben" },
  });
  await world.advance(50);
  return { client, view, outside, made, mouse: new Mouse(canvas()) };
}

/** Selects a shape by a press on its edge, and begins to write on it. */
async function edit(mouse: Mouse, x: number, y: number, key = "{Enter}") {
  mouse.click(x, y);
  await userEvent.keyboard(key);
  await expect.element(field()).toBeVisible();
}

test("what is typed is seen by the others as it is typed, and is one step to undo", async () => {
  const { client, outside } = await boardWith();
  await userEvent.keyboard("t");
  await userEvent.click(canvas(), { position: { x: 300, y: 100 } });
  await userEvent.keyboard("Hel");
  await world.advance(150);
  expect(shapesIn(outside)).toMatchObject([{ kind: "text", text: "Hel", x: 300, y: 100 }]);
  await userEvent.keyboard("lo");
  await world.advance(150);
  expect(shapesIn(outside)).toMatchObject([{ text: "Hello" }]);
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.element(field()).not.toBeInTheDocument();
  expect(document.activeElement).toBe(canvas());
  await userEvent.keyboard("{Control>}z{/Control}");
  await world.advance(50);
  expect([shapesIn(client), shapesIn(outside)]).toEqual([[], []]);
});

test("a text is selected when it is written, and as large as it is drawn", async () => {
  const { client } = await boardWith();
  await userEvent.keyboard("t");
  await userEvent.click(canvas(), { position: { x: 300, y: 100 } });
  await userEvent.keyboard("wide words{Enter}two{Escape}");
  await world.advance(50);
  const [shape] = shapesIn(client) as [Shape];
  const self = client.self.get()?.member ?? -1;
  expect(client.board.get()?.presence[self as never]?.selection).toEqual([shape.id]);
  expect(propOf(shape, "boxW")).toBeGreaterThan(80);
  expect(propOf(shape, "boxH")).toBeGreaterThan(50);
});

test("a press on the board ends the writing", async () => {
  const { client } = await boardWith();
  await userEvent.keyboard("t");
  await userEvent.click(canvas(), { position: { x: 300, y: 100 } });
  await userEvent.keyboard("done");
  await userEvent.click(canvas(), { position: { x: 60, y: 300 } });
  await expect.element(field()).not.toBeInTheDocument();
  expect(shapesIn(client)).toMatchObject([{ text: "done" }]);
});

test("a box gets a label in its middle", async () => {
  const { client, mouse } = await boardWith({ kind: "rectangle", w: 200, h: 100 });
  await edit(mouse, 200, 200);
  await userEvent.keyboard("yes");
  const [box, at] = [canvas().getBoundingClientRect(), fieldBox()];
  expect(at.left + at.width / 2 - box.left).toBeCloseTo(300, 0);
  expect(at.top + at.height / 2 - box.top).toBeCloseTo(200, 0);
  await userEvent.keyboard("{Escape}");
  expect(shapesIn(client)).toMatchObject([{ label: "yes", labelSize: 24 }]);
  await edit(mouse, 300, 200, "{F2}");
  await expect.element(field()).toHaveValue("yes");
});

test("a turned note is written on where it lies, at every zoom", async () => {
  const note = { kind: "note", w: 160, h: 160, rotation: Math.PI / 2, text: "", fontSize: 20, align: "middle" };
  const { client, mouse, view } = await boardWith({ ...note, x: 400 });
  await edit(mouse, 300, 230);
  await userEvent.keyboard("side");
  const middle = () => {
    const [box, at] = [canvas().getBoundingClientRect(), fieldBox()];
    return { x: at.left + at.width / 2 - box.left, y: at.top + at.height / 2 - box.top };
  };
  expect(middle().x).toBeCloseTo(320, 0);
  expect(middle().y).toBeCloseTo(230, 0);
  expect(fieldBox().height).toBeGreaterThan(fieldBox().width);
  view.setCamera({ x: 200, y: 100, zoom: 2 });
  await expect.poll(() => Math.round(middle().x)).toBe(240);
  expect(middle().y).toBeCloseTo(260, 0);
  await userEvent.keyboard("{Escape}");
  expect(shapesIn(client)).toMatchObject([{ text: "side" }]);
});

test("a line is labelled in its middle, a frame named above it", async () => {
  const line = { kind: "line", x: 100, y: 100, w: 200, h: 0 };
  const frame = { kind: "frame", x: 400, y: 150, w: 200, h: 200, text: "" };
  const { client, mouse } = await boardWith(line, frame);
  await edit(mouse, 150, 100);
  await userEvent.keyboard("on");
  expect(fieldBox().left + fieldBox().width / 2 - canvas().getBoundingClientRect().left).toBeCloseTo(200, 0);
  await userEvent.keyboard("{Escape}");
  await edit(mouse, 400, 250);
  await userEvent.keyboard("Board");
  expect(fieldBox().bottom - canvas().getBoundingClientRect().top).toBeLessThanOrEqual(150);
  await userEvent.keyboard("{Enter}");
  expect(shapesIn(client)).toMatchObject([{ label: "on" }, { text: "Board" }]);
});

test("letters that are being put together are told when they are, and Escape belongs to them", async () => {
  const { client } = await boardWith();
  await userEvent.keyboard("t");
  await userEvent.click(canvas(), { position: { x: 300, y: 100 } });
  await userEvent.keyboard("a");
  await world.advance(150);
  const element = field().element() as HTMLTextAreaElement;
  const compose = (value: string, type: string) => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(element, value);
    element.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: type !== "compositionend" }));
    element.dispatchEvent(new CompositionEvent(type, { bubbles: true, data: value }));
  };
  compose("ak", "compositionupdate");
  element.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, isComposing: true }));
  await world.advance(150);
  expect(shapesIn(client)).toMatchObject([{ text: "a" }]);
  compose("aか", "compositionend");
  await world.advance(150);
  expect(shapesIn(client)).toMatchObject([{ text: "aか" }]);
  await expect.element(field()).toBeVisible();
});

test("when somebody removes the shape the writing ends", async () => {
  const { client, outside, mouse, made } = await boardWith({ kind: "rectangle", w: 200, h: 100 });
  await edit(mouse, 200, 200);
  await userEvent.keyboard("yes");
  outside.send([{ type: "shapes.remove", ids: [made[0]?.id as never] }]);
  await world.advance(100);
  await expect.element(field()).not.toBeInTheDocument();
  expect(shapesIn(client)).toEqual([]);
});
