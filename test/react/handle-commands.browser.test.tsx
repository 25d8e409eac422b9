import { afterEach, beforeEach, expect, expectTypeOf, test } from "vitest";
import { cleanup } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { type Command } from "../../src/index.js";
import { FIRST_PAGE } from "../../src/board/board.js";
import { shapesOf } from "../../src/board/leaves.js";
import { createWorld, Mouse, type World } from "./helpers.js";
import { boardIn, RECTANGLE } from "./board-in.js";

let world: World;

beforeEach(() => {
  world = createWorld();
});

afterEach(() => cleanup());

test("a handle runs what keys, menus and buttons can ask for, and says when there is nothing to do", async () => {
  const board = await boardIn(world, { room: "commands" });
  expectTypeOf(board.run).parameter(0).toEqualTypeOf<Command>();
  expect(board.run("duplicate")).toBe(false);
  board.select(board.add([RECTANGLE]));
  expect(board.run("duplicate")).toBe(true);
  expect([...shapesOf(board.getBoard())]).toHaveLength(2);
  expect(board.run("tool.arrow")).toBe(true);
  expect(board.tool.get()).toBe("arrow");
});

test("the arrow keys' steps are those of the grid on paper that has one", async () => {
  const board = await boardIn(world, { room: "nudging" });
  board.select(board.add([{ ...RECTANGLE, x: 0, y: 0 }]));
  const placeAfter = (command: Command) => {
    board.run(command);
    const [shape] = shapesOf(board.getBoard());
    return [shape?.x, shape?.y];
  };
  expect([placeAfter("nudgeRight"), placeAfter("nudgeDownFar")]).toEqual([
    [1, 0],
    [1, 10],
  ]);
  const paper = { color: "", pattern: "dots", asset: "", w: 0, h: 0 };
  board.client.send([{ type: "page.paper", id: FIRST_PAGE, paper }]);
  expect([placeAfter("nudgeLeft"), placeAfter("nudgeUpFar")]).toEqual([
    [-23, 10],
    [-23, -110],
  ]);
});

test("control with an arrow key goes to the shape that way, and says which it is", async () => {
  const board = await boardIn(world, { room: "going" });
  const shapes = [0, 200].map((x) => ({ ...RECTANGLE, x, y: 0 }));
  const [left, right] = board.add(shapes);
  board.setTool("select");
  new Mouse(document.querySelector(".inktape-canvas")!).click(5, 250);
  board.select([left!]);
  await userEvent.keyboard("{Control>}{ArrowRight}{/Control}");
  expect(board.selection.get()).toEqual([right]);
  await expect.element(page.getByText(/2 of 2/)).toBeInTheDocument();
  await userEvent.keyboard("{Control>}{ArrowLeft}{ArrowLeft}{/Control}");
  expect(board.selection.get()).toEqual([left]);
  board.select([]);
  expect(board.run("selectRight")).toBe(false);
});

test("who likes it so has what is moved line up with others", async () => {
  await boardIn(world, { room: "snapping" });
  const pick = async () => {
    await userEvent.click(page.getByRole("button", { name: "Menu" }));
    await userEvent.click(page.getByRole("menuitemcheckbox", { name: "Snap to objects and grid" }));
  };
  await pick();
  await userEvent.keyboard("{Escape}");
  await userEvent.click(page.getByRole("button", { name: "Menu" }));
  await expect.element(page.getByRole("menuitemcheckbox", { name: "Snap to objects and grid" })).toBeChecked();
});
