import type { MediaMessages } from "../../media-messages.js";

/** What is said about the sound or film of a replay, in Spanish. */
export const SPANISH_MEDIA: MediaMessages = {
  mute: "Silenciar",
  volume: "Volumen",
  film: "Vídeo de la clase",
  playWithSound: "Reproducir con sonido",
  failed: "No se pudo cargar el sonido. La pizarra se reproduce sin él.",
  waiting: "Esperando el sonido…",
};
