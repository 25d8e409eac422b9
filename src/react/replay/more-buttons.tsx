import Repeat from "lucide-react/icons/repeat";
import StepBack from "lucide-react/icons/step-back";
import StepForward from "lucide-react/icons/step-forward";
import { useMessages } from "../context.js";
import { Button } from "../parts/button.js";
import { usePlayerState } from "../use-player-state.js";
import { toggleLoop } from "./actions.js";
import type { PlayerButtonProps } from "./player-buttons.js";

/** Back to before the last stroke or change, and on to the end of the next one; while it stands still. */
export function StepButtons({ player }: PlayerButtonProps) {
  const { replay } = useMessages();
  const isPaused = usePlayerState(player, (state) => state.isPaused) ?? true;
  if (!isPaused) return null;
  return (
    <>
      <Button
        label={replay.stepBack}
        className="inktape-optional"
        keys=","
        icon={<StepBack />}
        onClick={() => void player.step(-1)}
      />
      <Button
        label={replay.stepForward}
        className="inktape-optional"
        keys="."
        icon={<StepForward />}
        onClick={() => void player.step(1)}
      />
    </>
  );
}

/** Plays the recording, or the loop that the app has set, again and again. */
export function LoopButton({ player }: PlayerButtonProps) {
  const { replay } = useMessages();
  const isLooping = usePlayerState(player, (state) => state.loop !== null) ?? false;
  return (
    <Button
      label={replay.loop}
      className="inktape-optional"
      keys="R"
      data-soft=""
      icon={<Repeat />}
      aria-pressed={isLooping}
      onClick={() => toggleLoop(player)}
    />
  );
}
