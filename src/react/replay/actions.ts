import type { Player } from "../../player/player.js";
import { nextRate } from "./rates.js";
import type { ReplayCommand } from "./replay-keys.js";

/** True while it plays, or would if what is due were there. */
export function isGoing(status: string, hasPicture: boolean): boolean {
  return status === "playing" || status === "buffering" || (status === "waiting" && hasPicture);
}

/** Plays what is paused, pauses what plays, and starts again what has ended. */
export function toggle(player: Player): void {
  const { status } = player.state.get();
  if (isGoing(status, player.frame.get().board !== null)) player.pause();
  else {
    if (status === "ended") void player.seek(0);
    player.play();
  }
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

/** Does what a key asks of the player itself; false for what is somebody else's. */
export function runReplayCommand(player: Player, command: ReplayCommand): boolean {
  const { duration, rate } = player.state.get();
  switch (command.type) {
    case "toggle":
      toggle(player);
      return true;
    case "skip":
      skip(player, command.by);
      return true;
    case "go":
      void player.seek(command.to * duration);
      return true;
    case "marker":
      goToMarker(player, command.step);
      return true;
    case "rate":
      player.setRate(nextRate(rate, command.step));
      return true;
    default:
      return false;
  }
}

/** Going back right after a marker goes to the one before it. */
const MARKER_GRACE_MS = 1000;

function goToMarker(player: Player, step: 1 | -1): void {
  const { position } = player.frame.get();
  const places = player.state.get().markers.map(({ at }) => player.positionAt(at));
  const next = places.find((place) => place > position + 1);
  const previous = places.findLast((place) => place < position - MARKER_GRACE_MS);
  void player.seek((step > 0 ? next : previous) ?? (step > 0 ? player.state.get().duration : 0));
}
