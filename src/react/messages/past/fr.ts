import type { PastMessages } from "../../past-messages.js";

/** What is said where somebody looks back, goes on from the past, or opens a recording's file, in French. */
export const FRENCH_PAST: PastMessages = {
  behindLive: (time) => `${time} de retard. Revenir au direct`,
  lookBack: "Revoir",
  lookingBack: "Retour en arrière",
  lookingBackHint: "Le tableau continue pendant ce temps.",
  backToLive: "Retour au tableau",
  fork: "Continuer à partir d’ici",
  forkHint: "Un nouveau tableau commence avec ce que vous voyez. Cet enregistrement reste tel quel.",
  forkName: "Nom du nouveau tableau",
  forkMake: "Créer",
  forkWrongName:
    "Uniquement des lettres de A à Z, chiffres, points, tirets, tildes et traits de soulignement, 128 au plus.",
  forkNameTaken: (name) => `Il y a déjà un tableau « ${name} ». Choisissez un autre nom.`,
  forkFailed: (reason) => `Le tableau n’a pas pu être créé. ${reason}`,
  loaded: (percent) => `${percent} de l’enregistrement sont arrivés.`,
};
