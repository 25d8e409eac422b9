import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import ChevronsLeft from "lucide-react/icons/chevrons-left";
import ChevronsRight from "lucide-react/icons/chevrons-right";
import { useMemo, useState } from "react";
import type { Player } from "../../../player/player.js";
import type { TimeRange } from "../../../tape/timeline.js";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { Dialog } from "../../parts/dialog.js";
import { Styles } from "../../parts/styles.js";
import { calendarStyles } from "../../styles/calendar.js";
import { controlStyles } from "../../styles/controls.js";
import { usePlayerState } from "../../use-player-state.js";
import { addDays, addMonths, compareDays, dayOfZone, type Day, noonOf, spansWithin, startOfDay } from "./days.js";
import { calendarFormat } from "./calendar-format.js";
import { CalendarGrid } from "./calendar-grid.js";
import { lengthFormat } from "./length-format.js";
import { timelineViewOf } from "./timeline-view.js";

export interface CalendarProps {
  readonly player: Player;
  readonly timeZone: string | undefined;
}

/** The days on which something happened; choosing one, or a part of one, goes there. */
export function Calendar({ player, timeZone }: CalendarProps) {
  const { timeline } = useMessages();
  const stretches = usePlayerState(player, (state) => state.stretches) ?? [];
  const range = usePlayerState(player, (state) => state.range) ?? null;
  const dayOf = useMemo(() => dayOfZone(timeZone), [timeZone]);
  const format = useMemo(() => calendarFormat(timeZone), [timeZone]);
  const length = useMemo(() => lengthFormat(), []);
  const [day, setDay] = useState<Day>(() => dayOf(player.frame.get().wall));
  const close = () => timelineViewOf(player).isCalendarOpen.set(false);

  const spansOf = (which: Day): readonly TimeRange[] => {
    if (!range) return [];
    const [from, to] = [startOfDay(dayOf, which), startOfDay(dayOf, addDays(which, 1))];
    return spansWithin(stretches, Math.max(from, range.from), Math.min(to, range.to + 1));
  };
  const [first, last] = range ? [dayOf(range.from), dayOf(range.to)] : [day, day];
  const goBy = (months: number) => {
    const next = addMonths(day, months);
    setDay(compareDays(next, first) < 0 ? first : compareDays(next, last) > 0 ? last : next);
  };
  const hasMonth = (months: number) => {
    const next = addMonths({ ...day, day: 1 }, months);
    return months < 0 ? compareDays(addMonths(next, 1), first) > 0 : compareDays(next, last) <= 0;
  };
  const spans = spansOf(day);
  const steps = [
    { months: -12, label: timeline.previousYear, icon: <ChevronsLeft data-directed="" /> },
    { months: -1, label: timeline.previousMonth, icon: <ChevronLeft data-directed="" /> },
    { months: 1, label: timeline.nextMonth, icon: <ChevronRight data-directed="" /> },
    { months: 12, label: timeline.nextYear, icon: <ChevronsRight data-directed="" /> },
  ].map(({ months, ...button }) => (
    <Button key={months} {...button} isDisabled={!hasMonth(Math.sign(months))} onClick={() => goBy(months)} />
  ));
  return (
    <Dialog title={timeline.calendar} isOpen onClose={close} className="inktape-calendar">
      <Styles name="controls" rules={controlStyles} />
      <Styles name="calendar" rules={calendarStyles} />
      <div className="inktape-calendar-parts">
        <div>
          <div className="inktape-calendar-months">
            {steps.slice(0, 2)}
            <span aria-live="polite">{format.month(noonOf(day))}</span>
            {steps.slice(2)}
          </div>
          <CalendarGrid
            day={day}
            format={format}
            spansOf={spansOf}
            length={length}
            onMove={setDay}
            onChoose={(chosen) => {
              setDay(chosen);
              const [span] = spansOf(chosen);
              if (span) void player.seekWall(span.from);
            }}
          />
        </div>
        <section aria-label={timeline.activityOn(format.day(noonOf(day)))}>
          <h3>{format.day(noonOf(day))}</h3>
          {spans.length === 0 && <p>{timeline.quietDay(format.day(noonOf(day)))}</p>}
          <ul>
            {spans.map(({ from, to }) => (
              <li key={from}>
                <button
                  type="button"
                  onClick={() => {
                    void player.seekWall(from);
                    close();
                  }}
                >
                  <span>{timeline.fromTo(format.minute(from), format.minute(to))}</span>
                  <small>{length(to - from, "long")}</small>
                </button>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Dialog>
  );
}
