import FastForward from "lucide-react/icons/fast-forward";
import Pause from "lucide-react/icons/pause";
import Play from "lucide-react/icons/play";
import Rewind from "lucide-react/icons/rewind";
import RotateCcw from "lucide-react/icons/rotate-ccw";
import type { Player } from "../../player/player.js";
import { useMessages } from "../context.js";
import { Button } from "../parts/button.js";
import { usePlayerState } from "../use-player-state.js";
import { useFrame } from "../use-position.js";
import { nextStep, skip, toggle } from "./actions.js";
import { STEP_MS } from "./replay-keys.js";

export interface PlayerButtonProps {
  readonly player: Player;
}

/** A few seconds back, and forward. */
export function SkipButtons({ player }: PlayerButtonProps) {
  const messages = useMessages();
  const seconds = STEP_MS / 1000;
  return (
    <>
      <Button
        label={messages.back(seconds)}
        className="inktape-optional"
        keys="ArrowLeft"
        icon={<Rewind />}
        onClick={() => skip(player, -STEP_MS)}
      />
      <Button
        label={messages.forward(seconds)}
        className="inktape-optional"
        keys="ArrowRight"
        icon={<FastForward />}
        onClick={() => skip(player, STEP_MS)}
      />
    </>
  );
}

const STEP_ICONS = {
  none: <Play fill="currentColor" />,
  play: <Play fill="currentColor" />,
  pause: <Pause fill="currentColor" />,
  playAgain: <RotateCcw />,
};

/** Play, pause, or play again. */
export function PlayButton({ player }: PlayerButtonProps) {
  const messages = useMessages();
  const state = usePlayerState(player, (value) => value) ?? player.state.get();
  const step = useFrame(player, (frame) => nextStep(state, frame)) ?? "none";
  return (
    <Button
      label={messages[step === "none" ? "play" : step]}
      keys="K"
      icon={STEP_ICONS[step]}

      isDisabled={step === "none"}
      onClick={() => toggle(player)}
    />
  );
}

/** A large play button over the first picture; for the pointer only, keys and screen readers have the one in the bar. */
export function StartButton({ player }: PlayerButtonProps) {
  const isPaused = usePlayerState(player, (state) => state.status === "paused") ?? false;
  const isAtStart = useFrame(player, (frame) => frame.board !== null && frame.position === 0) ?? false;
  if (!isPaused || !isAtStart) return null;
  return (
    <button type="button" className="inktape-start" tabIndex={-1} aria-hidden="true" onClick={() => player.play()}>
      <Play fill="currentColor" />
    </button>
  );
}
