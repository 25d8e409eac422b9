import { afterEach, beforeEach, expect, test } from "vitest";
import { cleanup } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { defineShape, defineTool, type InktapeError } from "../../src/index.js";
import { createWorld, Mouse, type World } from "./helpers.js";
import { boardIn, card, pixelAt, replayIn, shapesIn, titled } from "./board-in.js";

let world: World;

beforeEach(() => {
  world = createWorld();
});

afterEach(() => cleanup());

test("a tool of the app's own is in the toolbar, has a key, and draws the app's own shape", async () => {
  const stamp = defineTool({
    name: "app:stamp",
    label: "Stamp",
    icon: <svg />,
    key: "s",
    down({ x, y }, context) {
      const place = { id: context.newShapeId(), page: context.page(), order: context.topOrder() };
      const shape = { ...card.make({ x, y, w: 60, h: 40, props: { title: "Tea" } }), ...place };
      context.send([{ type: "shape.add", shape }]);
      return null;
    },
  });
  const handle = await boardIn(world, { tools: [stamp], shapes: [card], isRecord: true });
  const canvas = document.querySelector(".inktape-canvas") as HTMLElement;
  new Mouse(canvas).click(5, 300);
  handle.undo();
  canvas.focus();
  await userEvent.keyboard("s");
  expect(handle.tool.get()).toBe("app:stamp");
  expect(canvas.style.cursor).toBe("crosshair");
  await expect.element(page.getByRole("button", { name: "Stamp" })).toHaveAttribute("aria-pressed", "true");
  new Mouse(canvas).click(200, 150);
  await world.advance(300);
  expect(shapesIn(handle)).toEqual([expect.objectContaining({ kind: "?test:card", data: '{"title":"Tea"}' })]);
  expect(pixelAt(canvas, 230, 170)).toEqual([255, 0, 0, 255]);
  handle.setTool("eraser");
  new Mouse(canvas).click(210, 160);
  await world.advance(100);
  expect(shapesIn(handle)).toHaveLength(0);
});

test("a painter that fails leaves a labelled box, and the app hears of it", async () => {
  const errors: InktapeError[] = [];
  const broken = defineShape({
    kind: "test:card",
    schema: titled,
    paint() {
      throw new TypeError("no such thing");
    },
  });
  const handle = await boardIn(world, { shapes: [broken], onError: (error) => errors.push(error) });
  handle.add([card.make({ x: 0, y: 0, w: 60, h: 40, props: { title: "Tea" } })]);
  await world.advance(100);
  expect(errors.map(({ code }) => code)).toEqual(["bad-argument"]);
  expect(errors[0]?.cause).toBeInstanceOf(TypeError);
  await expect.element(page.getByRole("toolbar", { name: "Tools" })).toBeVisible();
});

test("a replay shows the app's own shapes by the same declaration", async () => {
  const handle = await boardIn(world, { shapes: [card], isRecord: true });
  await world.advance(500);
  handle.add([card.make({ x: 0, y: 0, w: 60, h: 40, props: { title: "Tea" } })]);
  await world.advance(500);
  cleanup();
  await world.advance(1000);
  const { player, view } = await replayIn(world, { room: "api", shapes: [card] });
  await player.seek(player.state.get().duration);
  await world.advance(300);
  const { x, y } = view.toScreen({ x: 30, y: 20 });
  expect(pixelAt(document.querySelector(".inktape-canvas")!, Math.round(x), Math.round(y))).toEqual([255, 0, 0, 255]);
});
