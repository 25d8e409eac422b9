import RefreshCw from "lucide-react/icons/refresh-cw";
import { type ComponentType, useMemo, useState } from "react";
import type { Theme } from "../../../picture/palette.js";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { type Late, lateElement, MissingPartContext, useLate } from "../../parts/late.js";
import { Styles } from "../../parts/styles.js";
import { timelineStyles } from "../../styles/timeline.js";
import { useValue } from "../../use-store.js";
import type { MomentFormat } from "../format-time.js";
import type { Stage } from "../use-stage.js";
import { clipOf } from "./clip.js";
import { CALENDAR, CLIP_BAR, CLIP_HANDLES, LANES, OVERVIEW } from "./late-parts.js";
import { SeekBar } from "./seek-bar.js";
import { timelineViewOf } from "./timeline-view.js";

export interface TimelineProps {
  readonly stage: Stage;
  readonly theme: Theme;
  readonly format: MomentFormat;
  /** IANA name of the zone whose days the calendar shows; the person's own unless it says otherwise. */
  readonly timeZone: string | undefined;
}

/** The seek bar and what stands around it as it is wanted: an overview, rows of participants, a clip, a calendar. */
export function Timeline({ stage, theme, format, timeZone }: TimelineProps) {
  const messages = useMessages();
  const { player, view, tape, imageOf } = stage;
  const { window, hasLanes, isCalendarOpen } = timelineViewOf(player);
  const isZoomed = useValue(window) !== null;
  const isLaned = useValue(hasLanes);
  const isDated = useValue(isCalendarOpen);
  const clip = useValue(clipOf(player));
  const [tryAgain, setTryAgain] = useState<(() => void) | null>(null);
  const scene = useMemo(() => ({ tape, view, imageOf, theme }), [tape, view, imageOf, theme]);
  const tellMissing = useMemo(() => (again: () => void) => setTryAgain(() => again), []);
  return (
    <MissingPartContext value={tellMissing}>
      <div className="inktape-timeline">
        <Styles name="timeline" rules={timelineStyles} />
        {tryAgain && (
          <p className="inktape-timeline-note" role="status">
            {messages.partMissing}
            <Button
              label={messages.tryAgain}
              icon={<RefreshCw />}
              onClick={() => {
                setTryAgain(null);
                tryAgain();
              }}
            />
          </p>
        )}
        {isZoomed && <Part of={OVERVIEW} with={{ player }} />}
        <div className="inktape-seek-place">
          <SeekBar player={player} format={format} scene={scene} />
          {clip && <Part of={CLIP_HANDLES} with={{ player }} />}
        </div>
        {clip && <Part of={CLIP_BAR} with={{ player }} />}
        {isLaned && <Part of={LANES} with={{ player, tape, format }} />}
        {isDated && <Part of={CALENDAR} with={{ player, timeZone }} />}
      </div>
    </MissingPartContext>
  );
}

interface PartProps<P extends object> {
  readonly of: Late<ComponentType<P>>;
  readonly with: P;
}

/** A late part that is wanted for as long as this is there. */
function Part<P extends object>({ of, with: props }: PartProps<P>) {
  return lateElement(useLate(of), props);
}
