import { createRef, type ReactNode, useState } from "react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import type { PlayerEvent } from "../../src/player/player-events.js";
import { Replay, type ReplayHandle, type ReplayProps } from "../../src/react/replay/replay.js";
import { usePlayer } from "../../src/react/use-player.js";
import { usePlayerState } from "../../src/react/use-player-state.js";
import { Box, createWorld, START, type World } from "./helpers.js";
import { recordStrokes, ROOM, STROKE_MS } from "./recorded-strokes.js";

let world: World;
const ref = createRef<ReplayHandle>();

beforeEach(async () => {
  world = createWorld();
  localStorage.clear();
  await recordStrokes(world);
});
afterEach(() => cleanup());

const replay = (props: Partial<ReplayProps> = {}) => (
  <world.Around>
    <Box>
      <Replay room={ROOM} ref={ref} {...props} />
    </Box>
  </world.Around>
);

async function ready(): Promise<ReplayHandle["player"]> {
  await expect.poll(() => ref.current?.player.frame.get().board ?? null).not.toBeNull();
  return (ref.current as ReplayHandle).player;
}

test("begins where it is told to, in play time or in wall time", async () => {
  const screen = await render(replay({ startAt: 2500 }));
  expect((await ready()).frame.get().position).toBe(2500);
  await screen.unmount();
  await render(replay({ startAt: new Date(START + 4000) }));
  expect((await ready()).frame.get().wall).toBe(START + 4000);
});

test("does what its properties say, whenever they change", async () => {
  const screen = await render(replay({ position: 1000, rate: 2, loop: true, idleLimit: 5000 }));
  const player = await ready();
  expect(player.frame.get().position).toBe(1000);
  expect(player.state.get()).toMatchObject({
    rate: 2,
    loop: { from: 0, to: Infinity },
    idleLimit: 5000,
    isPaused: true,
  });
  await screen.rerender(replay({ position: 3000, paused: false, rate: 4, loop: { from: 1000, to: 4000 } }));
  expect(player.frame.get().position).toBe(3000);
  expect(player.state.get()).toMatchObject({ rate: 4, loop: { from: 1000, to: 4000 }, isPaused: false });
  await screen.rerender(replay({ position: 3000, paused: true, rate: 4, loop: null }));
  expect(player.state.get()).toMatchObject({ loop: null, isPaused: true });
});

test("a position that is kept in the app's state follows the player and leads it", async () => {
  const sought: PlayerEvent[] = [];
  function App() {
    const [position, setPosition] = useState(500);
    return (
      <>
        <button type="button" onClick={() => setPosition(8000)}>
          Far
        </button>
        <output>{Math.floor(position / 1000)}</output>
        {replay({
          position,
          onTimeUpdate: (event) => setPosition(event.position),
          onSeeking: (event) => sought.push(event),
        })}
      </>
    );
  }
  await render(<App />);
  const player = await ready();
  player.play();
  await world.advance(3000);
  await expect.element(page.getByRole("status").first()).toHaveTextContent(/^3$/);
  expect(player.frame.get().position).toBeGreaterThan(3200);
  const seeks = sought.length;
  await page.getByRole("button", { name: "Far" }).click();
  await expect.poll(() => sought.length).toBe(seeks + 1);
  expect(player.frame.get().position).toBeGreaterThanOrEqual(8000);
  expect(seeks).toBeLessThanOrEqual(1);
});

test("tells what happens, in the order of a media element", async () => {
  const heard: string[] = [];
  const hear = (event: PlayerEvent) => void heard.push(event.type);
  await render(
    replay({
      onPlay: hear,
      onPlaying: hear,
      onPause: hear,
      onSeeking: hear,
      onSeeked: hear,
      onEnded: hear,
      onRateChange: hear,
      onLoadedData: hear,
    }),
  );
  const player = await ready();
  await player.seek(9000);
  player.setRate(16);
  player.play();
  await world.advance(300);
  expect(heard).toEqual(["loadeddata", "seeking", "seeked", "ratechange", "play", "playing", "pause", "ended"]);
});

test("tells of a range that cannot be read", async () => {
  const errors: string[] = [];
  await render(replay({ from: "yesterday-ish", onError: ({ code }) => errors.push(code) }));
  await expect.poll(() => errors).toEqual(["bad-argument"]);
});

test("begins at the speed this viewer chose last, unless the app names one", async () => {
  const first = await render(replay());
  (await ready()).setRate(1.5);
  await first.unmount();
  const second = await render(replay());
  expect((await ready()).state.get().rate).toBe(1.5);
  await second.unmount();
  await render(replay({ rate: 1 }));
  expect((await ready()).state.get().rate).toBe(1);
});

test("keys step from change to change and loop, and a sheet tells all of them", async () => {
  await render(replay());
  const player = await ready();
  (page.getByRole("slider", { name: "Position" }).element() as HTMLElement).focus();
  await userEvent.keyboard(".");
  const { wall } = player.frame.get();
  expect(wall).toBeGreaterThan(START);
  await userEvent.keyboard(".");
  expect(player.frame.get().wall - wall).toBeCloseTo(STROKE_MS, -2);
  await userEvent.keyboard(",");
  expect(player.frame.get().wall).toBe(wall);
  await userEvent.keyboard("r");
  expect(player.state.get().loop).toEqual({ from: 0, to: Infinity });
  await userEvent.keyboard("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect.element(sheet).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await expect.element(sheet).not.toBeInTheDocument();
});

test("leaves all keys to the app where it wants them", async () => {
  await render(replay({ hasKeys: false }));
  const player = await ready();
  (page.getByRole("slider", { name: "Position" }).element() as HTMLElement).focus();
  await userEvent.keyboard("k");
  expect(player.state.get().isPaused).toBe(true);
});

function Loud({ children }: { readonly children: ReactNode }) {
  const rate = usePlayerState(usePlayer(), (state) => state.rate);
  return (
    <span>
      Speed {rate}: {children}
    </span>
  );
}

test("parts are left out, or have something around them that knows the player", async () => {
  await render(replay({ components: { LoopButton: null, RateMenu: Loud } }));
  await ready();
  await expect.element(page.getByText("Speed 1:")).toBeVisible();
  await expect.element(page.getByRole("combobox", { name: "Speed" })).toBeVisible();
  expect(page.getByRole("button", { name: "Play again and again" }).elements()).toEqual([]);
});

test("pauses while the page is in the background, and goes on afterwards", async () => {
  await render(replay({ autoPlay: true }));
  const player = await ready();
  await expect.poll(() => player.state.get().status).toBe("playing");
  const hide = (isHidden: boolean) => {
    Object.defineProperty(document, "hidden", { configurable: true, value: isHidden });
    document.dispatchEvent(new Event("visibilitychange"));
  };
  hide(true);
  expect(player.state.get().isPaused).toBe(true);
  hide(false);
  Reflect.deleteProperty(document, "hidden");
  expect(player.state.get().isPaused).toBe(false);
});
