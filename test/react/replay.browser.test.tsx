import { Profiler, StrictMode } from "react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { shapesOf } from "../../src/board/leaves.js";
import { Replay, type ReplayHandle, type ReplayProps } from "../../src/react/replay/replay.js";
import type { Transport } from "../../src/transport/transport.js";
import { InktapeProvider } from "../../src/react/provider.js";
import { layerPicture } from "../canvas/support/layer-picture.js";
import { Box, createWorld, Mouse, START, type World } from "./helpers.js";
import { recordStrokes, ROOM, STROKE_MS } from "./recorded-strokes.js";

let world: World;
let handles: ReplayHandle[];
const onReady = (handle: ReplayHandle) => void handles.push(handle);

beforeEach(async () => {
  world = createWorld();
  handles = [];
  localStorage.clear();
  await recordStrokes(world);
});
afterEach(() => cleanup());

async function ready(count = 1): Promise<ReplayHandle> {
  await expect.poll(() => handles.length).toBeGreaterThanOrEqual(count);
  const handle = handles.at(-1) as ReplayHandle;
  await expect.poll(() => handle.player.frame.get().board).not.toBeNull();
  return handle;
}

/** A replay of the room on the page, its handle once its first board is there. */
async function shown(props: Omit<ReplayProps, "room"> = {}): Promise<ReplayHandle> {
  await render(
    <world.Around>
      <Box>
        <Replay room={ROOM} onReady={onReady} {...props} />
      </Box>
    </world.Around>,
  );
  await expect.element(slider()).toBeVisible();
  return ready();
}

const slider = () => page.getByRole("slider", { name: "Position" });
const shapesShown = ({ player }: ReplayHandle) => [...shapesOf(player.frame.get().board as never)].length;

/** How many pixels have ink on them. */
function inkPixels(): number {
  const hosts = [...document.querySelectorAll(".inktape-canvas")];
  const contexts = hosts.flatMap((host) => [layerPicture(host, "shapes"), layerPicture(host, "strokes")]);
  return contexts.reduce((sum, context) => {
    const { data } = context.getImageData(0, 0, context.canvas.width, context.canvas.height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4) {
      if ((data[at + 3] ?? 0) > 128 && (data[at] ?? 255) < 100) count += 1;
    }
    return sum + count;
  }, 0);
}

test("the first picture is there before anybody presses play", async () => {
  const handle = await shown({ from: START + 5.5 * STROKE_MS });
  await world.advance(50);
  expect([handle.player.state.get().status, handle.player.frame.get().position]).toEqual(["paused", 0]);
  expect(shapesShown(handle)).toBe(5);
  expect(inkPixels()).toBeGreaterThan(500);
});

test("keys play, pause and go to places", async () => {
  const handle = await shown();
  const { player } = handle;
  const { duration } = player.state.get();
  slider().element().dispatchEvent(new Event("focus"));
  (slider().element() as HTMLElement).focus();
  await userEvent.keyboard("{ArrowRight}");
  await expect.element(slider()).toHaveAttribute("aria-valuenow", "5");
  await expect.element(slider()).toHaveAttribute("aria-valuetext", "0:05 of 0:10, 3 March 14:00");
  expect(shapesShown(handle)).toBe(5);
  await userEvent.keyboard("{Home}");
  expect(player.frame.get().position).toBe(0);
  await userEvent.keyboard("5");
  expect(player.frame.get().position).toBe(duration / 2);
  await userEvent.keyboard("{End}");
  expect(player.frame.get().position).toBe(duration);
  await userEvent.keyboard("{Shift>}{ArrowLeft}{/Shift}");
  expect(player.frame.get().position).toBeCloseTo(Math.max(0, duration - 10_000), 0);
  await userEvent.keyboard(" ");
  expect(player.state.get().status).toBe("playing");
  await userEvent.keyboard("k");
  expect(player.state.get().status).toBe("paused");
  await userEvent.keyboard(">");
  expect(player.state.get().rate).toBe(1.25);
});

test("dragging the bar takes the board along, and playing goes on where it is let go", async () => {
  const handle = await shown();
  handle.player.play();
  const bar = slider().element() as HTMLElement;
  bar.setPointerCapture = () => undefined;
  const mouse = new Mouse(bar);
  mouse.down(bar.offsetWidth * 0.25, 5);
  expect([handle.player.state.get().status, shapesShown(handle)]).toEqual(["paused", 2]);
  mouse.move(bar.offsetWidth * 0.75, 5);
  expect(shapesShown(handle)).toBe(7);
  mouse.move(bar.offsetWidth * 0.55, 5);
  expect(shapesShown(handle)).toBe(5);
  mouse.up(bar.offsetWidth * 0.55, 5);
  expect(handle.player.state.get().status).toBe("playing");
});

test("React renders only the time while it plays, ten times a second at most", async () => {
  let commits = 0;
  await render(
    <world.Around>
      <Profiler id="replay" onRender={() => (commits += 1)}>
        <Box>
          <Replay room={ROOM} onReady={onReady} />
        </Box>
      </Profiler>
    </world.Around>,
  );
  const { player } = await ready();
  await expect.element(slider()).toBeVisible();
  player.play();
  await world.advance(200);
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const before = commits;
  let frames = 0;
  player.frame.subscribe(() => (frames += 1));
  for (let frame = 0; frame < 240; frame += 1) {
    await world.advance(1000 / 60);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  expect(frames).toBeGreaterThan(230);
  // Four seconds: the text says another second, here and on the wall, and nothing else changes.
  expect(commits - before).toBeLessThanOrEqual(10);
});

test("two replays of a room fetch each part of its recording once", async () => {
  const fetched: string[] = [];
  const counting: Transport = {
    ...world.transport,
    tape(room) {
      const tape = world.transport.tape(room);
      return {
        ...tape,
        block: (ref, signal) => (fetched.push(`block ${ref.first}`), tape.block(ref, signal)),
        part: (ref, part, signal) => (fetched.push(`${part} ${ref.first}`), tape.part(ref, part, signal)),
        keyframe: (ref, signal) => (fetched.push(`keyframe ${ref.seq}`), tape.keyframe(ref, signal)),
      };
    },
  };
  await render(
    <StrictMode>
      <InktapeProvider transport={counting} clock={world.clock} theme="light">
        <Box>
          <Replay room={ROOM} onReady={onReady} />
        </Box>
        <Box>
          <Replay room={ROOM} onReady={onReady} />
        </Box>
      </InktapeProvider>
    </StrictMode>,
  );
  await ready(2);
  for (const { player } of handles.slice(-2)) {
    await player.seek(player.state.get().duration);
    await player.seek(0);
  }
  expect(fetched.length).toBeGreaterThan(0);
  expect(fetched.toSorted()).toEqual([...new Set(fetched)].toSorted());
});

test("the view stands still while it plays, and leaves a viewer alone who roams", async () => {
  const { player, view } = await shown();
  await world.advance(50);
  const fitted = view.camera.get();
  expect(fitted.zoom).toBeLessThan(1);
  player.play();
  await world.advance(6000);
  expect(view.camera.get()).toEqual(fitted);
  view.setCamera({ x: 40, y: 60, zoom: 2 });
  await world.advance(1000);
  expect(view.camera.get()).toEqual({ x: 40, y: 60, zoom: 2 });
  await page.getByRole("button", { name: "Follow the drawing" }).click();
  expect(view.camera.get()).toEqual(fitted);
});

test("another range is another player, and unmounting leaves no timer", async () => {
  const replay = (from: number) => (
    <world.Around>
      <Box>
        <Replay room={ROOM} from={new Date(from)} onReady={onReady} />
      </Box>
    </world.Around>
  );
  const screen = await render(replay(START + 2000));
  const first = await ready();
  await screen.rerender(replay(START + 2000));
  expect(handles).toHaveLength(1);
  await screen.rerender(replay(START + 4000));
  const second = await ready(2);
  expect(second.player).not.toBe(first.player);
  expect(second.player.state.get().range?.from).toBe(START + 4000);
  second.player.play();
  await screen.unmount();
  await world.advance(60_000);
  expect(world.clock.waiting).toBe(0);
});

test("a range that cannot be read is refused in words, with a way to try again", async () => {
  await render(
    <world.Around>
      <Box>
        <Replay room={ROOM} from="yesterday-ish" />
      </Box>
    </world.Around>,
  );
  await expect.element(page.getByText(/"yesterday-ish" as "from" is no moment/)).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Try again" })).toBeVisible();
});
