import Maximize from "lucide-react/icons/maximize";
import Minimize from "lucide-react/icons/minimize";
import LocateFixed from "lucide-react/icons/locate-fixed";
import TimerOff from "lucide-react/icons/timer-off";
import { useMessages } from "../context.js";
import { Button } from "../parts/button.js";
import { usePlayerState } from "../use-player-state.js";
import { useValue } from "../use-store.js";
import type { MomentFormat } from "./format-time.js";
import type { FullScreen } from "./full-screen.js";
import { PlayButton, SkipButtons } from "./player-buttons.js";
import { ForkControl } from "./live/fork-control.js";
import type { ForkOffer } from "./live/fork-offer.js";
import { LiveButton } from "./live/live-button.js";
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
  /** Null where no room can be made of a recording, or the app has no use for one. */
  readonly fork: ForkOffer | null;
}

/** The bar under a replay. */
export function Controls({ stage, format, idleLimit, fullScreen, fork }: ControlsProps) {
  const messages = useMessages();
  const { player, follower } = stage;
  const rate = usePlayerState(player, (state) => state.rate) ?? 1;
  const isSkipping = usePlayerState(player, (state) => state.idleLimit !== null) ?? true;
  const isFollowing = useValue(follower.isFollowing);
  return (
    <div className="inktape-player" role="group" aria-label={messages.controls}>
      <SeekBar player={player} format={format} />
      <div className="inktape-row">
        <PlayButton player={player} />
        <SkipButtons player={player} />
        <TimeText player={player} />
        <LiveButton player={player} />
        <span className="inktape-spring" />
        <WallText player={player} format={format} />
        {!isFollowing && <Button label={messages.follow} icon={<LocateFixed />} onClick={() => follower.follow()} />}
        <Button
          label={messages.skipIdle}
          className="inktape-optional"
          data-soft=""
          icon={<TimerOff />}
          aria-pressed={isSkipping}
          onClick={() => player.setIdleLimit(isSkipping ? null : idleLimit)}
        />
        {fork && <ForkControl player={player} offer={fork} />}
        <RateMenu rate={rate} onRate={(next) => player.setRate(next)} />
        {fullScreen.isPossible && (
          <Button
            label={fullScreen.isOn ? messages.leaveFullScreen : messages.fullScreen}
            keys="F"
            icon={fullScreen.isOn ? <Minimize /> : <Maximize />}

            onClick={fullScreen.toggle}
          />
        )}
      </div>
    </div>
  );
}
