import type { OutMessages } from "../../out-messages.js";

/** What is said about what is saved of a replay, and shared, in German. */
export const GERMAN_OUT: OutMessages = {
  menu: "Speichern und teilen",
  savePng: "Bild speichern",
  saveSvg: "Bild als SVG speichern",
  copyPng: "Bild kopieren",
  copySvg: "Bild als SVG kopieren",
  video: "Video erstellen …",
  saveTape: "Aufzeichnung speichern",
  saveClip: "Ausschnitt der Aufzeichnung speichern",
  copyLink: "Link zu diesem Moment kopieren",
  copyClipLink: "Link zum Ausschnitt kopieren",
  linkCopied: "Link kopiert.",
  whole: "Ganze Aufzeichnung",
  clipHint: "Für ein Video von einem Teil zuerst auf der Zeitleiste einen Ausschnitt markieren.",
  ownSize: "Eigene Größe",
  width: "Breite in Pixeln",
  height: "Höhe in Pixeln",
  frameRate: "Bilder pro Sekunde",
  shown: "Zeigen",
  cursors: "Mauszeiger",
  longPauses: "Pausen in voller Länge",
  noFormat: (format) => `Dieser Browser kann in dieser Größe keine ${format}-Videos erstellen.`,
  noVideo:
    "Dieser Browser kann in dieser Größe keine Videos erstellen. Eine kleinere Größe wählen oder einen neueren Browser nehmen.",
  makeVideo: "Video erstellen",
  making: (percent) => `Video wird erstellt: ${percent}`,
};
