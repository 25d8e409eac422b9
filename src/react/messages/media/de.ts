import type { MediaMessages } from "../../media-messages.js";

/** What is said about the sound or film of a replay, in German. */
export const GERMAN_MEDIA: MediaMessages = {
  mute: "Ton aus",
  volume: "Lautstärke",
  film: "Film zur Stunde",
  playWithSound: "Mit Ton abspielen",
  failed: "Der Ton ließ sich nicht laden. Die Tafel spielt ohne ihn weiter.",
  waiting: "Der Ton lädt noch …",
};
