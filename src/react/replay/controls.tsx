import Maximize from "lucide-react/icons/maximize";
import Minimize from "lucide-react/icons/minimize";
import LocateFixed from "lucide-react/icons/locate-fixed";
import ChevronsRight from "lucide-react/icons/chevrons-right";
import Pause from "lucide-react/icons/pause";
import Play from "lucide-react/icons/play";
import RotateCcw from "lucide-react/icons/rotate-ccw";
import type { Player } from "../../player/player.js";
import { useMessages } from "../context.js";
import { Button } from "../parts/button.js";
import { usePlayerState } from "../use-player-state.js";
import { useFrame } from "../use-position.js";
import { useValue } from "../use-store.js";
import { goLive, nextStep, toggle } from "./actions.js";
import type { MomentFormat } from "./format-time.js";
import type { FullScreen } from "./full-screen.js";
import { RateMenu } from "./rate-menu.js";
import { SeekBar } from "./seek-bar.js";
import { TimeText, WallText } from "./time-text.js";
import type { Stage } from "./use-stage.js";

export interface ControlsProps {
  readonly stage: Stage;
  readonly format: MomentFormat;
  /** The longest pause played out while pauses are skipped, in milliseconds. */
  readonly idleLimit: number;
  readonly fullScreen: FullScreen;
}

/** The bar under a replay. */
export function Controls({ stage, format, idleLimit, fullScreen }: ControlsProps) {
  const messages = useMessages();
  const { player, follower } = stage;
  const rate = usePlayerState(player, (state) => state.rate) ?? 1;
  const isSkipping = usePlayerState(player, (state) => state.idleLimit !== null) ?? true;
  const isFollowing = useValue(follower.isFollowing);
  return (
    <div className="inktape-player" role="group" aria-label={messages.controls}>
      <SeekBar player={player} format={format} />
      <div className="inktape-row">
        <PlayButton stage={stage} />
        <TimeText player={player} />
        <LiveButton stage={stage} />
        <span className="inktape-spring" />
        <WallText player={player} format={format} />
        {!isFollowing && <Button label={messages.follow} icon={<LocateFixed />} onClick={() => follower.follow()} />}
        <Button
          label={messages.skipIdle}
          className="inktape-optional"
          data-soft=""
          icon={<ChevronsRight />}
          aria-pressed={isSkipping}
          onClick={() => player.setIdleLimit(isSkipping ? null : idleLimit)}
        />
        <RateMenu rate={rate} onRate={(next) => player.setRate(next)} />
        {fullScreen.isPossible && (
          <Button
            label={fullScreen.isOn ? messages.leaveFullScreen : messages.fullScreen}
            keys="F"
            icon={fullScreen.isOn ? <Minimize /> : <Maximize />}
            tip={{ align: "end" }}
            onClick={fullScreen.toggle}
          />
        )}
      </div>
    </div>
  );
}

const STEP_ICONS = {
  none: <Play fill="currentColor" />,
  play: <Play fill="currentColor" />,
  pause: <Pause fill="currentColor" />,
  playAgain: <RotateCcw />,
};

function PlayButton({ stage: { player } }: { readonly stage: Stage }) {
  const messages = useMessages();
  const state = usePlayerState(player, (value) => value) ?? player.state.get();
  const step = useFrame(player, (frame) => nextStep(state, frame)) ?? "none";
  return (
    <Button
      label={messages[step === "none" ? "play" : step]}
      keys="K"
      icon={STEP_ICONS[step]}
      tip={{ align: "start" }}
      isDisabled={step === "none"}
      onClick={() => toggle(player)}
    />
  );
}

/** A large play button over the first picture; for the pointer only, keys and screen readers have the one in the bar. */
export function StartButton({ player }: { readonly player: Player }) {
  const isPaused = usePlayerState(player, (state) => state.status === "paused") ?? false;
  const isAtStart = useFrame(player, (frame) => frame.board !== null && frame.position === 0) ?? false;
  if (!isPaused || !isAtStart) return null;
  return (
    <button type="button" className="inktape-start" tabIndex={-1} aria-hidden="true" onClick={() => player.play()}>
      <Play fill="currentColor" />
    </button>
  );
}

/** Nearer to the live edge than this is live. */
const LIVE_MS = 3000;

function LiveButton({ stage: { player } }: { readonly stage: Stage }) {
  const messages = useMessages();
  const isLive = usePlayerState(player, (state) => state.isLive) ?? false;
  const duration = usePlayerState(player, (state) => state.duration) ?? 0;
  const isAtEdge = useFrame(player, (frame) => frame.position >= duration - LIVE_MS) ?? false;
  if (!isLive) return null;
  return (
    <Button
      label={isAtEdge ? messages.live : messages.jumpToLive}
      className={isAtEdge ? "inktape-live" : undefined}
      icon={<span className="inktape-dot" />}
      isDisabled={isAtEdge}
      onClick={() => goLive(player)}
    >
      {messages.live}
    </Button>
  );
}
