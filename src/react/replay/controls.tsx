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
import { OutButton } from "./out/out-button.js";
import type { Out } from "./out/out.js";
import { LiveButton, PlayButton, SkipButtons } from "./player-buttons.js";
import { RateMenu } from "./rate-menu.js";
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
  readonly out: Out;
}

/** The bar under a replay. */
export function Controls({ stage, theme, format, timeZone, idleLimit, fullScreen, out }: ControlsProps) {
  const messages = useMessages();
  const { player, follower } = stage;
  const rate = usePlayerState(player, (state) => state.rate) ?? 1;
  const isSkipping = usePlayerState(player, (state) => state.idleLimit !== null) ?? true;
  const isFollowing = useValue(follower.isFollowing);
  return (
    <div className="inktape-player" role="group" aria-label={messages.controls}>
      <Timeline stage={stage} theme={theme} format={format} timeZone={timeZone} />
      <div className="inktape-row">
        <PlayButton player={player} />
        <SkipButtons player={player} />
        <TimeText player={player} />
        <ChapterText player={player} />
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
        <TimelineButton player={player} />
        <RateMenu rate={rate} onRate={(next) => player.setRate(next)} />
        <OutButton out={out} player={player} />
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
