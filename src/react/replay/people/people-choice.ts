import type { InkShown, Veil } from "../../../canvas/veil.js";
import type { Participant } from "./participants.js";

/** Who is shown. */
export interface PeopleChoice {
  /** The app's ids of those who are not. */
  readonly hidden: readonly string[];
  /** What is seen of what the hidden have drawn. */
  readonly ink: InkShown;
}

export const EVERYBODY: PeopleChoice = { hidden: [], ink: "dimmed" };

/** Hides who is shown, and shows who is hidden. */
export function toggled(choice: PeopleChoice, user: string): PeopleChoice {
  const isHidden = choice.hidden.includes(user);
  const hidden = isHidden ? choice.hidden.filter((other) => other !== user) : [...choice.hidden, user];
  return { ...choice, hidden };
}

/** True when that one is shown and nobody else. */
export function isSingledOut(choice: PeopleChoice, all: readonly Participant[], user: string): boolean {
  return all.length > 1 && all.every((person) => choice.hidden.includes(person.user) === (person.user !== user));
}

/** Shows that one and nobody else; when it is so already, everybody. */
export function singledOut(choice: PeopleChoice, all: readonly Participant[], user: string): PeopleChoice {
  const others = all.map((person) => person.user).filter((other) => other !== user);
  return { ...choice, hidden: isSingledOut(choice, all, user) ? [] : others };
}

/** What a choice lets be seen of the members. */
export function veilOf({ hidden, ink }: PeopleChoice, all: readonly Participant[]): Veil {
  const people = all.filter(({ user }) => hidden.includes(user));
  return { members: new Set(people.flatMap(({ members }) => members)), ink };
}
