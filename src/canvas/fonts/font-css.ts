import type { Board } from "../../board/board.js";
import { dataAddress } from "../../picture/svg/data-address.js";
import { bundledFamily } from "../../picture/text.js";
import type { PageId } from "../../signal/ids.js";
import { fontBytes } from "./font-bytes.js";
import { FONT_FILES, type FontFile, isMeantFor } from "./font-faces.js";
import { lettersOn } from "./letters-on.js";

/**
 * The `@font-face` rules of the bundled fonts that a page is written in, with the files in them as `data:` addresses,
 * so that a picture of the page looks the same wherever it is opened. Empty for a page without text.
 *
 * Throws `offline` when a font's file cannot be had.
 */
export async function fontCss(board: Board, page: PageId): Promise<string> {
  const letters = lettersOn(board, page);
  const needed = FONT_FILES.filter((file) => hasAny(file, letters.get(file.font)));
  return (await Promise.all(needed.map(ruleOf))).join("");
}

function hasAny(file: FontFile, letters: ReadonlySet<number> = new Set()): boolean {
  return [...letters].some((letter) => isMeantFor(file, letter));
}

async function ruleOf({ font, url, unicodeRange }: FontFile): Promise<string> {
  const source = `url(${dataAddress("font/woff2", await fontBytes(url))}) format("woff2")`;
  return `@font-face{font-family:${bundledFamily(font)};src:${source};unicode-range:${unicodeRange}}`;
}
