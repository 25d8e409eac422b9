import type { Player } from "../../player/player.js";
import { useMessages } from "../context.js";
import { usePlayerState } from "../use-player-state.js";
import { useFrame } from "../use-position.js";
import { formatDuration, type MomentFormat } from "./format-time.js";

/** Elapsed and total play time. */
export function TimeText({ player }: { readonly player: Player }) {
  const messages = useMessages();
  const elapsed = useFrame(player, (frame) => formatDuration(frame.position));
  const total = usePlayerState(player, (state) => formatDuration(state.duration));
  return (
    <span className="inktape-time" title={messages.elapsed}>
      {elapsed}
      <span> / {total}</span>
    </span>
  );
}

/** When what is shown happened. */
export function WallText({ player, format }: { readonly player: Player; readonly format: MomentFormat }) {
  const messages = useMessages();
  const wall = useFrame(player, (frame) => (frame.board ? format.full(frame.wall) : ""));
  return (
    <span className="inktape-wall" dir="auto" title={messages.wallTime}>
      {wall}
    </span>
  );
}
