import Repeat from "lucide-react/icons/repeat";
import Scissors from "lucide-react/icons/scissors";
import X from "lucide-react/icons/x";
import type { Player } from "../../../player/player.js";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { usePlayerState } from "../../use-player-state.js";
import { useValue } from "../../use-store.js";
import { formatDuration } from "../format-time.js";
import { clipOf, isClipLooped } from "./clip.js";

/** Says what the clip is, and lets go of it. */
export function ClipBar({ player }: { readonly player: Player }) {
  const { timeline } = useMessages();
  const clips = clipOf(player);
  const clip = useValue(clips);
  usePlayerState(player, (state) => state.loop);
  if (!clip) return null;
  const isLooped = isClipLooped(player);
  const [from, to, length] = [clip.from, clip.to, clip.to - clip.from].map(formatDuration) as [string, string, string];
  return (
    <div className="inktape-clip-bar" role="group" aria-label={timeline.clip}>
      <Scissors aria-hidden="true" />
      <span role="status">{timeline.clipOf(from, to, length)}</span>
      <Button
        label={timeline.repeatClip}
        keys="R"
        data-soft=""
        icon={<Repeat />}
        aria-pressed={isLooped}
        onClick={() => player.setLoop(isLooped ? null : clip)}
      />
      <Button label={timeline.removeClip} icon={<X />} onClick={() => clips.set(null)} />
    </div>
  );
}
