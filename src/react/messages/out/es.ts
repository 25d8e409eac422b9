import type { OutMessages } from "../../out-messages.js";

/** What is said about what is saved of a replay, and shared, in Spanish. */
export const SPANISH_OUT: OutMessages = {
  menu: "Guardar y compartir",
  savePng: "Guardar imagen",
  saveSvg: "Guardar imagen como SVG",
  copyPng: "Copiar imagen",
  copySvg: "Copiar imagen como SVG",
  video: "Crear un vídeo…",
  saveTape: "Guardar la grabación",
  saveClip: "Guardar el fragmento de la grabación",
  copyLink: "Copiar enlace a este momento",
  copyClipLink: "Copiar enlace al fragmento",
  linkCopied: "Enlace copiado.",
  whole: "Toda la grabación",
  clipHint: "Para un vídeo de una parte, marca antes un fragmento en la línea de tiempo.",
  ownSize: "Tamaño propio",
  width: "Ancho en píxeles",
  height: "Alto en píxeles",
  frameRate: "Fotogramas por segundo",
  shown: "Mostrar",
  cursors: "Cursores",
  longPauses: "Pausas completas",
  noFormat: (format) => `Este navegador no puede crear vídeos ${format} de este tamaño.`,
  noVideo: "Este navegador no puede crear vídeos de este tamaño. Elige uno menor o usa un navegador más nuevo.",
  makeVideo: "Crear vídeo",
  making: (percent) => `Creando el vídeo: ${percent}`,
};
