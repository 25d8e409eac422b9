const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time as a clock shows it: `2:05`, `1:10:00`, `3 d 04:05:06`. Parts of a second are cut off. */
export function formatDuration(ms: number): string {
  const whole = Math.max(0, Math.floor(ms / SECOND)) * SECOND;
  const days = Math.floor(whole / DAY);
  const hours = Math.floor((whole % DAY) / HOUR);
  const minutes = Math.floor((whole % HOUR) / MINUTE);
  const seconds = two(Math.floor((whole % MINUTE) / SECOND));
  if (days > 0) return `${days} d ${two(hours)}:${two(minutes)}:${seconds}`;
  if (hours > 0) return `${hours}:${two(minutes)}:${seconds}`;
  return `${minutes}:${seconds}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** Moments as a person writes them, in their own language and time zone. */
export interface MomentFormat {
  /** With the year and seconds: `3 Mar 2026, 14:02:05`. */
  full(at: number): string;
  /** Short enough to be said aloud: `3 March 14:02`. */
  spoken(at: number): string;
  /** The time of day: `14:02:05`. */
  time(at: number): string;
}

/** Makes the formats of a language and a time zone (IANA name); the person's own unless it says otherwise. */
export function momentFormat(locale?: string, timeZone?: string): MomentFormat {
  const full = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium", timeZone });
  const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone });
  const minute = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "medium", timeZone });
  return {
    full: (at) => full.format(at),
    spoken: (at) => `${day.format(at)} ${minute.format(at)}`,
    time: (at) => time.format(at),
  };
}
