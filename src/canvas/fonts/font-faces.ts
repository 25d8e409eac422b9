import { bundledFamily, type BundledFont } from "../../picture/text.js";

/** A file with some of a bundled font's letters. */
export interface FontFile {
  readonly font: BundledFont;
  readonly url: URL;
  /** The letters that are in it, as CSS tells them. */
  readonly unicodeRange: string;
}

const LATIN =
  "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD";
const LATIN_EXT =
  "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF";
const CYRILLIC = "U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116";
const GREEK = "U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF";
const VIETNAMESE =
  "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB";

/**
 * The bundled fonts' files: `hand` is Shantell Sans, `sans` is Inter, both under the SIL Open Font License, whose texts
 * lie beside the files. Bundlers find the files by `new URL(…, import.meta.url)`, written out in full.
 */
export const FONT_FILES: readonly FontFile[] = [
  { font: "hand", url: new URL("./files/hand-latin.woff2", import.meta.url), unicodeRange: LATIN },
  { font: "hand", url: new URL("./files/hand-latin-ext.woff2", import.meta.url), unicodeRange: LATIN_EXT },
  { font: "hand", url: new URL("./files/hand-cyrillic.woff2", import.meta.url), unicodeRange: CYRILLIC },
  { font: "hand", url: new URL("./files/hand-vietnamese.woff2", import.meta.url), unicodeRange: VIETNAMESE },
  { font: "sans", url: new URL("./files/sans-latin.woff2", import.meta.url), unicodeRange: LATIN },
  { font: "sans", url: new URL("./files/sans-latin-ext.woff2", import.meta.url), unicodeRange: LATIN_EXT },
  { font: "sans", url: new URL("./files/sans-cyrillic.woff2", import.meta.url), unicodeRange: CYRILLIC },
  { font: "sans", url: new URL("./files/sans-greek.woff2", import.meta.url), unicodeRange: GREEK },
  { font: "sans", url: new URL("./files/sans-vietnamese.woff2", import.meta.url), unicodeRange: VIETNAMESE },
];

/** True when a letter, given by its code point, is looked for in the file. */
export function isMeantFor({ unicodeRange }: FontFile, letter: number): boolean {
  return unicodeRange.split(",").some((range) => {
    const [first = "", last = first] = range.slice(2).split("-");
    return letter >= Number.parseInt(first, 16) && letter <= Number.parseInt(last, 16);
  });
}

/** Makes a font's letters known to a page. Nothing is fetched before they are written with. */
export function addFontFaces(fonts: FontFaceSet): void {
  const known = new Set([...fonts].map(({ family, unicodeRange }) => `${family} ${unicodeRange}`));
  for (const { font, url, unicodeRange } of FONT_FILES) {
    const face = new FontFace(bundledFamily(font), `url("${url.href}") format("woff2")`, { unicodeRange });
    if (!known.has(`${face.family} ${face.unicodeRange}`)) fonts.add(face);
  }
}
