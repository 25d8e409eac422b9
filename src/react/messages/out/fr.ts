import type { OutMessages } from "../../out-messages.js";

/** What is said about what is saved of a replay, and shared, in French. */
export const FRENCH_OUT: OutMessages = {
  menu: "Enregistrer et partager",
  savePng: "Enregistrer l’image",
  saveSvg: "Enregistrer l’image en SVG",
  copyPng: "Copier l’image",
  copySvg: "Copier l’image en SVG",
  video: "Créer une vidéo…",
  saveTape: "Enregistrer le fichier de la séance",
  saveClip: "Enregistrer l’extrait de la séance",
  copyLink: "Copier le lien vers ce moment",
  copyClipLink: "Copier le lien vers l’extrait",
  linkCopied: "Lien copié.",
  whole: "Toute la séance",
  clipHint: "Pour une vidéo d’une partie, marquez d’abord un extrait sur la chronologie.",
  ownSize: "Autre taille",
  width: "Largeur en pixels",
  height: "Hauteur en pixels",
  frameRate: "Images par seconde",
  shown: "Montrer",
  cursors: "Curseurs",
  longPauses: "Pauses entières",
  noFormat: (format) => `Ce navigateur ne peut pas créer de vidéos ${format} de cette taille.`,
  noVideo:
    "Ce navigateur ne peut pas créer de vidéos de cette taille. Choisissez-en une plus petite ou prenez un navigateur plus récent.",
  makeVideo: "Créer la vidéo",
  making: (percent) => `Création de la vidéo : ${percent}`,
};
