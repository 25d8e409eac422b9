import { assetsOn } from "../../board/assets.js";
import type { Board, Page } from "../../board/board.js";
import { branchesOf } from "../../board/leaves.js";
import { fragmentOf } from "../../editing/fragment.js";
import { shapesOnPage } from "../../editing/selection.js";
import { pageSvg, type PageSvgOptions } from "../../picture/page-svg.js";
import type { PageId, ShapeId } from "../../signal/ids.js";
import { fontCss } from "../fonts/font-css.js";
import { lettersOn } from "../fonts/letters-on.js";
import { loadFont, measureLine } from "../measure-text.js";
import { embeddedPictures, type EmbeddedPictures, type PictureOptions } from "./embedded-pictures.js";
import { svgData } from "./svg-data.js";
import { drawSvg, pngOf } from "./svg-picture.js";

/** What a page looks like, and where its pictures come from. */
export interface PagePictureOptions extends Omit<PageSvgOptions, "only" | "hrefOf" | "data">, PictureOptions {
  /** Only these shapes, and what is in the frames among them, on no more than their own ground; all unless it says otherwise. */
  readonly ids?: readonly ShapeId[] | undefined;
}

export interface SvgOptions extends PagePictureOptions {
  /** Whether it has the shapes themselves in it too, for a board that opens it; true unless it says otherwise. */
  readonly isEditable?: boolean | undefined;
}

export interface PngOptions extends PagePictureOptions {
  /** Pixels to a board unit; 2 unless it says otherwise. Less is taken where a browser could not paint so many. */
  readonly scale?: number | undefined;
}

/**
 * A page, or some of its shapes, as an SVG document with its fonts and pictures in it. Rejects as {@link pageSvg} throws,
 * and with `offline` when a font cannot be had.
 */
export async function exportSvg(board: Board, page: PageId, options: SvgOptions = {}): Promise<string> {
  const { ids, assets, onMissing, isEditable = true, ...look } = options;
  const shown = ids ? boardOfOnly(board, ids) : board;
  const only = ids && { only: new Set(fragmentOf(board, ids).map(({ id }) => id)) };
  const names = ids ? assetsOn({ ...shown, pages: {} }, page) : assetsOn(shown, page);
  const pictures = await embeddedPictures(names, assets);
  if (pictures.missing.length > 0) onMissing?.(pictures.missing);
  const data = isEditable && Object.hasOwn(board.pages, page) && dataOf(shown, page, ids === undefined, pictures);
  // Text is broken and cut by its own font's widths.
  const letters = [...lettersOn(shown, page)];
  await Promise.all(letters.map(([font, codes]) => loadFont(font, String.fromCodePoint(...codes))));
  return pageSvg(shown, page, {
    measure: measureLine,
    fontCss: await fontCss(shown, page),
    ...look,
    ...only,
    ...(data !== false && { data }),
    hrefOf: pictures.hrefOf,
  });
}

/** The same as a PNG picture. */
export async function exportPng(board: Board, page: PageId, options: PngOptions = {}): Promise<Blob> {
  const { scale = 2, ...look } = options;
  return pngOf(await drawSvg(await exportSvg(board, page, { ...look, isEditable: false }), scale));
}

function boardOfOnly(board: Board, ids: readonly ShapeId[]): Board {
  return { ...board, branches: branchesOf(fragmentOf(board, ids)), active: {} };
}

/** The page as a document of its own; without its paper where only some shapes are shown. */
function dataOf(board: Board, page: PageId, isWhole: boolean, { changed }: EmbeddedPictures): string {
  const { name, paper } = board.pages[page] as Page;
  const shapes = shapesOnPage(board, page).map(({ id }) => id);
  return svgData({ pages: [{ name, paper: isWhole ? paper : null, shapes: fragmentOf(board, shapes) }] }, changed);
}
