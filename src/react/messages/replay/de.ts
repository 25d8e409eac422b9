import type { ReplayMessages } from "../../replay-messages.js";

export const GERMAN_REPLAY: ReplayMessages = {
  stepBack: "Eine Änderung zurück",
  stepForward: "Eine Änderung vor",
  loop: "Immer wieder abspielen",
  key: {
    play: "Abspielen oder anhalten",
    skip: "5 Sekunden zurück oder vor",
    skipFar: "10 Sekunden zurück oder vor",
    step: "Eine Änderung zurück oder vor",
    go: "Zu einem Zehntel des Ganzen",
    ends: "Zum Anfang oder Ende",
    markers: "Vorige oder nächste Marke",
    zoomTimeline: "Zeitleiste vergrößern oder verkleinern",
    clip: "Ausschnitt hier beginnen oder beenden",
    rate: "Langsamer oder schneller",
    loop: "Immer wieder abspielen",
    mute: "Ton an oder aus",
    fullScreen: "Vollbild",
    fit: "Dem Zeichnen folgen",
    sheet: "Diese Tasten zeigen",
  },
};
