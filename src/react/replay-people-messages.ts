import type { InkShown } from "../canvas/veil.js";

/** What is said about the people of a recording, whose view is shown, its pauses, and what happens in it. */
export interface ReplayPeopleMessages {
  /** The panel of all here. */
  readonly panel: string;
  readonly count: (count: number) => string;
  readonly view: string;
  /** The view goes to where people are busy, and shows all that is there. */
  readonly watchAll: string;
  readonly watchPresenter: string;
  readonly nobodyPresents: string;
  /** The one who is followed is not in the room at that moment. */
  readonly notThere: (name: string) => string;
  readonly hide: (name: string) => string;
  readonly show: (name: string) => string;
  /** Shows that one and nobody else. */
  readonly singleOut: (name: string) => string;
  readonly showEverybody: string;
  readonly inkOfHidden: string;
  readonly ink: Readonly<Record<InkShown, string>>;
  /** A switch: what happens is told to people who listen. */
  readonly narrate: string;

  // Time
  /** Pauses were jumped that lasted so long together. */
  readonly skipped: (length: string) => string;
  readonly pauses: string;
  readonly pausesInFull: string;
  readonly pausesUpTo: (length: string) => string;
  readonly showRemaining: string;
  readonly showElapsed: string;

  // What happens
  readonly draws: (name: string) => string;
  /** `thing` says what it is, and what is written on it. */
  readonly adds: (name: string, thing: string) => string;
  readonly writes: (name: string, thing: string) => string;
  readonly changes: (name: string) => string;
  readonly removes: (name: string) => string;
  readonly comes: (name: string) => string;
  readonly goes: (name: string) => string;
  readonly addsPage: (name: string, page: string) => string;
  /** A page that is shown from now on. */
  readonly page: (page: string) => string;
  readonly chapter: (label: string) => string;
  /** Somebody whose name is not known. */
  readonly somebody: string;
}

export const ENGLISH_REPLAY_PEOPLE: ReplayPeopleMessages = {
  panel: "People and view",
  count: (count) => (count === 1 ? "1 person in this recording" : `${count} people in this recording`),
  view: "View",
  watchAll: "Everything",
  watchPresenter: "What the presenter saw",
  nobodyPresents: "Nobody is presenting now",
  notThere: (name) => `${name} is not here now`,
  hide: (name) => `Hide ${name}`,
  show: (name) => `Show ${name}`,
  singleOut: (name) => `Show only ${name}`,
  showEverybody: "Show everybody",
  inkOfHidden: "What hidden people drew",
  ink: { shown: "Shown", dimmed: "Dimmed", hidden: "Hidden" },
  narrate: "Tell a screen reader what happens",

  skipped: (length) => `Skipped ${length}`,
  pauses: "Pauses",
  pausesInFull: "Play pauses in full",
  pausesUpTo: (length) => `At most ${length}`,
  showRemaining: "Show the time that is left",
  showElapsed: "Show the time that has passed",

  draws: (name) => `${name} draws`,
  adds: (name, thing) => `${name} adds: ${thing}`,
  writes: (name, thing) => `${name} writes: ${thing}`,
  changes: (name) => `${name} changes something`,
  removes: (name) => `${name} removes something`,
  comes: (name) => `${name} comes in`,
  goes: (name) => `${name} leaves`,
  addsPage: (name, page) => `${name} adds a page: ${page}`,
  page: (page) => `Now on ${page}`,
  chapter: (label) => `Chapter: ${label}`,
  somebody: "Somebody",
};
