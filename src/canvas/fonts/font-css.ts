import type { Board } from "../../board/board.js";
import { shapesOf } from "../../board/leaves.js";
import { dataAddress } from "../../picture/svg/data-address.js";
import { bundledFamily, fontName } from "../../picture/text.js";
import { InktapeError } from "../../signal/errors.js";
import type { PageId } from "../../signal/ids.js";
import { propOf } from "../../signal/optional.js";
import { FONT_FILES, type FontFile } from "./font-faces.js";

/** What frames and pictures are named in. */
const NAME_FONT = "sans";

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

/** What is written on a page, by the font. */
function lettersOn(board: Board, page: PageId): Map<string, Set<number>> {
  const letters = new Map<string, Set<number>>();
  for (const shape of shapesOf(board)) {
    if (shape.page !== page) continue;
    const text = typeof shape["text" as never] === "string" ? (shape["text" as never] as string) : "";
    const words = [text, propOf(shape, "label"), propOf(shape, "alt")].join("");
    if (words === "") continue;
    const font = shape.kind === "frame" || shape.kind === "image" ? NAME_FONT : fontName(propOf(shape, "font"));
    const known = letters.get(font) ?? new Set<number>();
    letters.set(font, known);
    // An ellipsis stands where text is cut.
    for (const letter of `${words}…`) known.add(letter.codePointAt(0) ?? 0);
  }
  return letters;
}

function hasAny({ unicodeRange }: FontFile, letters: ReadonlySet<number> = new Set()): boolean {
  const ranges = unicodeRange.split(",").map((range) => {
    const [first = "", last = first] = range.slice(2).split("-");
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });
  return [...letters].some((letter) => ranges.some(([first, last]) => letter >= first && letter <= last));
}

async function ruleOf({ font, url, unicodeRange }: FontFile): Promise<string> {
  const source = `url(${dataAddress("font/woff2", await bytesOf(url))}) format("woff2")`;
  return `@font-face{font-family:${bundledFamily(font)};src:${source};unicode-range:${unicodeRange}}`;
}

async function bytesOf(url: URL): Promise<Uint8Array> {
  const response = await fetch(url).catch((cause: unknown) => {
    throw new InktapeError("offline", `The font ${url.href} cannot be had: see that the server gives it.`, { cause });
  });
  if (response.ok) return new Uint8Array(await response.arrayBuffer());
  throw new InktapeError("offline", `The font ${url.href} cannot be had: the server answered ${response.status}.`);
}
