import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from "react";
import type { Player } from "../../../player/player.js";
import type { Millis } from "../../../signal/ids.js";
import { useInktape } from "../../context.js";
import { useLate } from "../../parts/late.js";
import { formatDuration, type MomentFormat } from "../format-time.js";
import { chapterAt } from "./chapters.js";
import { PREVIEW } from "./late-parts.js";
import type { LengthFormat } from "./length-format.js";
import { markAt, pauseMarks } from "./pauses.js";
import type { Preview, PreviewScene } from "./preview.js";
import { shareOf } from "./time-window.js";
import type { TimelineLayout } from "./use-layout.js";

/** Tells what is at a place of a bar, beside the pointer. */
export interface HoverTipHandle {
  /** Shows what is at a play time, `x` CSS pixels from the bar's left edge. A picture only when it is asked for. */
  show(position: number, x: number, hasPicture: boolean): void;
  hide(): void;
}

export interface HoverTipProps {
  readonly ref: RefObject<HoverTipHandle | null>;
  readonly player: Player;
  readonly layout: TimelineLayout;
  readonly format: MomentFormat;
  readonly length: LengthFormat;
  /** Of the bar, in CSS pixels. */
  readonly width: number;
  /** Where pictures of the board come from; null shows none. */
  readonly scene: PreviewScene | null;
}

/** The time at the pointer, the chapter or pause it lies in, and a picture of the board then. Moves past React. */
export function HoverTip({ ref, player, layout, format, length, width, scene }: HoverTipProps) {
  const { clock, messages } = useInktape();
  const tip = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const preview = useRef<Preview | null>(null);
  const wanted = useRef<Millis | null>(null);
  const [isUsed, setUsed] = useState(false);
  const create = useLate(PREVIEW, isUsed && scene !== null);

  useEffect(() => {
    if (!create || !scene || !host.current) return undefined;
    const made = create(host.current, scene, clock);
    preview.current = made;
    if (wanted.current !== null) made.show(wanted.current);
    return () => {
      preview.current = null;
      made.close();
    };
  }, [create, scene, clock]);

  useImperativeHandle(ref, () => ({
    show(position, x, hasPicture) {
      const box = tip.current;
      if (!box || !text.current) return;
      const wall = player.wallAt(position);
      const chapter = chapterAt(layout.chapters, position)?.marker?.label;
      const onBar = shareOf(layout.window, position) * width;
      const pause = markAt(pauseMarks(layout.pauses, layout.window, width), onBar)?.pause;
      const lines = [
        `${formatDuration(position)} · ${format.time(wall)}`,
        ...(chapter ? [chapter] : []),
        ...(pause ? [messages.timeline.pause(length(pause.length, "long"), pause.isJumped)] : []),
      ];
      text.current.replaceChildren(...lines.map((line, index) => lineOf(line, index > 0)));
      box.hidden = false;
      box.toggleAttribute("data-picture", hasPicture && scene !== null);
      box.style.translate = `${clampTip(x, box.offsetWidth, width)}px 0`;
      wanted.current = hasPicture ? wall : null;
      if (!hasPicture) return;
      setUsed(true);
      preview.current?.show(wall);
    },
    hide() {
      if (tip.current) tip.current.hidden = true;
      wanted.current = null;
      preview.current?.rest();
    },
  }));
  return (
    <div ref={tip} className="inktape-hover" aria-hidden="true" hidden>
      {scene && <div className="inktape-preview">{<div ref={host} />}</div>}
      <div ref={text} />
    </div>
  );
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
