import Scissors from "lucide-react/icons/scissors";
import X from "lucide-react/icons/x";
import type { Player } from "../../../player/player.js";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { useValue } from "../../use-store.js";
import { formatDuration } from "../format-time.js";
import { clipOf } from "./clip.js";

/** Says what the clip is, and lets go of it. */
export function ClipBar({ player }: { readonly player: Player }) {
  const { timeline } = useMessages();
  const clips = clipOf(player);
  const clip = useValue(clips);
  if (!clip) return null;
  const [from, to, length] = [clip.from, clip.to, clip.to - clip.from].map(formatDuration) as [string, string, string];
  return (
    <div className="inktape-clip-bar" role="group" aria-label={timeline.clip}>
      <Scissors aria-hidden="true" />
      <span role="status">{timeline.clipOf(from, to, length)}</span>
      <Button label={timeline.removeClip} icon={<X />} onClick={() => clips.set(null)} />
    </div>
  );
}
