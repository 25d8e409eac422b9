import { createRef, StrictMode } from "react";
import { afterEach, beforeEach, expect, expectTypeOf, test } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { page } from "vitest/browser";
import {
  createRoomClient,
  type NewShape,
  type ShapeEvent,
  Whiteboard,
  type WhiteboardHandle,
} from "../../src/index.js";
import { Box, createWorld, type World } from "./helpers.js";
import { boardIn, RECTANGLE, shapesIn } from "./board-in.js";

let world: World;

beforeEach(() => {
  world = createWorld();
});

afterEach(() => cleanup());

test("the handle adds, changes and removes as this person, in steps that can be undone", async () => {
  const handle = await boardIn(world, {}, (board) => <StrictMode>{board}</StrictMode>);
  const [first, second] = handle.add([RECTANGLE, { ...RECTANGLE, x: 100 }]);
  expect(shapesIn(handle)).toHaveLength(2);
  const orders = shapesIn(handle).map(({ order }) => order);
  expect(orders[0]! < orders[1]!).toBe(true);
  handle.undo();
  expect(shapesIn(handle)).toHaveLength(0);
  handle.redo();
  handle.inOneStep(() => {
    handle.update([first!, second!], { color: "blue" });
    handle.remove([second!]);
  });
  expect(shapesIn(handle).map(({ color }) => color)).toEqual(["blue"]);
  handle.undo();
  expect(shapesIn(handle).map(({ color }) => color)).toEqual(["red", "red"]);
  handle.select([first!, 12345 as never]);
  expect(handle.selection.get()).toEqual([first]);
  handle.setTool("ellipse");
  await expect.element(page.getByRole("button", { name: "Ellipse" })).toHaveAttribute("aria-pressed", "true");
  const { seed, ...seedless } = RECTANGLE;
  expect(seed).toBe(1);
  // @ts-expect-error a rectangle has a seed
  expectTypeOf(seedless).toExtend<NewShape>();
});

test("ref is null again when the board is gone", async () => {
  const ref = createRef<WhiteboardHandle>();
  const screen = await render(
    <world.Around>
      <Box>
        <Whiteboard room="gone" ref={ref} />
      </Box>
    </world.Around>,
  );
  await expect.poll(() => ref.current).not.toBeNull();
  await screen.unmount();
  expect(ref.current).toBeNull();
});

test("shapes that come and go are told of with their author", async () => {
  const added: ShapeEvent[] = [];
  const handle = await boardIn(world, { onAdd: (events) => added.push(...events) });
  const { transport, clock } = world;
  const other = createRoomClient({ transport, clock, room: "api", random: Math.random });
  await world.advance(100);
  handle.add([RECTANGLE]);
  other.send([
    { type: "shape.add", shape: { ...RECTANGLE, id: other.newShapeId(), page: handle.view.page.get(), order: "a3" } },
  ]);
  await world.advance(200);
  expect(added.map(({ source, by }) => [source, by])).toEqual([
    ["local", handle.client.self.get()?.member],
    ["remote", other.self.get()?.member],
  ]);
});
