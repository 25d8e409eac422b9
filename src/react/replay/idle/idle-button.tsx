import Timer from "lucide-react/icons/timer";
import TimerOff from "lucide-react/icons/timer-off";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { LateControl } from "../../parts/late-control.js";
import { usePlayerState } from "../../use-player-state.js";
import type { IdleMenuProps } from "./idle-menu.js";
import { IDLE_MENU } from "./late-parts.js";

/** How long pauses are played. */
export function IdleButton({ player, idleLimit }: IdleMenuProps) {
  const { replayPeople } = useMessages();
  const isSkipping = usePlayerState(player, (state) => state.idleLimit !== null) ?? true;
  const icon = isSkipping ? <TimerOff /> : <Timer />;
  const trigger = <Button label={replayPeople.pauses} className="inktape-optional" icon={icon} />;
  return <LateControl part={IDLE_MENU} popup="menu" trigger={trigger} props={{ player, idleLimit }} />;
}
