import type { Role } from "../../signal/signal.js";

/** The sentences and labels about people on a whiteboard: a part of all messages. */
export interface PeopleMessages {
  readonly showPeople: (count: number) => string;
  readonly peopleHere: string;
  readonly peopleCount: (count: number) => string;
  readonly role: Readonly<Record<Role, string>>;
  readonly roleOf: (name: string) => string;
  readonly onPage: (page: string) => string;
  readonly drawingNow: string;
  readonly presenting: string;
  readonly followPerson: (name: string) => string;
  readonly following: (name: string) => string;
  readonly stopFollowing: (name: string) => string;
  readonly stop: string;
  readonly present: string;
  readonly stopPresenting: string;
  readonly youPresent: string;
  readonly presents: (name: string) => string;
  readonly followAgain: string;
  readonly keepOut: (name: string) => string;
  readonly keepOutQuestion: (name: string) => string;
  readonly keepOutYes: string;
  readonly cancel: string;
  readonly keptOut: string;
  /** Somebody whose name is not known. */
  readonly neverSeen: (shortId: string) => string;
  readonly letIn: (name: string) => string;
  readonly letInAgain: string;
}

export const ENGLISH_PEOPLE: PeopleMessages = {
  showPeople: (count) => (count === 1 ? "People: only you" : `People: ${count}`),
  peopleHere: "People in this room",
  peopleCount: (count) => (count === 1 ? "1 person here" : `${count} people here`),
  role: { admin: "Admin", writer: "Can edit", reader: "View only" },
  roleOf: (name) => `What ${name} may do`,
  onPage: (page) => `on ${page}`,
  drawingNow: "Drawing now",
  presenting: "Presenting",
  followPerson: (name) => `Follow ${name}`,
  following: (name) => `Following ${name}`,
  stopFollowing: (name) => `Stop following ${name}`,
  stop: "Stop",
  present: "Present to everyone",
  stopPresenting: "Stop presenting",
  youPresent: "You are presenting to everyone",
  presents: (name) => `${name} is presenting`,
  followAgain: "Follow again",
  keepOut: (name) => `Remove ${name}`,
  keepOutQuestion: (name) => `Remove ${name} and keep them out of this room?`,
  keepOutYes: "Remove",
  cancel: "Cancel",
  keptOut: "Kept out of this room",
  neverSeen: (shortId) => `Somebody not seen here (${shortId})`,
  letIn: (name) => `Let in again: ${name}`,
  letInAgain: "Let in again",
};
