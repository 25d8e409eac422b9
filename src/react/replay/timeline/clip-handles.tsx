import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef } from "react";
import type { Player } from "../../../player/player.js";
import { useMessages } from "../../context.js";
import { useValue } from "../../use-store.js";
import { formatDuration } from "../format-time.js";
import { type Clip, type ClipEnd, clipOf } from "./clip.js";
import { shareAt } from "./pointer-share.js";
import { isWithin, positionOf, shareOf } from "./time-window.js";
import { useLayout } from "./use-layout.js";

/** How far a key moves an end, in milliseconds; with Shift ten times as far. */
const STEP_MS = 1000;
/** Ends are kept apart by this, in milliseconds. */
const LEAST_MS = 100;
const KEYS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

/** The clip on the seek bar, with a handle at each end. */
export function ClipHandles({ player }: { readonly player: Player }) {
  const clips = clipOf(player);
  const clip = useValue(clips);
  const { window } = useLayout(player);
  if (!clip) return null;
  const share = (position: number) => `${Math.max(0, Math.min(1, shareOf(window, position))) * 100}%`;
  const place = { insetInlineStart: share(clip.from), insetInlineEnd: `calc(100% - ${share(clip.to)})` };
  return (
    <div className="inktape-clip">
      <div className="inktape-clip-part" style={place} />
      {(["from", "to"] as const).map(
        (end) =>
          isWithin(window, clip[end]) && (
            <Handle key={end} player={player} clip={clip} end={end} style={{ insetInlineStart: share(clip[end]) }} />
          ),
      )}
    </div>
  );
}

interface HandleProps {
  readonly player: Player;
  readonly clip: Clip;
  readonly end: ClipEnd;
  readonly style: CSSProperties;
}

function Handle({ player, clip, end, style }: HandleProps) {
  const { timeline } = useMessages();
  const handle = useRef<HTMLDivElement>(null);
  const { window, duration } = useLayout(player);
  const [least, most] = end === "from" ? [0, clip.to - LEAST_MS] : [clip.from + LEAST_MS, duration];
  const move = (position: number) => {
    const next = Math.max(least, Math.min(most, position));
    clipOf(player).set({ ...clip, [end]: next });
    return next;
  };
  const drag = (event: PointerEvent) => {
    const bar = handle.current?.parentElement;
    if (!bar || !handle.current?.hasPointerCapture(event.pointerId)) return;
    void player.seek(move(positionOf(window, shareAt(bar, event.clientX))));
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = KEYS[event.key];
    const to =
      way === undefined ? { Home: least, End: most }[event.key] : clip[end] + way * (event.shiftKey ? 10 : 1) * STEP_MS;
    if (to === undefined) return;
    event.preventDefault();
    void player.seek(move(to));
  };
  return (
    <div
      ref={handle}
      className="inktape-clip-handle"
      data-end={end}
      style={style}
      role="slider"
      tabIndex={0}
      aria-label={end === "from" ? timeline.clipStart : timeline.clipEnd}
      aria-valuemin={Math.floor(least / 1000)}
      aria-valuemax={Math.floor(most / 1000)}
      aria-valuenow={Math.floor(clip[end] / 1000)}
      aria-valuetext={formatDuration(clip[end])}
      onPointerDown={(event) => event.button === 0 && handle.current?.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={press}
    />
  );
}
