import type { ReplayMessages } from "../../replay-messages.js";

export const FRENCH_REPLAY: ReplayMessages = {
  stepBack: "Une modification en arrière",
  stepForward: "Une modification en avant",
  loop: "Lire en boucle",
  key: {
    play: "Lire ou mettre en pause",
    skip: "5 secondes en arrière ou en avant",
    skipFar: "10 secondes en arrière ou en avant",
    step: "Une modification en arrière ou en avant",
    go: "Aller à un dixième du tout",
    ends: "Aller au début ou à la fin",
    markers: "Repère précédent ou suivant",
    zoomTimeline: "Agrandir ou réduire la chronologie",
    clip: "Commencer ou terminer un extrait ici",
    rate: "Plus lent ou plus rapide",
    loop: "Lire en boucle",
    mute: "Activer ou couper le son",
    fullScreen: "Plein écran",
    fit: "Suivre le dessin",
    sheet: "Afficher ces touches",
  },
};
