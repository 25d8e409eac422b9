import type { PastMessages } from "../../past-messages.js";

/** What is said where somebody looks back, goes on from the past, or opens a recording's file, in German. */
export const GERMAN_PAST: PastMessages = {
  behindLive: (time) => `${time} zurück. Zur Gegenwart springen`,
  lookBack: "Zurückblicken",
  lookingBack: "Rückblick",
  lookingBackHint: "Die Tafel geht währenddessen weiter.",
  backToLive: "Zurück zur Tafel",
  fork: "Von hier aus weitermachen",
  forkHint: "Eine neue Tafel beginnt mit dem, was Sie sehen. Diese Aufzeichnung bleibt, wie sie ist.",
  forkName: "Name der neuen Tafel",
  forkMake: "Anlegen",
  forkWrongName: "Nur Buchstaben A bis Z, Ziffern, Punkte, Striche, Tilden und Unterstriche, höchstens 128.",
  forkNameTaken: (name) => `Eine Tafel „${name}“ gibt es schon. Wählen Sie einen anderen Namen.`,
  forkFailed: (reason) => `Die Tafel ließ sich nicht anlegen. ${reason}`,
  loaded: (percent) => `${percent} der Aufzeichnung sind da.`,
};
