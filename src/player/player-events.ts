import type { Millis } from "../signal/ids.js";

/**
 * What a player tells, named and ordered as a media element's events (HTML, 4.8.11 Media elements):
 * - `durationchange`: the play time of the whole is known or another one;
 * - `loadeddata`: the first picture is there;
 * - `progress`: more of the recording is loaded;
 * - `ratechange`;
 * - `seeking`: a seek or step began, or a loop goes back to its beginning; also playing again from the end;
 * - `play`, `pause`: playing is wanted, or not any more. `pause` comes before `ended`, as in HTML;
 * - `timeupdate`: the position changed; while it plays at most 4 times a second, and always before `pause`, `seeked` and
 *   `ended`;
 * - `seeked`: the board of the place sought is shown. What was jumped over was not handed out as entries, so whoever
 *   follows these reads anew here: the board is exact;
 * - `waiting`: playing is wanted, and waits for what is not loaded, or at the live edge for more;
 * - `playing`: it plays, for the first time or again;
 * - `ended`: playing reached the end;
 * - `stalled`: loading fails and is tried again;
 * - `error`: nothing can be shown; the state says why.
 */
export type PlayerEventType =
  | "durationchange"
  | "loadeddata"
  | "progress"
  | "ratechange"
  | "seeking"
  | "play"
  | "pause"
  | "timeupdate"
  | "seeked"
  | "waiting"
  | "playing"
  | "ended"
  | "stalled"
  | "error";

/** One event, and where the playback was. */
export interface PlayerEvent {
  readonly type: PlayerEventType;
  /** Play time in milliseconds. */
  readonly position: number;
  readonly wall: Millis;
}
