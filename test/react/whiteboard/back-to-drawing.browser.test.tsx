import { afterEach, beforeEach, expect, test } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { page } from "vitest/browser";
import type { WhiteboardHandle } from "../../../src/react/whiteboard/handle.js";
import { Whiteboard, type WhiteboardProps } from "../../../src/react/whiteboard/whiteboard.js";
import { Box, createWorld, type World } from "../helpers.js";

let world: World;

beforeEach(() => {
  world = createWorld();
});
afterEach(() => cleanup());

const back = () => page.getByRole("button", { name: "Back to the drawing" });

async function open(props: Partial<WhiteboardProps> = {}): Promise<WhiteboardHandle> {
  let ready: WhiteboardHandle | null = null;
  await render(
    <world.Around>
      <Box>
        <Whiteboard room="lost" onReady={(handle) => (ready = handle)} {...props} />
      </Box>
    </world.Around>,
  );
  await expect.poll(() => ready).not.toBeNull();
  await world.advance(50);
  return ready as unknown as WhiteboardHandle;
}

function addBox({ add }: WhiteboardHandle): void {
  add([{ kind: "rectangle", x: 200, y: 150, w: 120, h: 80, color: "blue", size: 4, seed: 7, fill: "none" }]);
}

test("a view that shows nothing of the drawing offers the way back, and is there at a press", async () => {
  const handle = await open();
  handle.setCamera({ x: 9000, y: 9000, zoom: 1 });
  await expect.element(back()).not.toBeInTheDocument();
  addBox(handle);
  await world.advance(300);
  await expect.element(back()).toBeVisible();
  (back().element() as HTMLElement).focus();
  await back().click();
  await world.advance(300);
  await expect.element(back()).not.toBeInTheDocument();
  await expect.element(page.getByRole("application", { name: "Board" })).toHaveFocus();
  expect(handle.view.isOutOfSight()).toBe(false);
});

test("it goes when the view is moved back, when the last shape is gone and on an empty page", async () => {
  const handle = await open();
  addBox(handle);
  await world.advance(300);
  await expect.element(back()).not.toBeInTheDocument();
  handle.setCamera({ x: -5000, y: 0, zoom: 1 });
  await expect.element(back()).toBeVisible();
  handle.setCamera({ x: 250, y: 150, zoom: 1 });
  await expect.element(back()).not.toBeInTheDocument();
  handle.setCamera({ x: -5000, y: 0, zoom: 1 });
  await expect.element(back()).toBeVisible();
  handle.run("addPage");
  await world.advance(300);
  await expect.element(back()).not.toBeInTheDocument();
  handle.run("previousPage");
  await expect.element(back()).toBeVisible();
  handle.run("selectAll");
  handle.run("delete");
  await world.advance(300);
  await expect.element(back()).not.toBeInTheDocument();
});

test("readers are offered it, who follows somebody else's view is not", async () => {
  const ben = await open({ user: { id: "ben", name: "Ben" } });
  addBox(ben);
  await world.advance(300);
  const reader = await open({ user: { id: "rea", name: "Rea" }, role: "reader" });
  await world.advance(300);
  reader.setCamera({ x: -5000, y: 0, zoom: 1 });
  await expect.element(back()).toBeVisible();
  const member = ben.client.self.get()?.member;
  if (member === undefined) throw new Error("Ben is not in the room.");
  ben.setCamera({ x: 7000, y: 0, zoom: 1 });
  await world.advance(1000);
  reader.follow(member);
  await world.advance(1000);
  expect(reader.view.isOutOfSight()).toBe(true);
  // Ben's own board has the only button: he looks elsewhere himself.
  expect(back().elements()).toHaveLength(1);
  reader.stopFollowing();
  await expect.poll(() => back().elements().length).toBe(2);
});

test("the view moves as it may without anybody being told that nothing has changed", async () => {
  const handle = await open();
  addBox(handle);
  await world.advance(300);
  const { watchOutOfSight } = await import("../../../src/react/whiteboard/out-of-sight.js");
  let told = 0;
  const stop = watchOutOfSight(handle, world.clock).subscribe(() => (told += 1));
  for (let x = 0; x < 100; x += 1) handle.setCamera({ x, y: 0, zoom: 1 });
  expect(told).toBe(0);
  for (let x = 5000; x < 5100; x += 1) handle.setCamera({ x, y: 0, zoom: 1 });
  expect(told).toBe(1);
  stop();
});
