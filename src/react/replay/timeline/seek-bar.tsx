import { type PointerEvent, useEffect, useMemo, useRef } from "react";
import type { Player } from "../../../player/player.js";
import { useMessages } from "../../context.js";
import { useHost } from "../../parts/use-host.js";
import { useEvent } from "../../use-event.js";
import { formatDuration, type MomentFormat } from "../format-time.js";
import { BarDrawing } from "./bar-drawing.js";
import { HoverTip, type HoverTipHandle } from "./hover-tip.js";
import { lengthFormat } from "./length-format.js";
import type { PreviewScene } from "./preview.js";
import { isWithin, shareOf } from "./time-window.js";
import { useLayout } from "./use-layout.js";
import { useScrub } from "./use-scrub.js";
import { useWidth } from "./use-width.js";
import { useZoomGestures } from "./use-zoom-gestures.js";

export interface SeekBarProps {
  readonly player: Player;
  readonly format: MomentFormat;
  /** Where pictures of other moments come from; none unless it is given. */
  readonly scene?: PreviewScene | null;
}

/** The recording as a bar: how busy it was and when, where it is now, and a handle to go anywhere. */
export function SeekBar({ player, format, scene = null }: SeekBarProps) {
  const messages = useMessages();
  const length = useMemo(() => lengthFormat(), []);
  const bar = useRef<HTMLDivElement>(null);
  const tip = useRef<HoverTipHandle>(null);
  const [element, setElement] = useHost<HTMLDivElement>();
  const width = useWidth(element);
  const layout = useLayout(player);
  const { window, duration } = layout;

  /** Past React: this runs every frame. */
  const paint = useEvent((position: number) => {
    if (!bar.current) return;
    bar.current.style.setProperty("--at", String(Math.max(0, Math.min(1, shareOf(window, position)))));
    bar.current.toggleAttribute("data-away", !isWithin(window, position));
    const seconds = String(Math.floor(position / 1000));
    if (bar.current.getAttribute("aria-valuenow") === seconds && bar.current.dataset.duration === String(duration))
      return;
    bar.current.dataset.duration = String(duration);
    bar.current.setAttribute("aria-valuenow", seconds);
    const wall = duration > 0 ? format.spoken(player.wallAt(position)) : "";
    const text = messages.positionOf(formatDuration(position), formatDuration(duration), wall);
    bar.current.setAttribute("aria-valuetext", text);
  });
  const scrub = useScrub(player, bar, paint);
  useZoomGestures(player, bar, scrub.giveUp);
  useEffect(() => {
    const follow = () => {
      if (!scrub.isScrubbing()) paint(player.frame.get().position);
    };
    follow();
    return player.frame.subscribe(follow);
  }, [player, scrub, paint, duration, window]);

  const point = (event: PointerEvent<HTMLDivElement>) => {
    const isMouse = event.pointerType === "mouse";
    if (duration <= 0 || (!isMouse && !scrub.isScrubbing())) return;
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    // While the board itself follows the pointer, a small picture of it says nothing more.
    tip.current?.show(scrub.positionAt(event), x, !scrub.isScrubbing());
  };
  const end = (event: PointerEvent) => {
    scrub.end(event);
    if (event.pointerType !== "mouse") tip.current?.hide();
  };
  return (
    <div
      ref={(place) => {
        bar.current = place;
        setElement(place);
      }}
      className="inktape-seek"
      role="slider"
      tabIndex={0}
      aria-label={messages.seek}
      aria-valuemin={0}
      aria-valuemax={Math.floor(duration / 1000)}
      aria-valuenow={0}
      onPointerDown={scrub.start}
      onPointerMove={(event) => {
        scrub.move(event);
        point(event);
      }}
      onPointerUp={end}
      onPointerCancel={end}
      onPointerLeave={() => tip.current?.hide()}
    >
      <div className="inktape-seek-rail" />
      <BarDrawing player={player} layout={layout} width={width} length={length} />
      <div className="inktape-seek-thumb" />
      <HoverTip ref={tip} {...{ player, layout, format, length, width, scene }} />
    </div>
  );
}
