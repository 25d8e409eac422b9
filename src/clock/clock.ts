/** Takes back what was asked of a clock. Harmless when it has already happened. */
export type Cancel = () => void;

/** Time as an argument: whoever needs to know or to wait is given one of these. */
export interface Clock {
  /** Milliseconds since 1970 UTC, possibly fractional; never runs backwards. */
  now(): number;
  /** Calls back once, when the next picture is about to be drawn, with that moment's `now`. */
  frame(callback: (now: number) => void): Cancel;
  /** Calls back once, after at least `ms` milliseconds. */
  after(ms: number, callback: () => void): Cancel;
}
