/** What is said about the timeline of a replay. */
export interface TimelineMessages {
  /** The menu of everything here. */
  readonly menu: string;
  readonly pause: (length: string, isJumped: boolean) => string;
  readonly previousChapter: string;
  readonly nextChapter: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly showAll: string;
  /** What of the timeline is shown while it is zoomed, as a handle to move. */
  readonly visiblePart: string;
  readonly fromTo: (from: string, to: string) => string;
  /** A switch: a row for each participant. */
  readonly lanes: string;
  /** Too much happened in what is shown to say who did what. */
  readonly lanesTooFar: string;
  readonly laneOf: (name: string, from: string, to: string) => string;
  readonly calendar: string;
  readonly previousMonth: string;
  readonly nextMonth: string;
  readonly previousYear: string;
  readonly nextYear: string;
  /** A day of the calendar, and for how long something happened on it. */
  readonly busyDay: (day: string, length: string) => string;
  readonly quietDay: (day: string) => string;
  readonly activityOn: (day: string) => string;
  readonly clip: string;
  readonly clipOf: (from: string, to: string, length: string) => string;
  readonly clipStart: string;
  readonly clipEnd: string;
  readonly startClipHere: string;
  readonly endClipHere: string;
  readonly removeClip: string;
  /** A switch: the clip is played over and over. */
  readonly repeatClip: string;
}

export const ENGLISH_TIMELINE: TimelineMessages = {
  menu: "Timeline",
  pause: (length, isJumped) => (isJumped ? `Nothing for ${length}, skipped` : `Nothing for ${length}`),
  previousChapter: "Previous chapter",
  nextChapter: "Next chapter",
  zoomIn: "Zoom in on the timeline",
  zoomOut: "Zoom out of the timeline",
  showAll: "Whole timeline",
  visiblePart: "Part of the timeline that is shown",
  fromTo: (from, to) => `${from} to ${to}`,
  lanes: "Who did what",
  lanesTooFar: "Zoom in on the timeline to see who did what.",
  laneOf: (name, from, to) => `${name}, there from ${from} to ${to}`,
  calendar: "Calendar",
  previousMonth: "Previous month",
  nextMonth: "Next month",
  previousYear: "Previous year",
  nextYear: "Next year",
  busyDay: (day, length) => `${day}, active for ${length}`,
  quietDay: (day) => `${day}, nothing happened`,
  activityOn: (day) => `What happened on ${day}`,
  clip: "Clip",
  clipOf: (from, to, length) => `${from} to ${to}, ${length} long`,
  clipStart: "Start of the clip",
  clipEnd: "End of the clip",
  startClipHere: "Start a clip here",
  endClipHere: "End the clip here",
  removeClip: "Remove the clip",
  repeatClip: "Repeat the clip",
};
