import { expect, test } from "vitest";
import { steps } from "../stage.js";
import { mediaStage } from "./stage.js";

/** The board and the media are never further apart, in milliseconds. */
const TOGETHER_MS = 40;

test("the media plays and pauses with the board", async () => {
  const { player, media, link, ahead, advance } = await mediaStage();
  expect(media.paused).toBe(true);
  player.play();
  await advance(2000);
  expect(media.paused).toBe(false);
  expect(Math.abs(ahead())).toBeLessThan(TOGETHER_MS);
  expect(player.frame.get().position).toBeGreaterThan(1800);
  player.pause();
  await advance(500);
  expect([media.paused, link.state.get().status]).toEqual([true, "together"]);
  expect(Math.abs(ahead())).toBeLessThan(TOGETHER_MS);
});

test("a seek takes the media along exactly, standing still and playing", async () => {
  const { player, media, ahead, advance } = await mediaStage();
  await player.seek(10_000);
  await advance(300);
  expect(media.truth).toBe(10);
  player.play();
  await advance(1000);
  void player.seek(30_000);
  await advance(2000);
  expect(media.calls.filter((call) => call.startsWith("seek"))).toEqual(["seek 10.00", "seek 30.00"]);
  expect(media.truth).toBeGreaterThan(31);
  expect(Math.abs(ahead())).toBeLessThan(TOGETHER_MS);
});

test("the board stands still while the media has nothing to play, and says so", async () => {
  const { player, media, link, ahead, advance } = await mediaStage();
  player.play();
  await advance(2000);
  media.stall(3000);
  await advance(100);
  const { position } = player.frame.get();
  await advance(2500);
  expect(player.frame.get().position).toBe(position);
  expect(link.state.get().status).toBe("waiting");
  await advance(2000);
  expect(link.state.get().status).toBe("together");
  expect(player.frame.get().position).toBeGreaterThan(position + 1000);
  expect(Math.abs(ahead())).toBeLessThan(TOGETHER_MS);
});

test("the rate is carried along, and what others do to the element is done to the player", async () => {
  const { player, media, ahead, advance } = await mediaStage();
  player.setRate(2);
  player.play();
  await advance(3000);
  expect(media.playbackRate).toBe(2);
  expect(player.frame.get().position).toBeGreaterThan(5500);
  expect(Math.abs(ahead())).toBeLessThan(2 * TOGETHER_MS);
  media.playbackRate = 0.5;
  await advance(50);
  expect(player.state.get().rate).toBe(0.5);
  media.currentTime = 40;
  await advance(1000);
  expect(player.frame.get().position).toBeGreaterThan(40_000);
  expect(Math.abs(ahead())).toBeLessThan(TOGETHER_MS);
  media.pause();
  await advance(50);
  expect(player.state.get().isPaused).toBe(true);
  expect(media.paused).toBe(true);
  void media.play();
  await advance(50);
  expect(player.state.get().status).toBe("playing");
});

test("before the media's start and after its end the board goes on by itself, without a jump", async () => {
  const { player, media, advance } = await mediaStage({ offset: 5000, duration: 10 });
  const seen: number[] = [];
  const look = () => void seen.push(player.frame.get().position);
  player.play();
  await advance(4900, look);
  expect([media.paused, media.truth]).toEqual([true, 0]);
  await advance(5000, look);
  expect(media.paused).toBe(false);
  await advance(10_000, look);
  expect(media.ended).toBe(true);
  expect(player.frame.get().position).toBeGreaterThan(19_000);
  const moves = seen.slice(1).map((position, index) => position - (seen[index] as number));
  expect(Math.min(...moves)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...moves)).toBeLessThan(2 * 17);
  await player.seek(6000);
  await advance(2000);
  expect(media.paused).toBe(false);
  expect(media.truth).toBeGreaterThan(2);
});

test("a pause that is jumped takes the media along", async () => {
  const times = [...steps(21, 100), ...steps(21, 100).map((time) => 30_000 + time)];
  const { player, media, ahead, advance } = await mediaStage({ times });
  player.setIdleLimit(2000);
  player.play();
  await advance(5500);
  expect(media.truth).toBeGreaterThan(30);
  expect(Math.abs(ahead())).toBeLessThan(TOGETHER_MS);
  expect(media.calls.filter((call) => call.startsWith("seek"))).toHaveLength(1);
});

test("a start that the browser refuses pauses the player and is said, until the viewer plays", async () => {
  const { player, media, link, advance } = await mediaStage({ refusal: "NotAllowedError" });
  player.play();
  await advance(100);
  expect([player.state.get().isPaused, link.state.get().status]).toEqual([true, "blocked"]);
  expect(player.frame.get().position).toBe(0);
  media.refusal = null;
  player.play();
  await advance(1000);
  expect([media.paused, link.state.get().status]).toEqual([false, "together"]);
});

test("media that fails is said, and the board plays on without it", async () => {
  const { player, media, link, ahead, advance } = await mediaStage();
  player.play();
  await advance(1000);
  media.stall(100_000);
  media.fail();
  await advance(2000);
  expect(link.state.get().status).toBe("failed");
  expect(player.frame.get().position).toBeGreaterThan(2500);
  link.retry();
  await advance(1000);
  expect([link.state.get().status, media.paused]).toEqual(["together", false]);
  expect(Math.abs(ahead())).toBeLessThan(TOGETHER_MS);
});

test("media that does not go where it is sent is left behind", async () => {
  const { player, media, link, advance } = await mediaStage({ duration: 60 });
  Object.defineProperty(media, "currentTime", { get: () => 0, set() {} });
  await player.seek(20_000);
  player.play();
  await advance(1000);
  expect(link.state.get().status).toBe("failed");
  expect(player.frame.get().position).toBeGreaterThan(20_500);
});

test("mute and volume are the element's", async () => {
  const { media, link } = await mediaStage();
  link.setMuted(true);
  expect([media.muted, link.state.get().isMuted]).toEqual([true, true]);
  link.setVolume(1.4);
  expect([media.volume, media.muted, link.state.get().volume]).toEqual([1, false, 1]);
  link.setVolume(0);
  expect(link.state.get().isMuted).toBe(true);
  link.setMuted(false);
  expect(link.state.get()).toMatchObject({ isMuted: false, volume: 1 });
});

test("closing lets go of the element and of the clock", async () => {
  const { player, media, link, advance } = await mediaStage();
  player.play();
  await advance(500);
  media.stall(10_000);
  await advance(100);
  link.close();
  const { position } = player.frame.get();
  await advance(1000);
  expect([media.paused, media.listeners]).toEqual([true, 0]);
  expect(player.frame.get().position).toBeCloseTo(position + 1000, -2);
});

test("an offset that is no moment is refused in words", async () => {
  await expect(mediaStage({ offset: "soon" })).rejects.toThrow('"soon" as "mediaOffset" is no moment');
});
