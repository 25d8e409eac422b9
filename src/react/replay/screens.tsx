import CircleAlert from "lucide-react/icons/circle-alert";
import Film from "lucide-react/icons/film";
import RefreshCw from "lucide-react/icons/refresh-cw";
import type { Player } from "../../player/player.js";
import type { Moment } from "../../player/track.js";
import { useMessages } from "../context.js";
import { Button } from "../parts/button.js";
import { Screen } from "../parts/screen.js";
import { lateElement, useLate } from "../parts/late.js";
import { usePlayerState } from "../use-player-state.js";
import { useFrame } from "../use-position.js";
import type { MomentFormat } from "./format-time.js";
import { SKIP_NOTICE } from "./idle/late-parts.js";

export interface ReplayScreenProps {
  readonly player: Player | null;
  readonly format: MomentFormat;
  /** What was asked for; for the sentence about an empty range. */
  readonly from: Moment | undefined;
  readonly to: Moment | undefined;
  readonly onTryAgain: () => void;
}

/** What stands over the board when there is nothing to play, or not yet. */
export function ReplayScreen({ player, format, from, to, onTryAgain }: ReplayScreenProps) {
  const messages = useMessages();
  const status = usePlayerState(player, (state) => state.status) ?? "waiting";
  const isEmpty = usePlayerState(player, (state) => state.isEmpty) ?? false;
  const error = usePlayerState(player, (state) => state.error) ?? null;
  const hasPicture = useFrame(player, (frame) => frame.board !== null) ?? false;
  if (status === "failed") {
    return (
      <Screen isVeiled icon={<CircleAlert />} title={messages.failed} text={error?.message ?? ""}>
        <Button isPrimary label={messages.tryAgain} icon={<RefreshCw />} onClick={onTryAgain}>
          {messages.tryAgain}
        </Button>
      </Screen>
    );
  }
  if (isEmpty) {
    const say = (moment: Moment | undefined) => (moment === undefined ? null : format.full(new Date(moment).getTime()));
    return <Screen icon={<Film />} title={messages.emptyRange(say(from), say(to))} />;
  }
  const spinner = <div className="inktape-spinner" />;
  if (!hasPicture) return <Screen isLate icon={spinner} text={messages.loadingFirst} />;
  return status === "buffering" ? <Screen isLate icon={spinner} text={messages.buffering} /> : null;
}

/** Notices under the board: that the range was cut, that parts were passed over, that more is awaited. */
export function ReplayNotices({ player, format }: Pick<ReplayScreenProps, "format"> & { readonly player: Player }) {
  const messages = useMessages();
  const range = usePlayerState(player, (state) => (state.isClamped ? state.range : null)) ?? null;
  const skipped = usePlayerState(player, (state) => state.skippedBlocks) ?? 0;
  const status = usePlayerState(player, (state) => state.status);
  const hasPicture = useFrame(player, (frame) => frame.board !== null) ?? false;
  const SkipNotice = useLate(SKIP_NOTICE, status === "playing");
  return (
    <div className="inktape-toast">
      {lateElement(SkipNotice, { player })}
      {range && status !== "playing" && (
        <p className="inktape-badge">{messages.clamped(format.full(range.from), format.full(range.to))}</p>
      )}
      {skipped > 0 && (
        <p className="inktape-badge" data-tone="warn">
          {messages.skippedBlocks(skipped)}
        </p>
      )}
      {status === "waiting" && hasPicture && <p className="inktape-badge">{messages.waitingForMore}</p>}
    </div>
  );
}
