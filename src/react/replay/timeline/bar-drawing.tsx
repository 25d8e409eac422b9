import { useMemo } from "react";
import type { Player } from "../../../player/player.js";
import type { Millis } from "../../../signal/ids.js";
import { usePlayerState } from "../../use-player-state.js";
import { chapterMarks, type ChapterMark } from "./chapters.js";
import { columnPath, columnsOf } from "./columns.js";
import { labelledMarks, middleOf, type PauseMark, pauseMarks } from "./pauses.js";
import type { LengthFormat } from "./length-format.js";
import { lengthOf, shareOf } from "./time-window.js";
import type { TimelineLayout } from "./use-layout.js";

export interface BarDrawingProps {
  readonly player: Player;
  readonly layout: TimelineLayout;
  /** Of the bar, in CSS pixels. */
  readonly width: number;
  readonly length: LengthFormat;
}

/** Pixels from one column of the activity to the next. */
const PITCH = 3;
/** Where in the drawing the columns stand, how high they are, and where the rail lies, in CSS pixels. */
const BASE = 22;
const COLUMN_HEIGHT = 20;
const RAIL = { top: 24, bottom: 30 } as const;
const HEIGHT = 34;
/** What the name of a pause's length takes, and how long a pause must be to have its length written out. */
const LABEL_PX = 60;
const LABELLED_MS = 60_000;

/**
 * What is drawn on a seek bar: how busy it was, pauses with their lengths, what is loaded, where chapters begin. A path for
 * each, however much there is. It is drawn from left to right, and turned over where lines run the other way.
 */
export function BarDrawing({ player, layout, width, length }: BarDrawingProps) {
  const { window, chapters, pauses, recorded } = layout;
  const columns = useMemo(() => {
    const shown = columnsOf(player, recorded, window, Math.floor(width / PITCH));
    return columnPath(shown, PITCH, BASE, COLUMN_HEIGHT);
  }, [player, recorded, window, width]);
  const marks = useMemo(() => pauseMarks(pauses, window, width), [pauses, window, width]);
  const begins = useMemo(() => chapterMarks(chapters, window, width), [chapters, window, width]);
  const buffered = usePlayerState(player, (state) => state.buffered);
  const loaded = useMemo(() => {
    if (!buffered || lengthOf(window) <= 0) return "";
    const place = (wall: Millis) => Math.max(0, Math.min(1, shareOf(window, player.positionAt(wall)))) * width;
    return buffered.map(({ from, to }) => bar(place(from), place(to), RAIL.top, RAIL.bottom)).join("");
  }, [player, buffered, window, width]);
  if (width === 0) return null;
  const labels = labelledMarks(
    marks.filter(({ pause }) => pause.length >= LABELLED_MS),
    LABEL_PX,
  );
  return (
    <>
      <svg className="inktape-seek-drawing" viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
        <path className="inktape-buffered" d={loaded} />
        <path className="inktape-pauses" d={marks.map(pausePath).join("")} />
        <path className="inktape-activity" d={columns} />
      </svg>
      <svg className="inktape-seek-drawing" data-played="" viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
        <path className="inktape-activity" d={columns} />
        <rect x="0" y={RAIL.top} width={width} height={RAIL.bottom - RAIL.top} />
      </svg>
      <svg className="inktape-seek-drawing" viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
        <path
          className="inktape-chapter-gaps"
          d={begins.map(({ at }) => bar(at - 1, at + 1, RAIL.top, RAIL.bottom)).join("")}
        />
        <path className="inktape-markers" d={begins.filter(isMarker).map(flag).join("")} />
      </svg>
      {labels.map((mark) => (
        <span key={mark.pause.from} className="inktape-pause" style={{ insetInlineStart: labelPlace(mark, width) }}>
          {length(mark.pause.length, "short")}
        </span>
      ))}
    </>
  );
}

function isMarker({ kind }: ChapterMark): boolean {
  return kind === "marker";
}

/** A marker stands on the rail and above it. */
function flag({ at }: ChapterMark): string {
  return bar(at - 1.5, at + 1.5, RAIL.top - 5, RAIL.bottom);
}

/** A pause that is nearly nothing on the bar is a stroke as high as the busiest columns; a long one lies on the rail. */
function pausePath({ start, end }: PauseMark): string {
  return end - start < LABEL_PX / 4 ? bar(start, end, BASE - COLUMN_HEIGHT, BASE) : bar(start, end, BASE - 2, BASE);
}

function bar(from: number, to: number, top: number, bottom: number): string {
  return `M${from.toFixed(1)} ${top}H${to.toFixed(1)}V${bottom}H${from.toFixed(1)}z`;
}

/** Names are put over the middle of their pauses, and kept within the bar. */
function labelPlace(mark: PauseMark, width: number): number {
  return Math.max(LABEL_PX / 2, Math.min(width - LABEL_PX / 2, middleOf(mark)));
}
