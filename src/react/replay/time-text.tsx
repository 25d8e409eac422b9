import { useState } from "react";
import type { Player } from "../../player/player.js";
import { useMessages } from "../context.js";
import { usePlayerState } from "../use-player-state.js";
import { useFrame } from "../use-position.js";
import { formatDuration, type MomentFormat } from "./format-time.js";

/** Elapsed and total play time; a press makes it the time that is left, or back. */
export function TimeText({ player }: { readonly player: Player }) {
  const { replayPeople: words } = useMessages();
  const [isLeft, setLeft] = useState(false);
  const duration = usePlayerState(player, (state) => state.duration) ?? 0;
  const shown = useFrame(player, ({ position }) =>
    isLeft ? `−${formatDuration(duration - position)}` : formatDuration(position),
  );
  return (
    <button
      type="button"
      className="inktape-time"
      title={isLeft ? words.showElapsed : words.showRemaining}
      onClick={() => setLeft(!isLeft)}
    >
      {shown}
      <span> / {formatDuration(duration)}</span>
    </button>
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
