import type { ExchangeMessages } from "../../exchange-messages.js";

const some = (count: number, one: string, many: string) =>
  count === 0 ? [] : [count === 1 ? one : `${count} ${many}`];

/** What is said about what leaves a board and comes to it, in French. */
export const FRENCH_EXCHANGE: ExchangeMessages = {
  format: "Format",
  formatName: { png: "PNG", svg: "SVG", pdf: "PDF" },
  part: "Quoi",
  partName: { page: "Cette page", selection: "Sélection", pages: "Toutes les pages" },
  scale: "Taille",
  scaleName: (scale) => `${scale}×`,
  background: "Arrière-plan",
  backgroundName: { page: "Papier", none: "Aucun" },
  editableHint: "Ouvrez-le sur un tableau pour continuer à le modifier.",
  copied: "Copié.",
  picturesMissing: (count) =>
    count === 1
      ? "1 image n’a pas pu être obtenue : sa description est à sa place."
      : `${count} images n’ont pas pu être obtenues : leurs descriptions sont à leur place.`,
  notTaken: (elements, pictures, simplified) => {
    const left = [...some(elements, "1 élément", "éléments"), ...some(pictures, "1 image", "images")];
    const out = left.length === 0 ? [] : [`Laissé de côté : ${left.join(" et ")}.`];
    return [...out, ...some(simplified, "1 élément", "éléments").map((text) => `Simplifié : ${text}.`)].join(" ");
  },
  partsMissing: (file) => `Certaines lettres ou images de « ${file} » ne peuvent pas être affichées ici.`,
};
