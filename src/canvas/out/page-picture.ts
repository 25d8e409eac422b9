import type { Board } from "../../board/board.js";
import { branchesOf } from "../../board/leaves.js";
import { fragmentOf } from "../../editing/fragment.js";
import { pageSvg, type PageSvgOptions } from "../../picture/page-svg.js";
import type { PageId, ShapeId } from "../../signal/ids.js";
import { fontCss } from "../fonts/font-css.js";
import { measureLine } from "../measure-text.js";
import { drawSvg, pngOf } from "./svg-picture.js";

export interface PagePictureOptions extends PageSvgOptions {
  /** Only these shapes, and what is in the frames among them; all of the page's unless it says otherwise. */
  readonly ids?: readonly ShapeId[];
}

export interface PngOptions extends PagePictureOptions {
  /** Pixels to a board unit; 2 unless it says otherwise. Less is taken where a browser could not paint so many. */
  readonly scale?: number;
}

/**
 * A page, or some of its shapes, as an SVG document with its fonts in it. Rejects as {@link pageSvg} throws, and with
 * `offline` when a font cannot be had.
 */
export async function exportSvg(board: Board, page: PageId, options: PagePictureOptions = {}): Promise<string> {
  const { ids, ...look } = options;
  const shown = ids ? boardOfOnly(board, ids) : board;
  return pageSvg(shown, page, { measure: measureLine, fontCss: await fontCss(shown, page), ...look });
}

/** The same as a PNG picture. */
export async function exportPng(board: Board, page: PageId, options: PngOptions = {}): Promise<Blob> {
  const { scale = 2, ...look } = options;
  return pngOf(await drawSvg(await exportSvg(board, page, look), scale));
}

function boardOfOnly(board: Board, ids: readonly ShapeId[]): Board {
  return { ...board, branches: branchesOf(fragmentOf(board, ids)), active: {} };
}
