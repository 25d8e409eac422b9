import type { Player } from "../../../player/player.js";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { usePlayerState } from "../../use-player-state.js";
import { useFrame } from "../../use-position.js";
import { goLive } from "../actions.js";
import { formatDuration } from "../format-time.js";

/** Nearer to the live edge than this is live, while it plays. */
const LIVE_MS = 3000;

/** Says that this is live, or how far behind it is and goes there. Nothing for a recording that is over. */
export function LiveButton({ player }: { readonly player: Player }) {
  const messages = useMessages();
  const isLive = usePlayerState(player, (state) => state.isLive) ?? false;
  const isPaused = usePlayerState(player, (state) => state.status === "paused") ?? false;
  const duration = usePlayerState(player, (state) => state.duration) ?? 0;
  const behind = useFrame(player, (frame) => Math.floor(Math.max(0, duration - frame.position) / 1000) * 1000) ?? 0;
  if (!isLive) return null;
  const isFollowing = !isPaused && behind < LIVE_MS;
  const time = formatDuration(behind);
  return (
    <Button
      label={isFollowing ? messages.live : messages.past.behindLive(time)}
      keys="Shift+L"
      className={isFollowing ? "inktape-live" : undefined}
      icon={<span className="inktape-dot" />}
      isDisabled={isFollowing}
      onClick={() => goLive(player)}
    >
      {isFollowing ? messages.live : `−${time}`}
    </Button>
  );
}
