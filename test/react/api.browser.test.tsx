import { createRef, StrictMode, type ReactNode } from "react";
import { afterEach, beforeEach, expect, expectTypeOf, test } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import {
  type Command,
  createRoomClient,
  defineShape,
  defineTool,
  type InktapeError,
  type NewShape,
  rectangle,
  Replay,
  type ReplayHandle,
  type ShapeEvent,
  type StandardSchema,
  useMember,
  useRoomEvent,
  useSelection,
  useSharedState,
  useTool,
  useWhiteboard,
  Whiteboard,
  type WhiteboardHandle,
  type WhiteboardProps,
} from "../../src/index.js";
import { FIRST_PAGE } from "../../src/board/board.js";
import { shapesOf } from "../../src/board/leaves.js";
import type { MemberId } from "../../src/signal/ids.js";
import { layerPicture } from "../canvas/support/layer-picture.js";
import { Box, createWorld, Mouse, type World } from "./helpers.js";

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => cleanup());

/** Takes what has a title. */
const titled: StandardSchema<{ readonly title: string }> = {
  "~standard": {
    validate: (value) =>
      typeof (value as { title?: unknown })?.title === "string"
        ? { value: value as { title: string } }
        : { issues: [{ message: "no title" }] },
  },
};
const card = defineShape({
  kind: "test:card",
  schema: titled,
  paint: ({ w, h }) => [{ path: (path) => rectangle(path, 0, 0, w, h), fill: "#ff0000" }],
});
const RECTANGLE = {
  kind: "rectangle",
  x: 10,
  y: 10,
  w: 50,
  h: 40,
  color: "red",
  size: 2,
  fill: "none",
  seed: 1,
} as const;

/** A board on the page, its handle once the room is there. */
async function boardWith(
  props: Partial<WhiteboardProps> = {},
  wrap = (board: ReactNode) => board,
): Promise<WhiteboardHandle> {
  const ref = createRef<WhiteboardHandle>();
  await render(
    wrap(
      <world.Around>
        <Box>
          <Whiteboard room="api" user={{ name: "Ada" }} ref={ref} {...props} />
        </Box>
      </world.Around>,
    ),
  );
  await expect.poll(() => ref.current).not.toBeNull();
  await world.advance(100);
  return ref.current as WhiteboardHandle;
}

const shapesIn = (handle: WhiteboardHandle) => [...shapesOf(handle.getBoard())];

test("the handle adds, changes and removes as this person, in steps that can be undone", async () => {
  const handle = await boardWith({}, (board) => <StrictMode>{board}</StrictMode>);
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

test("children are given the board, and what is in hand", async () => {
  function Inside() {
    const { setTool, getBoard } = useWhiteboard();
    const self = useMember(1 as MemberId);
    return (
      <button type="button" onClick={() => setTool("hand")}>
        {useTool()} {useSelection().length} {self?.profile.name} {Object.keys(getBoard().pages).length}
      </button>
    );
  }
  const handle = await boardWith({ children: <Inside /> });
  await userEvent.click(page.getByText("pen 0 Ada 1"));
  await expect.element(page.getByText("hand 0 Ada 1")).toBeVisible();
  handle.select(handle.add([RECTANGLE]));
  await expect.element(page.getByText("hand 1 Ada 1")).toBeVisible();
});

test("hooks outside of a board say what to do", async () => {
  const Lost = () => <>{useWhiteboard().getBoard().seq}</>;
  await expect(
    render(
      <world.Around>
        <Lost />
      </world.Around>,
    ),
  ).rejects.toThrow(/put the component inside of one/);
});

test("parts are left out, replaced, and wrapped", async () => {
  const components = {
    ZoomBar: null,
    PageBar: () => <p>Page {useWhiteboard().view.page.get()}</p>,
    Toolbar: ({ children }: { readonly children: ReactNode }) => <div data-testid="wrapped">{children}</div>,
  };
  await boardWith({ components });
  await expect.element(page.getByText("Page page", { exact: true })).toBeVisible();
  await expect.element(page.getByTestId("wrapped").getByRole("button", { name: "Pen" })).toBeVisible();
  await expect.element(page.getByRole("toolbar", { name: "Zoom" })).not.toBeInTheDocument();
  await expect.element(page.getByRole("toolbar", { name: "Pages" })).not.toBeInTheDocument();
});

function Score() {
  const [score, setScore] = useSharedState("score", 0);
  expectTypeOf(score).toEqualTypeOf<number>();
  return (
    <button type="button" onClick={() => setScore((now) => now + 1)}>
      Score {score}
    </button>
  );
}

test("shared state and events go to everybody, and are there again in the recording", async () => {
  const heard: string[] = [];
  function Clap({ who }: { readonly who: string }) {
    const clap = useRoomEvent<{ hands: number }>("clap", (data, by) => heard.push(`${who} ${data.hands} ${by}`));
    return (
      <button type="button" onClick={() => clap({ hands: 2 })}>
        Clap {who}
      </button>
    );
  }
  const board = (name: string) => (
    <Box>
      <Whiteboard room="shared" user={{ name }} isRecord>
        <Score />
        <Clap who={name} />
      </Whiteboard>
    </Box>
  );
  const live = await render(
    <world.Around>
      {board("Ada")}
      {board("Ben")}
    </world.Around>,
  );
  await world.advance(200);
  const scores = () =>
    page
      .getByText(/^Score/)
      .elements()
      .map((element) => element.textContent);
  await expect.poll(scores).toEqual(["Score 0", "Score 0"]);
  await userEvent.click(page.getByText("Score 0").first());
  await world.advance(200);
  expect(scores()).toEqual(["Score 1", "Score 1"]);
  await userEvent.click(page.getByText("Clap Ben"));
  await world.advance(200);
  expect(heard.map((line) => line.split(" ")[0]).sort()).toEqual(["Ada", "Ben"]);
  await live.unmount();
  await world.advance(1000);

  heard.length = 0;
  let replay: ReplayHandle | null = null;
  await render(
    <world.Around>
      <Box>
        <Replay room="shared" onReady={(handle) => void (replay = handle)}>
          <Score />
          <Clap who="Viewer" />
        </Replay>
      </Box>
    </world.Around>,
  );
  await expect.poll(() => (replay as ReplayHandle | null)?.player.frame.get().board ?? null).not.toBeNull();
  await expect.poll(scores).toEqual(["Score 0"]);
  await userEvent.click(page.getByText("Score 0"));
  (replay as unknown as ReplayHandle).player.play();
  await world.advance(5000);
  await expect.poll(scores).toEqual(["Score 1"]);
  expect(heard).toEqual([expect.stringMatching(/^Viewer 2 \d+$/)]);
});

test("a key that is inktape's own is refused", async () => {
  const Thief = () => <>{useSharedState("inktape.presenter", 0)[0]}</>;
  await boardWith();
  await expect(render(<Thief />)).rejects.toThrow(/is inktape's own/);
});

test("shapes that come and go are told of with their author", async () => {
  const added: ShapeEvent[] = [];
  const handle = await boardWith({ onAdd: (events) => added.push(...events) });
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
  const handle = await boardWith({ tools: [stamp], shapes: [card], isRecord: true });
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
  const handle = await boardWith({ shapes: [broken], onError: (error) => errors.push(error) });
  handle.add([card.make({ x: 0, y: 0, w: 60, h: 40, props: { title: "Tea" } })]);
  await world.advance(100);
  expect(errors.map(({ code }) => code)).toEqual(["bad-argument"]);
  expect(errors[0]?.cause).toBeInstanceOf(TypeError);
  await expect.element(page.getByRole("toolbar", { name: "Tools" })).toBeVisible();
});

test("a replay shows the app's own shapes by the same declaration", async () => {
  const handle = await boardWith({ shapes: [card], isRecord: true });
  await world.advance(500);
  handle.add([card.make({ x: 0, y: 0, w: 60, h: 40, props: { title: "Tea" } })]);
  await world.advance(500);
  cleanup();
  await world.advance(1000);
  let replay: ReplayHandle | null = null;
  await render(
    <world.Around>
      <Box>
        <Replay room="api" shapes={[card]} onReady={(ready) => void (replay = ready)} />
      </Box>
    </world.Around>,
  );
  await expect.poll(() => (replay as ReplayHandle | null)?.player.frame.get().board ?? null).not.toBeNull();
  const { player, view } = replay as unknown as ReplayHandle;
  await player.seek(player.state.get().duration);
  await world.advance(300);
  const { x, y } = view.toScreen({ x: 30, y: 20 });
  expect(pixelAt(document.querySelector(".inktape-canvas")!, Math.round(x), Math.round(y))).toEqual([255, 0, 0, 255]);
});

function pixelAt(host: Element, x: number, y: number): readonly number[] {
  return [...layerPicture(host, "shapes").getImageData(x, y, 1, 1).data];
}

test("a handle runs what keys, menus and buttons can ask for, and says when there is nothing to do", async () => {
  let handle: WhiteboardHandle | null = null;
  await render(
    <world.Around>
      <Box>
        <Whiteboard room="commands" onReady={(ready) => (handle = ready)} />
      </Box>
    </world.Around>,
  );
  await world.advance(300);
  const board = handle! as WhiteboardHandle;
  expectTypeOf(board.run).parameter(0).toEqualTypeOf<Command>();
  expect(board.run("duplicate")).toBe(false);
  board.select(board.add([RECTANGLE]));
  expect(board.run("duplicate")).toBe(true);
  expect([...shapesOf(board.getBoard())]).toHaveLength(2);
  expect(board.run("tool.arrow")).toBe(true);
  expect(board.tool.get()).toBe("arrow");
});

test("the arrow keys' steps are those of the grid on paper that has one", async () => {
  let handle: WhiteboardHandle | null = null;
  await render(
    <world.Around>
      <Box>
        <Whiteboard room="nudging" onReady={(ready) => (handle = ready)} />
      </Box>
    </world.Around>,
  );
  await world.advance(300);
  const board = handle! as WhiteboardHandle;
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
  let handle: WhiteboardHandle | null = null;
  await render(
    <world.Around>
      <Box>
        <Whiteboard room="going" onReady={(ready) => (handle = ready)} />
      </Box>
    </world.Around>,
  );
  await world.advance(300);
  const board = handle! as WhiteboardHandle;
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
  let handle: WhiteboardHandle | null = null;
  await render(
    <world.Around>
      <Box>
        <Whiteboard room="snapping" onReady={(ready) => (handle = ready)} />
      </Box>
    </world.Around>,
  );
  await world.advance(300);
  expect(handle).not.toBeNull();
  const pick = async () => {
    await userEvent.click(page.getByRole("button", { name: "Menu" }));
    await userEvent.click(page.getByRole("menuitemcheckbox", { name: "Snap to objects and grid" }));
  };
  await pick();
  await userEvent.keyboard("{Escape}");
  await userEvent.click(page.getByRole("button", { name: "Menu" }));
  await expect.element(page.getByRole("menuitemcheckbox", { name: "Snap to objects and grid" })).toBeChecked();
});
