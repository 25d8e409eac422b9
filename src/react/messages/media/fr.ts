import type { MediaMessages } from "../../media-messages.js";

/** What is said about the sound or film of a replay, in French. */
export const FRENCH_MEDIA: MediaMessages = {
  mute: "Couper le son",
  volume: "Volume sonore",
  film: "Film du cours",
  playWithSound: "Lire avec le son",
  failed: "Le son n’a pas pu être chargé. Le tableau est lu sans lui.",
  waiting: "En attente du son…",
};
