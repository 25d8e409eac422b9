import type { Board, Page } from "../board/board.js";
import { grow, unionOf, type Box } from "../board/bounds.js";
import { shapesOf } from "../board/leaves.js";
import { compareOrder } from "../board/order.js";
import { InktapeError } from "../signal/errors.js";
import type { PageId } from "../signal/ids.js";
import type { Shape } from "../signal/shape.js";
import { pageColor, type Theme } from "./palette.js";
import { shapeMarkup } from "./svg/shape-markup.js";
import { decimal, element, escapeXml } from "./svg/xml.js";
import { UI_FONT } from "./text.js";

export interface PageSvgOptions {
  /** Light unless it says otherwise. */
  readonly theme?: Theme;
  /** `#rrggbb`, or `transparent`. The colour of the theme's pages unless it says otherwise. */
  readonly background?: string;
}

/** What is left free around a page's drawing, in board units. */
const MARGIN = 24;
/** What an empty page shows. */
const EMPTY: Box = { x: 0, y: 0, w: 800, h: 600 };
const BACKGROUND = /^(transparent|#[0-9a-f]{6})$/i;

/**
 * A page of a board as an SVG document that looks as a canvas shows it: its finished shapes from the lowest to the
 * highest, and all that has come of its strokes under construction above them. It is as large as what is drawn and a
 * margin, a CSS pixel to a board unit. The same page gives the same text.
 *
 * Throws `not-found` for a page that the board does not have, and `bad-argument` for ink that is not loaded or a
 * background that is no colour.
 */
export function pageSvg(board: Board, page: PageId, options: PageSvgOptions = {}): string {
  const { theme = "light", background = pageColor(theme) } = options;
  const { name } = pageOf(board, page);
  if (!BACKGROUND.test(background)) {
    throw new InktapeError("bad-argument", `The background "${background}" is neither transparent nor #rrggbb.`);
  }
  const drawn = shapesOnPage(board, page).flatMap((shape) => {
    const markup = shapeMarkup(shape, theme);
    return markup ? [{ shape, ...markup }] : [];
  });
  const { x, y, w, h } = boxAround(drawn.map(({ shape, box }) => ({ ...box, x: shape.x + box.x, y: shape.y + box.y })));
  // Places are told from the picture's corner: far from the board's origin an SVG's numbers are too coarse.
  const groups = drawn.map(({ shape, content }) =>
    element("g", { transform: `translate(${decimal(shape.x - x)} ${decimal(shape.y - y)})` }, content),
  );
  return documentOf(w, h, [
    element("title", {}, escapeXml(name)),
    ...(background.toLowerCase() === "transparent" ? [] : [element("rect", { fill: background, width: w, height: h })]),
    ...groups,
  ]);
}

function pageOf(board: Board, id: PageId): Page {
  const page = Object.hasOwn(board.pages, id) ? board.pages[id] : undefined;
  if (page) return page;
  throw new InktapeError("not-found", `The board has no page "${id}" at entry ${board.seq}: ask for one of its pages.`);
}

/** From the lowest to the highest. Strokes under construction lie above all that is finished. */
function shapesOnPage(board: Board, page: PageId): Shape[] {
  const finished = [...shapesOf(board)].filter((shape) => shape.page === page).sort(compareOrder);
  const active = Object.values(board.active)
    .filter(({ shape }) => shape.page === page)
    .map(({ shape, run }) => ({ ...shape, points: run.flatten() }));
  return [...finished, ...active.sort(compareOrder)];
}

/** In whole units, so that what is sharp on a board's grid is sharp in the picture. */
function boxAround(boxes: readonly Box[]): Box {
  const content = unionOf(boxes);
  if (!content) return EMPTY;
  const { x, y, w, h } = grow(content, MARGIN);
  const [left, top] = [Math.floor(x), Math.floor(y)];
  return { x: left, y: top, w: Math.ceil(x + w) - left, h: Math.ceil(y + h) - top };
}

function documentOf(width: number, height: number, elements: readonly string[]): string {
  const frame = { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}` };
  const inherited = {
    direction: "ltr",
    "font-family": UI_FONT,
    fill: "none",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  };
  return `${element("svg", { ...frame, ...inherited }, `\n${elements.join("\n")}\n`)}\n`;
}
