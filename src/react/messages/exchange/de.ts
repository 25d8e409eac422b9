import type { ExchangeMessages } from "../../exchange-messages.js";

const some = (count: number, one: string, many: string) =>
  count === 0 ? [] : [count === 1 ? one : `${count} ${many}`];

/** What is said about what leaves a board and comes to it, in German. */
export const GERMAN_EXCHANGE: ExchangeMessages = {
  format: "Format",
  formatName: { png: "PNG", svg: "SVG", pdf: "PDF" },
  part: "Was",
  partName: { page: "Diese Seite", selection: "Auswahl", pages: "Alle Seiten" },
  scale: "Größe",
  scaleName: (scale) => `${scale}×`,
  background: "Hintergrund",
  backgroundName: { page: "Papier", none: "Keiner" },
  editableHint: "Auf einer Tafel geöffnet, lässt es sich weiterbearbeiten.",
  copied: "Kopiert.",
  picturesMissing: (count) =>
    count === 1
      ? "1 Bild war nicht zu haben: An seiner Stelle steht seine Beschreibung."
      : `${count} Bilder waren nicht zu haben: An ihrer Stelle stehen ihre Beschreibungen.`,
  notTaken: (elements, pictures, simplified) => {
    const left = [...some(elements, "1 Element", "Elemente"), ...some(pictures, "1 Bild", "Bilder")];
    const out = left.length === 0 ? [] : [`Weggelassen: ${left.join(" und ")}.`];
    return [
      ...out,
      ...some(simplified, "1 Element wurde", "Elemente wurden").map((text) => `${text} vereinfacht.`),
    ].join(" ");
  },
  partsMissing: (file) => `Manche Buchstaben oder Bilder von „${file}“ lassen sich hier nicht zeigen.`,
};
