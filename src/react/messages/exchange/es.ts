import type { ExchangeMessages } from "../../exchange-messages.js";

const some = (count: number, one: string, many: string) =>
  count === 0 ? [] : [count === 1 ? one : `${count} ${many}`];

/** What is said about what leaves a board and comes to it, in Spanish. */
export const SPANISH_EXCHANGE: ExchangeMessages = {
  format: "Formato",
  formatName: { png: "PNG", svg: "SVG", pdf: "PDF" },
  part: "Qué",
  partName: { page: "Esta página", selection: "Selección", pages: "Todas las páginas" },
  scale: "Tamaño",
  scaleName: (scale) => `${scale}×`,
  background: "Fondo",
  backgroundName: { page: "Papel", none: "Ninguno" },
  editableHint: "Ábrelo de nuevo en una pizarra para seguir con él.",
  copied: "Copiado.",
  picturesMissing: (count) =>
    count === 1
      ? "No se pudo obtener 1 imagen: en su lugar está su descripción."
      : `No se pudieron obtener ${count} imágenes: en su lugar están sus descripciones.`,
  notTaken: (elements, pictures, simplified) => {
    const left = [...some(elements, "1 elemento", "elementos"), ...some(pictures, "1 imagen", "imágenes")];
    const out = left.length === 0 ? [] : [`Se dejó fuera: ${left.join(" y ")}.`];
    return [...out, ...some(simplified, "1 elemento", "elementos").map((text) => `Se simplificó: ${text}.`)].join(" ");
  },
  partsMissing: (file) => `Algunas letras o imágenes de «${file}» no se pueden mostrar aquí.`,
};
