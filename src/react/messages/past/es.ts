import type { PastMessages } from "../../past-messages.js";

/** What is said where somebody looks back, goes on from the past, or opens a recording's file, in Spanish. */
export const SPANISH_PAST: PastMessages = {
  behindLive: (time) => `${time} por detrás. Ir al directo`,
  lookBack: "Mirar atrás",
  lookingBack: "Mirando atrás",
  lookingBackHint: "La pizarra sigue mientras tanto.",
  backToLive: "Volver a la pizarra",
  fork: "Continuar desde aquí",
  forkHint: "Una pizarra nueva empieza con lo que ve. Esta grabación queda como está.",
  forkName: "Nombre de la pizarra nueva",
  forkMake: "Crear",
  forkWrongName: "Solo letras de la A a la Z, cifras, puntos, guiones, virgulillas y guiones bajos, 128 como máximo.",
  forkNameTaken: (name) => `Ya hay una pizarra «${name}». Elija otro nombre.`,
  forkFailed: (reason) => `No se pudo crear la pizarra. ${reason}`,
  loaded: (percent) => `Ya está el ${percent} de la grabación.`,
};
