import FoldHorizontal from "lucide-react/icons/fold-horizontal";
import ZoomIn from "lucide-react/icons/zoom-in";
import ZoomOut from "lucide-react/icons/zoom-out";
import { type KeyboardEvent, type PointerEvent, useMemo } from "react";
import type { Player } from "../../../player/player.js";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { useHost } from "../../parts/use-host.js";
import { formatDuration } from "../format-time.js";
import { columnPath, columnsOf } from "./columns.js";
import { shareAt } from "./pointer-share.js";
import { CLOSEST_MS, lengthOf, moved, shareOf, ZOOM_STEP } from "./time-window.js";
import { timelineViewOf, zoomTimeline } from "./timeline-view.js";
import { useLayout } from "./use-layout.js";
import { useWidth } from "./use-width.js";

const PITCH = 3;
const HEIGHT = 14;

/** The whole recording as a strip over a zoomed timeline, with what is shown of it as a frame to move along. */
export function Overview({ player }: { readonly player: Player }) {
  const { timeline } = useMessages();
  const [strip, setStrip] = useHost<HTMLDivElement>();
  const width = useWidth(strip);
  const { window, duration, recorded } = useLayout(player);
  const path = useMemo(() => {
    const all = { from: 0, to: duration };
    return columnPath(columnsOf(player, recorded, all, Math.floor(width / PITCH)), PITCH, HEIGHT, HEIGHT);
  }, [player, recorded, duration, width]);
  const view = timelineViewOf(player);
  const move = (by: number) => view.window.set(moved(window, by, duration));
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.type === "pointerdown") {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
    } else if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const middle = shareAt(event.currentTarget, event.clientX) * duration;
    move(middle - lengthOf(window) / 2 - window.from);
  };
  const press = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move(by * lengthOf(window));
  };
  const all = { from: 0, to: duration };
  const [start, end] = [shareOf(all, window.from) * 100, shareOf(all, window.to) * 100];
  return (
    <div className="inktape-overview">
      <div
        ref={setStrip}
        className="inktape-overview-strip"
        role="slider"
        tabIndex={0}
        aria-label={timeline.visiblePart}
        aria-valuemin={0}
        aria-valuemax={Math.floor((duration - lengthOf(window)) / 1000)}
        aria-valuenow={Math.floor(window.from / 1000)}
        aria-valuetext={timeline.fromTo(formatDuration(window.from), formatDuration(window.to))}
        onPointerDown={drag}
        onPointerMove={drag}
        onKeyDown={press}
      >
        {width > 0 && (
          <svg viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
            <path d={path} />
          </svg>
        )}
        <div
          className="inktape-overview-frame"
          style={{ insetInlineStart: `${start}%`, inlineSize: `max(8px, ${end - start}%)` }}
        />
      </div>
      <Button
        label={timeline.zoomOut}
        keys="-"
        icon={<ZoomOut />}
        onClick={() => zoomTimeline(player, 1 / ZOOM_STEP)}
      />
      <Button
        label={timeline.zoomIn}
        keys="Plus"
        icon={<ZoomIn />}
        isDisabled={lengthOf(window) <= CLOSEST_MS}
        onClick={() => zoomTimeline(player, ZOOM_STEP)}
      />
      <Button label={timeline.showAll} icon={<FoldHorizontal />} onClick={() => view.window.set(null)} />
    </div>
  );
}

/** How far a key moves what is shown, in its own lengths. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -0.1,
  ArrowRight: 0.1,
  PageDown: -0.9,
  PageUp: 0.9,
  Home: -Infinity,
  End: Infinity,
};
