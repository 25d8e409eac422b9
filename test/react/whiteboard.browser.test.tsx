import { Profiler, StrictMode } from "react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { createRoomClient } from "../../src/client/create-room-client.js";
import { shapesOf } from "../../src/board/leaves.js";
import { plainBoard } from "../../src/board/plain.js";
import type { TextShape } from "../../src/signal/shape.js";
import type { RoomClient } from "../../src/client/room-client.js";
import { LATE_PARTS } from "../../src/react/whiteboard/late-parts.js";
import type { WhiteboardHandle } from "../../src/react/whiteboard/handle.js";
import { Whiteboard } from "../../src/react/whiteboard/whiteboard.js";
import { Box, createWorld, delivered, Mouse, type World } from "./helpers.js";

let world: World;
/** The handles that components gave, the newest last. */
let handles: WhiteboardHandle[];
const onReady = (handle: WhiteboardHandle) => void handles.push(handle);

beforeEach(() => {
  world = createWorld();
  handles = [];
});
afterEach(() => cleanup());

/** The newest handle, once its board is there. */
async function ready(count = 1): Promise<WhiteboardHandle> {
  await expect.poll(() => handles.length).toBeGreaterThanOrEqual(count);
  await world.advance(50);
  return handles.at(-1) as WhiteboardHandle;
}

/** Somebody else in the room, to see it from outside. */
async function watcher(room: string): Promise<RoomClient> {
  const { transport, clock } = world;
  const client = createRoomClient({ transport, clock, room, random: Math.random, user: { name: "Watcher" } });
  await world.advance(50);
  return client;
}

const canvasOf = (index = 0) => document.querySelectorAll(".inktape-canvas")[index] as HTMLElement;
const namesIn = (client: RoomClient) => Object.values(client.board.get()?.members ?? {}).map(({ name }) => name);
const shapesIn = (client: RoomClient) => [...shapesOf(client.board.get() as never)];

test("StrictMode leaves one client in the room", async () => {
  const outside = await watcher("strict");
  await render(
    <StrictMode>
      <world.Around>
        <Box>
          <Whiteboard room="strict" user={{ name: "Ada" }} onReady={onReady} />
        </Box>
      </world.Around>
    </StrictMode>,
  );
  const { client } = await ready();
  expect(client.status.get().state).toBe("online");
  expect(namesIn(outside)).toEqual(["Watcher", "Ada"]);
});

test("two boards on one page see each other's strokes", async () => {
  await render(
    <world.Around>
      <Box>
        <Whiteboard room="shared" user={{ name: "Ada" }} onReady={onReady} />
      </Box>
      <Box>
        <Whiteboard room="shared" user={{ name: "Ben" }} onReady={onReady} />
      </Box>
    </world.Around>,
  );
  await ready(2);
  const [first, second] = handles as [WhiteboardHandle, WhiteboardHandle];
  await new Mouse(canvasOf(0)).stroke(20, () => world.advance(17));
  await new Mouse(canvasOf(1)).stroke(20, () => world.advance(17));
  await world.advance(100);
  expect(shapesIn(first.client)).toHaveLength(2);
  expect(plainBoard(first.client.confirmed.get() as never)).toEqual(plainBoard(second.client.confirmed.get() as never));
});

test("keys go to the board that was used last, and to none while somebody types", async () => {
  await render(
    <world.Around>
      <input aria-label="elsewhere" />
      <Box>
        <Whiteboard room="left" onReady={onReady} />
      </Box>
      <Box>
        <Whiteboard room="right" onReady={onReady} />
      </Box>
    </world.Around>,
  );
  await ready(2);
  await expect.element(page.getByRole("button", { name: "Rectangle" }).first()).toBeVisible();
  const pressed = () =>
    [...document.querySelectorAll('.inktape-tools [aria-pressed="true"]')].map((button) =>
      button.getAttribute("aria-label"),
    );
  expect(pressed()).toEqual(["Pen", "Pen"]);
  await userEvent.keyboard("o");
  expect(pressed()).toEqual(["Pen", "Pen"]);
  new Mouse(canvasOf(1)).click(5, 5);
  await userEvent.keyboard("o");
  await expect.poll(pressed).toEqual(["Pen", "Ellipse"]);
  await userEvent.type(page.getByLabelText("elsewhere"), "r");
  expect(pressed()).toEqual(["Pen", "Ellipse"]);
});

test("another room is another client, and the old one leaves", async () => {
  const outside = await watcher("first");
  const board = (room: string) => (
    <world.Around>
      <Box>
        <Whiteboard room={room} user={{ name: "Ada" }} onReady={onReady} />
      </Box>
    </world.Around>
  );
  const screen = await render(board("first"));
  const before = await ready();
  await screen.rerender(board("second"));
  const after = await ready(2);
  expect(after.client).not.toBe(before.client);
  expect([before.client.status.get().state, after.client.room]).toEqual(["closed", "second"]);
  expect(namesIn(outside)).toEqual(["Watcher"]);
  await expect.element(page.getByRole("region", { name: "Whiteboard second" })).toBeVisible();
});

test("unmounting leaves no client and no timer, and it can be mounted again", async () => {
  const outside = await watcher("again");
  const board = (
    <world.Around>
      <Box>
        <Whiteboard room="again" user={{ name: "Ada" }} onReady={onReady} />
      </Box>
    </world.Around>
  );
  const first = await render(board);
  const { client } = await ready();
  await first.unmount();
  await world.advance(100);
  expect([client.status.get().state, namesIn(outside)]).toEqual(["closed", ["Watcher"]]);
  await world.advance(60_000);
  expect(world.clock.waiting).toBe(0);

  await render(board);
  await ready(2);
  expect(namesIn(outside)).toEqual(["Watcher", "Ada"]);
});

test("React does not render while somebody draws", async () => {
  let commits = 0;
  await render(
    <world.Around>
      <Profiler id="board" onRender={() => (commits += 1)}>
        <Box>
          <Whiteboard room="still" onReady={onReady} />
        </Box>
      </Profiler>
    </world.Around>,
  );
  const { client } = await ready();
  await Promise.all(LATE_PARTS.map((part) => part.load()));
  const mouse = new Mouse(canvasOf());
  // The first stroke takes the hint away and makes undo possible.
  await mouse.stroke(3, () => world.advance(17));
  await expect.element(page.getByRole("button", { name: "Undo" })).not.toHaveAttribute("aria-disabled");
  const before = commits;
  let boards = 0;
  client.board.subscribe(() => (boards += 1));
  await mouse.stroke(60, async () => {
    await world.advance(17);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  });
  expect(boards).toBeGreaterThan(60);
  expect(commits - before).toBe(0);
});

test("text is typed on the board, Escape puts it there, and emptying it takes it away", async () => {
  await render(
    <world.Around>
      <Box>
        <Whiteboard room="text" onReady={onReady} />
      </Box>
    </world.Around>,
  );
  const { client } = await ready();
  const mouse = new Mouse(canvasOf());
  await page.getByRole("button", { name: "Text", exact: true }).click();
  mouse.click(200, 150);
  await userEvent.keyboard("Hello,{Enter}world");
  await userEvent.keyboard("{Escape}");
  await world.advance(100);
  const [shape] = shapesIn(client) as TextShape[];
  expect(shape).toMatchObject({ kind: "text", x: 200, y: 150, text: "Hello,\nworld" });

  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("textbox", { name: "Text. Escape when done." })).toHaveValue("Hello,\nworld");
  await userEvent.clear(page.getByRole("textbox", { name: "Text. Escape when done." }));
  await userEvent.keyboard("{Escape}");
  await world.advance(100);
  expect(shapesIn(client)).toEqual([]);
});

test("text that is being typed is kept when the page is left", async () => {
  await render(
    <world.Around>
      <Box>
        <Whiteboard room="typing" onReady={onReady} />
      </Box>
    </world.Around>,
  );
  const { client } = await ready();
  await page.getByRole("button", { name: "Text", exact: true }).click();
  new Mouse(canvasOf()).click(200, 150);
  await userEvent.keyboard("half a sen");
  await page.getByRole("button", { name: "Add a page" }).click();
  await world.advance(100);
  expect(shapesIn(client)).toMatchObject([{ text: "half a sen", page: "page" }]);
});

test("choosing a colour restyles what is selected, as one step to undo", async () => {
  await render(
    <world.Around>
      <Box>
        <Whiteboard room="style" onReady={onReady} />
      </Box>
    </world.Around>,
  );
  const { client } = await ready();
  const mouse = new Mouse(canvasOf());
  for (let count = 0; count < 2; count += 1) await mouse.stroke(10, () => world.advance(17));
  await userEvent.keyboard("{Control>}a{/Control}");
  await page.getByRole("radio", { name: "Red" }).click();
  await world.advance(50);
  const colors = () => shapesIn(client).map(({ color }) => color);
  expect(colors()).toEqual(["red", "red"]);
  await userEvent.keyboard("{Control>}z{/Control}");
  expect(colors()).toEqual(["black", "black"]);
});

test("heads chosen with the arrow in hand are those of the next arrow, not of the next line", async () => {
  await render(
    <world.Around>
      <Box>
        <Whiteboard room="heads" onReady={onReady} />
      </Box>
    </world.Around>,
  );
  const { client, setTool } = await ready();
  const mouse = new Mouse(canvasOf());
  setTool("arrow");
  await page.getByRole("button", { name: "End of the line" }).click();
  await page.getByRole("menuitemradio", { name: "Dot" }).click();
  await mouse.stroke(4, () => world.advance(17));
  setTool("line");
  await mouse.stroke(4, () => world.advance(17));
  await world.advance(50);
  const heads = shapesIn(client).map((shape) => [shape.kind, "endHead" in shape && shape.endHead]);
  expect(heads).toEqual([
    ["arrow", "dot"],
    ["line", false],
  ]);
});

test("a page that is added is shown, drawn on, and left again", async () => {
  await render(
    <world.Around>
      <Box>
        <Whiteboard room="pages" onReady={onReady} />
      </Box>
    </world.Around>,
  );
  const { client, view } = await ready();
  await page.getByRole("button", { name: "Add a page" }).click();
  await world.advance(50);
  await expect.element(page.getByRole("button", { name: "Page 2 2/2, all pages" })).toBeVisible();
  await new Mouse(canvasOf()).stroke(10, () => world.advance(17));
  expect(shapesIn(client).map((shape) => shape.page)).toEqual([view.page.get()]);
  await page.getByRole("button", { name: /all pages$/ }).click();
  await page.getByRole("button", { name: "Page 1, page 1 of 2", exact: true }).click();
  expect(view.page.get()).toBe("page");
});

test("a room that cannot be named so is refused in words", async () => {
  const { Around } = world;
  const seen: unknown[] = [];
  await expect(
    render(
      <Around>
        <Whiteboard room="not a room" />
      </Around>,
    ).catch((error: unknown) => {
      seen.push(error);
      throw error;
    }),
  ).rejects.toThrow(/cannot name a room/);
  await delivered();
  expect(seen).toHaveLength(1);
});
