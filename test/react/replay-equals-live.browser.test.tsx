import { afterEach, expect, test } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { userEvent } from "vitest/browser";
import type { Board } from "../../src/board/board.js";
import { shapesOf } from "../../src/board/leaves.js";
import { plainBoard } from "../../src/board/plain.js";
import { defineShape, rectangle, type StandardSchema } from "../../src/index.js";
import { Replay, type ReplayHandle } from "../../src/react/replay/replay.js";
import { Whiteboard } from "../../src/react/whiteboard/whiteboard.js";
import type { WhiteboardHandle } from "../../src/react/whiteboard/handle.js";
import type { Json } from "../../src/signal/signal.js";
import { imageFile } from "../canvas/support/images.js";
import { createWorld, Mouse, type World } from "./helpers.js";

const ROOM = "everything";
const CAMERA = { x: 0, y: 0, zoom: 0.8 };

afterEach(() => cleanup());

const anything: StandardSchema<Json> = { "~standard": { validate: (value) => ({ value: value as Json }) } };
const card = defineShape({
  kind: "test:card",
  schema: anything,
  paint: ({ w, h }) => [{ path: (path) => rectangle(path, 0, 0, w, h), fill: "#00aa88" }],
});

/** Somebody at a board, and what of them a test's interactions need. */
interface Actor {
  readonly board: WhiteboardHandle;
  readonly mouse: Mouse;
  /** Lets time pass for what was done to arrive. */
  pause(ms?: number): Promise<void>;
  /** Remembers what is seen now. */
  look(): Promise<void>;
  keys(text: string): Promise<void>;
  /** Presses a mouse with a tool at the first place, goes through the others, and lets go; looks on the way. */
  drag(tool: Parameters<WhiteboardHandle["setTool"]>[0], ...places: readonly [x: number, y: number][]): Promise<void>;
}

const lastShape = ({ board }: Actor) =>
  [...shapesOf(board.getBoard())].sort((a, b) => (a.order < b.order ? -1 : 1)).at(-1)!;
const WAVE: [number, number][] = Array.from({ length: 14 }, (_, at) => [40 + at * 12, 60 + 22 * Math.sin(at / 2)]);

/** Everything that can be done on a board, in the order it is done. */
const INTERACTIONS: readonly (readonly [name: string, act: (actor: Actor) => Promise<void>])[] = [
  ["the pen", ({ drag }) => drag("pen", ...WAVE)],
  ["the highlighter", ({ drag }) => drag("highlighter", [40, 110], [120, 112], [200, 110])],
  ["a rectangle", ({ drag }) => drag("rectangle", [40, 150], [100, 180], [140, 210])],
  ["an ellipse", ({ drag }) => drag("ellipse", [240, 150], [340, 210])],
  ["a diamond", ({ drag }) => drag("diamond", [360, 150], [420, 210])],
  ["a triangle", ({ drag }) => drag("triangle", [440, 150], [500, 210])],
  ["a star", ({ drag }) => drag("star", [520, 150], [580, 210])],
  ["a line", ({ drag }) => drag("line", [600, 150], [640, 210])],
  ["an arrow that is bound at both ends", ({ drag }) => drag("arrow", [90, 180], [200, 220], [290, 180])],
  [
    "a label",
    async ({ board, keys }) => {
      const [box] = [...shapesOf(board.getBoard())].filter(({ kind }) => kind === "rectangle");
      board.select(box ? [box.id] : []);
      await keys("{Enter}box{Escape}");
    },
  ],
  [
    "a text",
    async ({ board, keys, mouse }) => {
      board.setTool("text");
      mouse.click(250, 90);
      await keys("Words{Escape}");
    },
  ],
  ["a note", async ({ drag, keys }) => (await drag("note", [440, 30], [540, 130]), await keys("note{Escape}"))],
  ["a frame around shapes", ({ drag }) => drag("frame", [350, 140], [590, 220])],
  ["moved, with a bound arrow", ({ drag }) => drag("select", [40, 180], [40, 220], [50, 240])],
  [
    "turned",
    async ({ board, look }) => {
      const [star] = [...shapesOf(board.getBoard())].filter(({ kind }) => kind === "star");
      const end = board.client.gesture();
      for (let step = 0; step < 3; step++) {
        if (star) board.client.send([{ type: "shapes.rotate", ids: [star.id], x: 680, y: 220, angle: 0.2 }]);
        await look();
      }
      end();
    },
  ],
  [
    "stretched and mirrored",
    async ({ board }) => {
      const [ink] = [...shapesOf(board.getBoard())].filter(({ kind }) => kind === "ink");
      if (ink) board.client.send([{ type: "shapes.scale", ids: [ink.id], x: 50, y: 70, sx: -0.5, sy: 1.5 }]);
    },
  ],
  ["another look", async (actor) => actor.board.update(lastShape(actor).id, { color: "red", opacity: 0.5 })],
  [
    "all, twice",
    async ({ keys, board }) => {
      board.setTool("select");
      await keys("{Control>}a{/Control}{Control>}d{/Control}{ArrowDown}{ArrowDown}");
    },
  ],
  ["grouped, flipped, sent back", async ({ keys }) => keys("{Control>}g{/Control}{Shift>}h{/Shift}[[")],
  [
    "taken back and done again",
    async ({ keys }) => keys("{Control>}z{/Control}{Control>}z{/Control}{Control>}{Shift>}z{/Shift}{/Control}"),
  ],
  ["deleted", async ({ keys }) => keys("{Delete}")],
  [
    "rubbed out in part",
    async ({ board, keys, drag }) => {
      await keys("{Escape}");
      board.setTool("eraser");
      await drag("eraser", [60, 100], [80, 130]);
    },
  ],
  ["pointed at with the laser", ({ drag }) => drag("laser", [300, 260], [360, 280], [420, 250], [480, 290])],
  ["caught with the lasso", ({ drag }) => drag("lasso", [420, 20], [600, 20], [600, 140], [420, 140], [420, 30])],
  [
    "a picture",
    async ({ board }) => {
      const bytes = new Uint8Array(await (await imageFile(80, 60)).arrayBuffer());
      const asset = await board.client.assets.put(bytes);
      board.add([{ kind: "image", x: 60, y: 300, w: 160, h: 120, asset, color: "black", size: 1, alt: "Red" }]);
    },
  ],
  [
    "cropped and turned",
    async (actor) => actor.board.update(lastShape(actor).id, { cropX: 0.25, cropW: 0.5, w: 80, rotation: 0.3 }),
  ],
  [
    "a shape of the app's own",
    async ({ board }) => {
      board.add([card.make({ x: 300, y: 320, w: 120, h: 60, color: "blue", props: {} })]);
    },
  ],
  [
    "paper",
    async ({ board }) => {
      const paper = { color: "yellow", pattern: "grid", asset: "", w: 0, h: 0 } as const;
      board.client.send([{ type: "page.paper", id: board.view.page.get(), paper }]);
    },
  ],
  [
    "an event and shared state",
    async ({ board }) => {
      board.sendEvent("quiz", { answer: 4 });
      board.client.send([{ type: "state.set", key: "score", value: [1, 2] }]);
    },
  ],
  [
    "locked",
    async ({ board }) => board.client.send([{ type: "page.lock", id: board.view.page.get(), isLocked: true }]),
  ],
];

/** What was seen at a moment. */
interface Sight {
  readonly name: string;
  readonly time: number;
  readonly board: Json;
  readonly pixels: Uint32Array;
}

/** What a view shows of its first page, from the common camera. */
function pixelsOf(host: Element, view: WhiteboardHandle["view"]): Uint32Array {
  view.setCamera(CAMERA);
  view.paint();
  const whole = new OffscreenCanvas(700, 420).getContext("2d")!;
  const frame = host.getBoundingClientRect();
  for (const canvas of host.querySelectorAll("canvas")) {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    if (canvas.width > 0 && canvas.height > 0)
      whole.drawImage(canvas, left - frame.left, top - frame.top, width, height);
  }
  return new Uint32Array(whole.getImageData(0, 0, 700, 420).data.buffer);
}

const differing = (a: Uint32Array, b: Uint32Array) => a.reduce((sum, word, at) => sum + (word === b[at] ? 0 : 1), 0);

/** A board of the same size wherever it is, below its controls. */
const STAGE = `.inktape-canvas { position: absolute !important; inset: 0 auto auto 0 !important;
  width: 700px !important; height: 420px !important }`;

async function shownIn(world: World, who: string, role: "admin" | "reader"): Promise<WhiteboardHandle> {
  let handle: WhiteboardHandle | null = null;
  const user = { id: who, name: who, color: "#a8317c" };
  await render(
    <world.Around>
      <style>{STAGE}</style>
      <div data-who={who} style={{ inlineSize: 760, blockSize: 480 }}>
        <Whiteboard
          room={ROOM}
          isRecord
          user={user}
          role={role}
          shapes={[card]}
          onReady={(ready) => (handle = ready)}
        />
      </div>
    </world.Around>,
  );
  await expect.poll(() => handle).not.toBeNull();
  await world.advance(100);
  return handle as unknown as WhiteboardHandle;
}

test("a replay shows every interaction as it was seen live: the board and the pixels, at every moment", async () => {
  const world = createWorld();
  const board = await shownIn(world, "Ada", "admin");
  const watcher = await shownIn(world, "Wen", "reader");
  const hostOf = (who: string) => document.querySelector(`[data-who=${who}] .inktape-canvas`) as HTMLElement;
  const mouse = new Mouse(hostOf("Ada"));
  const sights: Sight[] = [];
  const pause = (ms = 120) => world.advance(ms);
  let name = "nothing";
  const look = async () => {
    // What is on its way has arrived, and what moves has come to rest.
    do await pause(34);
    while (watcher.client.time() - (watcher.client.confirmed.get()?.at ?? 0) < 150);
    const [confirmed, time] = [watcher.client.confirmed.get() as Board, Math.floor(watcher.client.time())];
    sights.push({ name, time, board: plainBoard(confirmed), pixels: pixelsOf(hostOf("Wen"), watcher.view) });
    // What is done next is not done in this very millisecond.
    await pause(34);
  };
  const actor: Actor = {
    board,
    mouse,
    pause,
    look,
    async keys(text) {
      if (!document.activeElement?.matches("textarea")) hostOf("Ada").focus();
      await userEvent.keyboard(text);
      await pause();
    },
    async drag(tool, first, ...others) {
      board.setTool(tool);
      mouse.down(...first);
      for (const [index, place] of others.entries()) {
        mouse.move(...place);
        await pause(34);
        if (index === Math.floor(others.length / 2)) await look();
      }
      mouse.up(...(others.at(-1) ?? first));
      await pause();
    },
  };

  board.setCamera(CAMERA);
  for (const [title, act] of INTERACTIONS) {
    name = title;
    const before = JSON.stringify(plainBoard(watcher.client.confirmed.get() as Board));
    await act(actor);
    await pause();
    // Pictures come by themselves: what is compared is seen once it is there.
    if (title === "a picture") {
      await expect.poll(() => pixelsOf(hostOf("Wen"), watcher.view).includes(0xff0000cc)).toBe(true);
    }
    await look();
    expect([title, JSON.stringify(sights.at(-1)?.board) === before]).toEqual([title, false]);
  }
  expect(new Set(sights.map(({ pixels }) => pixels.join())).size).toBeGreaterThan(INTERACTIONS.length);
  await cleanup();
  await pause(40_000);

  let replay: ReplayHandle | null = null;
  await render(
    <world.Around>
      <style>{STAGE}</style>
      <div data-who="Vera" style={{ inlineSize: 760, blockSize: 480 }}>
        <Replay room={ROOM} shapes={[card]} onReady={(ready) => (replay = ready)} />
      </div>
    </world.Around>,
  );
  await expect.poll(() => replay).not.toBeNull();
  const { player, view } = replay as unknown as ReplayHandle;
  await expect.poll(() => player.frame.get().board).not.toBeNull();
  const shuffled = sights.map((sight, at) => ({ sight, key: (at * 11) % sights.length })).sort((a, b) => a.key - b.key);
  for (const { sight } of shuffled) {
    await player.seekWall(sight.time as never);
    await expect.poll(() => player.frame.get().isWhole).toBe(true);
    expect([sight.name, plainBoard(player.frame.get().board as Board)]).toEqual([sight.name, sight.board]);
    await expect
      .poll(() => differing(pixelsOf(hostOf("Vera"), view), sight.pixels), { message: `pixels: ${sight.name}` })
      .toBe(0);
  }
});
