import type { Player, PlayerFrame, PlayerState } from "../../player/player.js";
import { WHOLE } from "../use-controlled.js";
import { toggleMuted } from "./media/media-of.js";
import { nextRate } from "./rates.js";
import type { ReplayCommand } from "./replay-keys.js";
import { chaptersOf } from "./timeline/chapters.js";
import { clipOf } from "./timeline/clip.js";
import { ZOOM_STEP } from "./timeline/time-window.js";
import { zoomTimeline } from "./timeline/timeline-view.js";

/** What the play button does next; `none` before the first picture. */
export type NextStep = "none" | "play" | "pause" | "playAgain";

/** What the play button does next: pauses what plays or would play, starts again what is at its end. */
export function nextStep({ status, duration, isLive }: PlayerState, { board, position }: PlayerFrame): NextStep {
  if (board === null || status === "failed") return "none";
  if (status === "ended") return "playAgain";
  if (status === "paused") return !isLive && position >= duration ? "playAgain" : "play";
  return "pause";
}

/** Does what {@link nextStep} says. */
export function toggle(player: Player): void {
  const step = nextStep(player.state.get(), player.frame.get());
  if (step === "pause") player.pause();
  if (step === "playAgain") void player.seek(0);
  if (step === "play" || step === "playAgain") player.play();
}

/** Moves by so many milliseconds of play time. */
export function skip(player: Player, by: number): void {
  void player.seek(player.frame.get().position + by);
}

/** Goes to the newest moment of a recording that is still being made, and follows it. */
export function goLive(player: Player): void {
  void player.seek(player.state.get().duration);
  player.play();
}

/** Plays the clip, or else the whole, again and again, or not any more. */
export function toggleLoop(player: Player): void {
  player.setLoop(player.state.get().loop ? null : (clipOf(player).get() ?? WHOLE));
}

/** Does what a key asks of the player itself; false for what is somebody else's. */
export function runReplayCommand(player: Player, command: ReplayCommand): boolean {
  const { duration, rate, isLive } = player.state.get();
  switch (command.type) {
    case "toggle":
      toggle(player);
      return true;
    case "skip":
      skip(player, command.by);
      return true;
    case "go":
      if (isLive && command.to === 1) goLive(player);
      else void player.seek(command.to * duration);
      return true;
    case "live":
      if (isLive) goLive(player);
      return isLive;
    case "marker":
      goToMarker(player, command.step);
      return true;
    case "rate":
      player.setRate(nextRate(rate, command.step));
      return true;
    case "zoomTimeline":
      zoomTimeline(player, ZOOM_STEP ** command.step);
      return true;
    case "clip":
      clipOf(player).setEnd(command.end, player.frame.get().position);
      return true;
    case "step":
      void player.step(command.by);
      return true;
    case "loop":
      toggleLoop(player);
      return true;
    case "mute":
      return toggleMuted(player);
    default:
      return false;
  }
}

/** Going back right after a marker goes to the one before it. */
const MARKER_GRACE_MS = 1000;

/** Goes to the next marker or change of page, or to the one before; without one, to the end or the beginning. */
export function goToMarker(player: Player, step: 1 | -1): void {
  const { position } = player.frame.get();
  const { duration } = player.state.get();
  const places = chaptersOf(player, player.state.get()).map(({ from }) => from);
  const next = places.find((place) => place > position + 1);
  const previous = places.findLast((place) => place < position - MARKER_GRACE_MS);
  void player.seek((step > 0 ? next : previous) ?? (step > 0 ? duration : 0));
}
