import { expect, test } from "vitest";
import { conduct, type Scene } from "../../../src/player/media/conduct.js";

type MediaScene = Scene["media"];

/** Both play at 10 s of a minute, unless it is said otherwise. */
function scene({ time = 10, media = {}, ...rest }: Partial<Omit<Scene, "media">> & SceneOptions = {}): Scene {
  const reading = { raw: time, time, at: 0, changedAt: 0, pace: 1 };
  const state = { isPaused: false, isEnded: false, isReady: true, playbackRate: 1, soughtTo: null };
  return {
    isPlaying: true,
    rate: 1,
    due: 10,
    isJump: false,
    ...rest,
    media: { reading, duration: 60, ...state, ...media },
  };
}

interface SceneOptions {
  readonly time?: number;
  readonly media?: Partial<MediaScene>;
}

test("together, the clock goes as the media does", () => {
  expect(conduct(scene())).toMatchObject({ pace: 1, isPlayWanted: true, seekTo: null, isWaiting: false });
  expect(conduct(scene({ rate: 2, media: { playbackRate: 2 } })).pace).toBe(1);
  expect(conduct(scene({ rate: 16, media: { playbackRate: 4 } })).pace).toBe(0.25);
});

test("a small difference is made up for by the board, and never by a jump of the media", () => {
  expect(conduct(scene({ time: 10.03 })).pace).toBeCloseTo(1.1);
  expect(conduct(scene({ time: 9.97 })).pace).toBeCloseTo(0.9);
  expect(conduct(scene({ time: 10.9 }))).toMatchObject({ pace: 2, seekTo: null });
  expect(conduct(scene({ time: 9.1 }))).toMatchObject({ pace: 0, seekTo: null });
});

test("the media is sent after a player that has jumped, exactly, and once", () => {
  expect(conduct(scene({ time: 9.9, isJump: true }))).toMatchObject({ pace: 0, seekTo: 10, isPlayWanted: true });
  expect(conduct(scene({ time: 9.9, isJump: true, isPlaying: false }))).toMatchObject({
    seekTo: 10,
    isPlayWanted: false,
  });
  const onItsWay = scene({ time: 3, isJump: true, media: { isReady: false, soughtTo: 10 } });
  expect(conduct(onItsWay)).toMatchObject({ pace: 0, seekTo: null, isWaiting: true });
});

test("media that is ready elsewhere than it was sent cannot be sought", () => {
  expect(conduct(scene({ time: 0, media: { soughtTo: 10 } }))).toMatchObject({
    isUnseekable: true,
    isPlayWanted: false,
  });
});

test("the board waits for media that is paused, not ready, or stuck without saying so", () => {
  const waiting = { pace: 0, isPlayWanted: true, isWaiting: true };
  const stuck = { raw: 10, time: 10, at: 1000, changedAt: 0, pace: 1 };
  expect(conduct(scene({ media: { isPaused: true } }))).toMatchObject(waiting);
  expect(conduct(scene({ media: { isReady: false } }))).toMatchObject(waiting);
  expect(conduct(scene({ media: { reading: stuck } }))).toMatchObject(waiting);
});

test("beside the media the clock goes by itself; before it, the media stands at its start", () => {
  expect(conduct(scene({ due: -2 }))).toMatchObject({ pace: 1, isPlayWanted: false, seekTo: 0 });
  expect(conduct(scene({ due: 70 }))).toMatchObject({ pace: 1, isPlayWanted: false, seekTo: null });
});

test("what still sounds at its end sounds out, and what has ended is not begun again", () => {
  expect(conduct(scene({ due: 60, time: 59.9 }))).toMatchObject({ pace: 1, isPlayWanted: true });
  expect(conduct(scene({ due: 60, time: 59.9, isJump: true })).isPlayWanted).toBe(false);
  const ended = { isEnded: true, isPaused: true };
  expect(conduct(scene({ due: 59.8, time: 60, media: ended }))).toMatchObject({ pace: 1, isPlayWanted: false });
  expect(conduct(scene({ due: 59.8, time: 60, isJump: true, media: ended })).seekTo).toBe(59.8);
});
