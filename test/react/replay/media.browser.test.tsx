import { StrictMode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { systemClock } from "../../../src/clock/system.js";
import type { Player } from "../../../src/player/player.js";
import { InktapeProvider } from "../../../src/react/provider.js";
import { Replay, type ReplayHandle, type ReplayProps } from "../../../src/react/replay/replay.js";
import { tone } from "../../../stories/helpers/tone.js";
import { createWorld, START, type World } from "../helpers.js";
import { recordStrokes, ROOM } from "../recorded-strokes.js";

/** Board and sound come as near to each other, in milliseconds. */
const TOGETHER_MS = 40;
const CLOCK = systemClock();

let world: World;
let handles: ReplayHandle[];
let address: string;
const onReady = (handle: ReplayHandle) => void handles.push(handle);

beforeEach(async () => {
  world = createWorld();
  handles = [];
  localStorage.clear();
  await recordStrokes(world);
  address = URL.createObjectURL(tone(6));
});
afterEach(async () => {
  await cleanup();
  URL.revokeObjectURL(address);
});

/** Plays the strokes in real time: a media element knows no other. */
async function replay(props: Partial<ReplayProps>) {
  const screen = await render(
    <StrictMode>
      <InktapeProvider transport={world.transport} clock={CLOCK} theme="light">
        <div style={{ inlineSize: 1000, blockSize: 480 }}>
          <Replay room={ROOM} onReady={onReady} {...props} />
        </div>
      </InktapeProvider>
    </StrictMode>,
  );
  await expect.element(page.getByRole("button", { name: "Sound off" })).toBeVisible();
  const { player } = handles.at(-1) as ReplayHandle;
  await expect.poll(() => player.frame.get().board).not.toBeNull();
  return { ...screen, player };
}

const ownElement = () => document.querySelector("video") as HTMLVideoElement;
const press = (name: string) => page.getByRole("button", { name, exact: true }).click();

/** How far board and sound are apart when the next picture is shown, in milliseconds. */
function apart(player: Player, media: HTMLMediaElement): Promise<number> {
  return new Promise((resolve) => {
    const end = player.frame.subscribe(() => {
      end();
      const { range } = player.state.get();
      resolve(Math.abs((range?.from ?? 0) + media.currentTime * 1000 - player.frame.get().wall));
    });
  });
}

test("a sound by its address plays, pauses, is sought, sped up and ends with the board", async () => {
  const { player } = await replay({ media: address });
  const media = ownElement();
  expect(player.state.get().idleLimit).toBeNull();
  await press("Play");
  await expect.poll(() => media.currentTime, { interval: 50 }).toBeGreaterThan(2);
  await expect.poll(() => apart(player, media)).toBeLessThan(TOGETHER_MS);
  player.setRate(2);
  expect(media.playbackRate).toBe(2);
  await player.seek(1000);
  await expect.poll(() => media.currentTime, { interval: 50 }).toBeGreaterThan(2.5);
  await expect.poll(() => apart(player, media)).toBeLessThan(2 * TOGETHER_MS);
  await press("Pause");
  expect(media.paused).toBe(true);
  await player.seek(3000);
  await expect.poll(() => media.currentTime).toBe(3);
  player.setRate(1);
  await player.seek(5000);
  await press("Play");
  await expect.poll(() => media.ended).toBe(true);
  await expect.poll(() => player.frame.get().position).toBeGreaterThan(7000);
});

test("the app's own element is played along, and leads when it is used itself", async () => {
  const audio = new Audio(address);
  const { player, unmount } = await replay({ media: audio, mediaOffset: new Date(START + 1000) });
  await press("Play");
  await expect.poll(() => audio.currentTime).toBeGreaterThan(0.5);
  expect(player.frame.get().wall).toBeGreaterThan(START + 1400);
  audio.currentTime = 4;
  await expect.poll(() => player.frame.get().wall).toBeGreaterThan(START + 5000);
  audio.pause();
  await expect.poll(() => player.state.get().isPaused).toBe(true);
  await audio.play();
  await expect.poll(() => player.state.get().status).toBe("playing");
  await unmount();
  expect(audio.paused).toBe(true);
});

test("it is muted by a key and a button, and as loud as the slider says", async () => {
  await replay({ media: address });
  const media = ownElement();
  await press("Sound off");
  expect(media.muted).toBe(true);
  await userEvent.keyboard("m");
  expect(media.muted).toBe(false);
  const slider = page.getByRole("slider", { name: "Volume" });
  (slider.element() as HTMLElement).focus();
  await userEvent.keyboard("{ArrowLeft}{ArrowLeft}");
  expect(media.volume).toBeCloseTo(0.9);
  await expect.element(slider).toHaveAttribute("aria-valuenow", "90");
});

test("a sound that cannot be had is said, and the board plays without it", async () => {
  const nothing = URL.createObjectURL(new Blob(["no sound"], { type: "audio/wav" }));
  await render(
    <InktapeProvider transport={world.transport} clock={CLOCK} theme="light">
      <div style={{ inlineSize: 1000, blockSize: 480 }}>
        <Replay room={ROOM} media={nothing} onReady={onReady} />
      </div>
    </InktapeProvider>,
  );
  await expect
    .element(page.getByText("The sound could not be loaded. The board plays without it.").first())
    .toBeVisible();
  const { player } = handles.at(-1) as ReplayHandle;
  await press("Play");
  await expect.poll(() => player.frame.get().position).toBeGreaterThan(500);
  expect(player.state.get().idleLimit).not.toBeNull();
  await press("Try again");
  await expect.element(page.getByRole("button", { name: "Try again" })).toBeVisible();
});

test("a browser that lets nothing be heard before a press is asked with one", async () => {
  const audio = new Audio(address);
  const play = vi
    .spyOn(audio, "play")
    .mockRejectedValueOnce(new DOMException("A press is needed first.", "NotAllowedError"));
  const { player } = await replay({ media: audio, autoPlay: true });
  const start = page.getByRole("button", { name: "Play with sound" });
  await expect.element(start).toBeVisible();
  expect(player.state.get().isPaused).toBe(true);
  expect(player.frame.get().position).toBeLessThan(TOGETHER_MS);
  await start.click();
  await expect.poll(() => audio.currentTime).toBeGreaterThan(0.2);
  expect(play).toHaveBeenCalledTimes(2);
  await expect.element(start).not.toBeInTheDocument();
});
