/** How a calendar writes, in the person's own language. Days and months are told at noon UTC, moments in a zone. */
export interface CalendarFormat {
  /** `March 2026`. */
  month(noon: number): string;
  /** `Tuesday 3 March 2026`. */
  day(noon: number): string;
  /** `T`, and for those who listen `Tuesday`. */
  weekday(noon: number, style: "narrow" | "long"): string;
  /** `14:02`. */
  minute(at: number): string;
  /** A number of a day. */
  number(value: number): string;
  /** Monday is 1, Sunday 7. */
  readonly firstWeekday: number;
}

/** What engines tell of a language's week, by one name or the other. */
interface TellsWeek {
  readonly weekInfo?: { readonly firstDay: number };
  getWeekInfo?(): { readonly firstDay: number };
}

const MONDAY = 1;

/** Makes the formats of a language, the person's own unless it says otherwise, for moments of a time zone. */
export function calendarFormat(timeZone: string | undefined, locale?: string): CalendarFormat {
  const utc = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, calendar: "gregory", timeZone: "UTC" });
  const month = utc({ month: "long", year: "numeric" });
  const day = utc({ dateStyle: "full" });
  const weekdays = { narrow: utc({ weekday: "narrow" }), long: utc({ weekday: "long" }) };
  const minute = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone });
  const number = new Intl.NumberFormat(locale);
  const language = new Intl.Locale(month.resolvedOptions().locale) as Intl.Locale & TellsWeek;
  return {
    month: (noon) => month.format(noon),
    day: (noon) => day.format(noon),
    weekday: (noon, style) => weekdays[style].format(noon),
    minute: (at) => minute.format(at),
    number: (value) => number.format(value),
    firstWeekday: (language.getWeekInfo?.() ?? language.weekInfo)?.firstDay ?? MONDAY,
  };
}
