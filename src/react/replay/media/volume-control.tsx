import Volume1 from "lucide-react/icons/volume-1";
import Volume2 from "lucide-react/icons/volume-2";
import VolumeX from "lucide-react/icons/volume-x";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { Slider } from "../../parts/slider.js";
import { Styles } from "../../parts/styles.js";
import { controlStyles } from "../../styles/controls.js";
import { mediaStyles } from "../../styles/media.js";
import type { PlayerButtonProps } from "../player-buttons.js";
import { useReplayMedia } from "./use-replay-media.js";

/** Mutes what is heard, and says how loud it is; nothing for media that failed. */
export function VolumeControl({ player }: PlayerButtonProps) {
  const { media: text, percent } = useMessages();
  const media = useReplayMedia(player);
  if (!media || media.status === "failed") return null;
  const { isMuted, volume, setMuted, setVolume } = media;
  const loud = volume > 0.5 ? <Volume2 /> : <Volume1 />;
  return (
    <span className="inktape-volume">
      <Styles name="replay-media" rules={controlStyles + mediaStyles} />
      <Button
        label={text.mute}
        keys="M"
        data-soft=""
        icon={isMuted ? <VolumeX /> : loud}
        aria-pressed={isMuted}
        onClick={() => setMuted(!isMuted)}
      />
      <Slider
        label={text.volume}
        value={isMuted ? 0 : Math.round(volume * 100)}
        min={0}
        max={100}
        step={5}
        textOf={percent}
        onChange={(next) => setVolume(next / 100)}
      />
    </span>
  );
}
