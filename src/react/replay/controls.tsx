import Maximize from "lucide-react/icons/maximize";
import Minimize from "lucide-react/icons/minimize";
import LocateFixed from "lucide-react/icons/locate-fixed";
import TimerOff from "lucide-react/icons/timer-off";
import type { Theme } from "../../picture/palette.js";
import { useMessages } from "../context.js";
import { Button } from "../parts/button.js";
import { usePlayerState } from "../use-player-state.js";
import { useValue } from "../use-store.js";
import type { MomentFormat } from "./format-time.js";
import type { FullScreen } from "./full-screen.js";
import { ForkControl } from "./live/fork-control.js";
import type { ForkOffer } from "./live/fork-offer.js";
import { LiveButton } from "./live/live-button.js";
import { LoopButton, StepButtons } from "./more-buttons.js";
import { PlayButton, SkipButtons } from "./player-buttons.js";
import { Volume } from "./media/late-media.js";
import { OutButton } from "./out/out-button.js";
import type { Out } from "./out/out.js";
import { RateMenu } from "./rate-menu.js";
import { ReplaySlot } from "./slots.js";
import { TimeText, WallText } from "./time-text.js";
import { ChapterText } from "./timeline/chapter-text.js";
import { TimelineButton } from "./timeline/timeline-button.js";
import { Timeline } from "./timeline/timeline.js";
import type { Stage } from "./use-stage.js";

export interface ControlsProps {
  readonly stage: Stage;
  readonly theme: Theme;
  readonly format: MomentFormat;
  readonly timeZone: string | undefined;
  /** The longest pause played out while pauses are skipped, in milliseconds. */
  readonly idleLimit: number;
  readonly fullScreen: FullScreen;
  /** Null where no room can be made of a recording, or the app has no use for one. */
  readonly fork: ForkOffer | null;
  readonly out: Out;
}

/** The bar under a replay. */
export function Controls({ stage, theme, format, timeZone, idleLimit, fullScreen, fork, out }: ControlsProps) {
  const messages = useMessages();
  const { player, follower } = stage;
  const rate = usePlayerState(player, (state) => state.rate) ?? 1;
  const isSkipping = usePlayerState(player, (state) => state.idleLimit !== null) ?? true;
  const isFollowing = useValue(follower.isFollowing);
  return (
    <div className="inktape-player" role="group" aria-label={messages.controls}>
      <ReplaySlot name="SeekBar">
        <Timeline stage={stage} theme={theme} format={format} timeZone={timeZone} />
      </ReplaySlot>
      <div className="inktape-row">
        <ReplaySlot name="PlayButton">
          <PlayButton player={player} />
        </ReplaySlot>
        <ReplaySlot name="SkipButtons">
          <SkipButtons player={player} />
        </ReplaySlot>
        <ReplaySlot name="Time">
          <TimeText player={player} />
        </ReplaySlot>
        <ReplaySlot name="StepButtons">
          <StepButtons player={player} />
        </ReplaySlot>
        <ReplaySlot name="Chapter">
          <ChapterText player={player} />
        </ReplaySlot>
        <ReplaySlot name="LiveButton">
          <LiveButton player={player} />
        </ReplaySlot>
        <span className="inktape-spring" />
        <ReplaySlot name="WallTime">
          <WallText player={player} format={format} />
        </ReplaySlot>
        <ReplaySlot name="FollowButton">
          {!isFollowing && <Button label={messages.follow} icon={<LocateFixed />} onClick={() => follower.follow()} />}
        </ReplaySlot>
        <ReplaySlot name="LoopButton">
          <LoopButton player={player} />
        </ReplaySlot>
        <ReplaySlot name="IdleButton">
          <Button
            label={messages.skipIdle}
            className="inktape-optional"
            data-soft=""
            icon={<TimerOff />}
            aria-pressed={isSkipping}
            onClick={() => player.setIdleLimit(isSkipping ? null : idleLimit)}
          />
        </ReplaySlot>
        <ReplaySlot name="TimelineMenu">
          <TimelineButton player={player} />
        </ReplaySlot>
        <ReplaySlot name="ForkButton">{fork && <ForkControl player={player} offer={fork} />}</ReplaySlot>
        <ReplaySlot name="Volume">
          <Volume player={player} />
        </ReplaySlot>
        <ReplaySlot name="RateMenu">
          <RateMenu rate={rate} onRate={(next) => player.setRate(next)} />
        </ReplaySlot>
        <ReplaySlot name="SaveMenu">
          <OutButton out={out} player={player} />
        </ReplaySlot>
        <ReplaySlot name="FullScreenButton">
          {fullScreen.isPossible && (
            <Button
              label={fullScreen.isOn ? messages.leaveFullScreen : messages.fullScreen}
              keys="F"
              icon={fullScreen.isOn ? <Minimize /> : <Maximize />}
              onClick={fullScreen.toggle}
            />
          )}
        </ReplaySlot>
      </div>
    </div>
  );
}
