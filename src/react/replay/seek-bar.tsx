import { type CSSProperties, type PointerEvent, useEffect, useMemo, useRef } from "react";
import type { Player, PlayerState } from "../../player/player.js";
import { useMessages } from "../context.js";
import { usePlayerState } from "../use-player-state.js";
import { useEvent } from "../use-event.js";
import { type Band, bandsOf, tickNear, ticksOf } from "./bands.js";
import { formatDuration, type MomentFormat } from "./format-time.js";
import { useScrub } from "./use-scrub.js";

export interface SeekBarProps {
  readonly player: Player;
  readonly format: MomentFormat;
}

/** What the bar's own layout depends on. */
const layout = ({ duration, range, stretches, markers, idleLimit }: PlayerState) => {
  return { duration, range, stretches, markers, idleLimit };
};
const percent = (share: number) => `${share * 100}%`;

/** The whole recording as a bar: where it is, where something happened, and a handle to go anywhere. */
export function SeekBar({ player, format }: SeekBarProps) {
  const messages = useMessages();
  const bar = useRef<HTMLDivElement>(null);
  const hover = useRef<HTMLDivElement>(null);
  const shown = usePlayerState(player, layout);
  const bands = useMemo(() => (shown ? bandsOf(player, player.state.get()) : []), [player, shown]);
  const ticks = useMemo(() => (shown ? ticksOf(player, player.state.get()) : []), [player, shown]);
  const duration = shown?.duration ?? 0;

  /** Past React: this runs every frame. */
  const paint = useEvent((position: number) => {
    const element = bar.current;
    if (!element) return;
    element.style.setProperty("--at", String(duration > 0 ? position / duration : 0));
    const seconds = String(Math.floor(position / 1000));
    if (element.getAttribute("aria-valuenow") === seconds && element.dataset.duration === String(duration)) return;
    element.dataset.duration = String(duration);
    element.setAttribute("aria-valuenow", seconds);
    const wall = duration > 0 ? format.spoken(player.wallAt(position)) : "";
    const text = messages.positionOf(formatDuration(position), formatDuration(duration), wall);
    element.setAttribute("aria-valuetext", text);
  });
  const scrub = useScrub(player, bar, paint);
  useEffect(() => {
    const follow = () => {
      if (!scrub.isScrubbing()) paint(player.frame.get().position);
    };
    follow();
    return player.frame.subscribe(follow);
  }, [player, scrub, paint, duration]);

  const point = (event: PointerEvent<HTMLDivElement>) => {
    const position = scrub.positionAt(event);
    const tip = hover.current;
    if (!tip || duration <= 0) return;
    event.currentTarget.toggleAttribute("data-hover", event.pointerType === "mouse" || scrub.isScrubbing());
    const wall = player.wallAt(position);
    const marker = tickNear(ticks, position / duration)?.marker;
    const lines = [formatDuration(position), marker ? `${marker.label} · ${format.time(wall)}` : format.time(wall)];
    tip.replaceChildren(...lines.map((line, index) => lineOf(line, index > 0)));
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    tip.style.translate = `${clampTip(x, tip.offsetWidth, event.currentTarget.offsetWidth)}px 0`;
  };
  return (
    <div
      ref={bar}
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
      onPointerUp={scrub.end}
      onPointerCancel={scrub.end}
      onPointerLeave={(event) => event.currentTarget.removeAttribute("data-hover")}
    >
      <div className="inktape-seek-rail">
        {bands.map((band) => (
          <div key={band.start} className="inktape-band" style={bandStyle(band)} />
        ))}
        <div className="inktape-played" />
      </div>
      {ticks.map(({ marker, at }) => (
        <div
          key={marker.seq}
          className="inktape-marker"
          data-kind={marker.kind}
          style={{ insetInlineStart: percent(at) }}
        />
      ))}
      <div className="inktape-seek-thumb" />
      <div ref={hover} className="inktape-hover" aria-hidden="true" />
    </div>
  );
}

function bandStyle({ start, end }: Band): CSSProperties {
  return { insetInlineStart: percent(start), inlineSize: percent(end - start) };
}

function lineOf(text: string, isSmall: boolean): HTMLElement {
  const line = document.createElement(isSmall ? "small" : "div");
  line.textContent = text;
  return line;
}

/** Where the tip begins so that it stands over `x` and stays within the bar. */
function clampTip(x: number, width: number, barWidth: number): number {
  return Math.max(0, Math.min(barWidth - width, x - width / 2));
}
