import { type KeyboardEvent, useEffect, useRef } from "react";
import type { TimeRange } from "../../../tape/timeline.js";
import { useMessages } from "../../context.js";
import { isRightToLeft } from "./pointer-share.js";
import type { CalendarFormat } from "./calendar-format.js";
import { addDays, addMonths, compareDays, type Day, noonOf, weekdayOf, weeksOf } from "./days.js";
import type { LengthFormat } from "./length-format.js";

export interface CalendarGridProps {
  /** The day that is looked at; its month is shown. */
  readonly day: Day;
  readonly format: CalendarFormat;
  readonly length: LengthFormat;
  readonly spansOf: (day: Day) => readonly TimeRange[];
  readonly onMove: (day: Day) => void;
  readonly onChoose: (day: Day) => void;
}

const HOUR = 3_600_000;

/** A month as a grid (WAI-ARIA, date picker pattern): arrows go by days and weeks, page keys by months, with Shift by years. */
export function CalendarGrid({ day, format, length, spansOf, onMove, onChoose }: CalendarGridProps) {
  const { timeline } = useMessages();
  const current = useRef<HTMLButtonElement>(null);
  const isKeyed = useRef(false);
  useEffect(() => {
    if (isKeyed.current) current.current?.focus();
    isKeyed.current = false;
  }, [day]);
  const weeks = weeksOf(day, format.firstWeekday);
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const next = dayAfterKey(event, day, format.firstWeekday);
    if (!next) return;
    event.preventDefault();
    isKeyed.current = true;
    onMove(next);
  };
  return (
    <table role="grid" aria-label={format.month(noonOf(day))} onKeyDown={press}>
      <thead>
        <tr>
          {Array.from({ length: 7 }, (_, index) => {
            const noon = noonOf(addDays(MONDAY, format.firstWeekday - 1 + index));
            return (
              <th key={index} scope="col" abbr={format.weekday(noon, "long")}>
                {format.weekday(noon, "narrow")}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, row) => (
          <tr key={row}>
            {week.map((which, column) => {
              if (!which) return <td key={column} />;
              const isCurrent = compareDays(which, day) === 0;
              const busy = spansOf(which).reduce((sum, { from, to }) => sum + to - from, 0);
              const isBusy = spansOf(which).length > 0;
              const name = format.day(noonOf(which));
              return (
                <td key={column} aria-selected={isCurrent}>
                  <button
                    ref={isCurrent ? current : undefined}
                    type="button"
                    tabIndex={isCurrent ? 0 : -1}
                    aria-label={isBusy ? timeline.busyDay(name, length(busy, "long")) : timeline.quietDay(name)}
                    data-busy={isBusy ? (busy >= HOUR ? "very" : "") : undefined}
                    onClick={() => onChoose(which)}
                  >
                    {format.number(which.day)}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Some Monday. */
const MONDAY: Day = { year: 2024, month: 1, day: 1 };

function dayAfterKey(event: KeyboardEvent<HTMLElement>, day: Day, firstWeekday: number): Day | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const onward = isRightToLeft(event.currentTarget) ? -1 : 1;
  const weekday = (weekdayOf(day) - firstWeekday + 7) % 7;
  switch (event.key) {
    case "ArrowRight":
      return addDays(day, onward);
    case "ArrowLeft":
      return addDays(day, -onward);
    case "ArrowDown":
      return addDays(day, 7);
    case "ArrowUp":
      return addDays(day, -7);
    case "Home":
      return addDays(day, -weekday);
    case "End":
      return addDays(day, 6 - weekday);
    case "PageDown":
      return addMonths(day, event.shiftKey ? 12 : 1);
    case "PageUp":
      return addMonths(day, event.shiftKey ? -12 : -1);
    default:
      return null;
  }
}
