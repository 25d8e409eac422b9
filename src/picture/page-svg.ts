import type { Board, Page } from "../board/board.js";
import { isLine, lineInPlace } from "../board/binding.js";
import { cornersOf, grow, toBoard, unionOf, type Box } from "../board/bounds.js";
import { shapeAt, shapesOf } from "../board/leaves.js";
import { compareOrder } from "../board/order.js";
import { InktapeError } from "../signal/errors.js";
import type { PageId, ShapeId } from "../signal/ids.js";
import { propOf } from "../signal/optional.js";
import type { Shape } from "../signal/shape.js";
import { CustomShapes } from "./custom/custom-shapes.js";
import type { ShapeDefinition } from "./custom/define-shape.js";
import { clipOf, commonBox } from "./clip.js";
import { paperColor, themeOn, type Theme } from "./palette.js";
import { groupLook, shapeMarkup, type MarkupKit } from "./svg/shape-markup.js";
import { paperMarkup } from "./svg/paper-markup.js";
import type { HrefOf } from "./svg/parts-markup.js";
import { decimal, element, escapeXml } from "./svg/xml.js";
import { guessLine, type LineMeasure } from "./text-layout.js";
import { UI_FONT } from "./text.js";

export interface PageSvgOptions {
  /** Light unless it says otherwise. */
  readonly theme?: Theme;
  /** `#rrggbb`, or `transparent`. The colour of the page's paper unless it says otherwise. */
  readonly background?: string;
  /** The kinds of shapes that the app has declared; all others of its own are labelled boxes. */
  readonly shapes?: readonly ShapeDefinition[];
  /** Only these shapes, on no more than their own ground; all of the page's unless it says otherwise. */
  readonly only?: ReadonlySet<ShapeId>;
  /** How wide text is, so that it is broken where a canvas breaks it; a guess unless it says otherwise. */
  readonly measure?: LineMeasure;
  /** Where pictures are found; without it each is its alternative text. */
  readonly hrefOf?: HrefOf;
  /** `@font-face` rules for the document, with the fonts in them as `data:` addresses. */
  readonly fontCss?: string;
  /** Something for programs that read the document, as text; it goes into its `metadata`. */
  readonly data?: string;
}

/** What marks the `metadata` that has the text given as `data`. */
export const DATA_MARK = { "data-type": "inktape" } as const;

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
  const { name, paper } = pageOf(board, page);
  const color = paperColor(paper?.color ?? "", options.theme ?? "light");
  const { background = color, measure = guessLine, hrefOf = () => null, fontCss = "" } = options;
  if (!BACKGROUND.test(background)) {
    throw new InktapeError("bad-argument", `The background "${background}" is neither transparent nor #rrggbb.`);
  }
  const kit: MarkupKit = {
    theme: themeOn(color),
    page: color,
    measure,
    hrefOf,
    custom: new CustomShapes(options.shapes ?? []),
  };
  const drawn = shapesOnPage(board, page)
    .filter(({ id }) => options.only?.has(id) ?? true)
    .flatMap((shape) => drawnShape(board, shape, kit) ?? []);
  const picture = paper?.asset && !options.only ? [{ x: 0, y: 0, w: paper.w, h: paper.h }] : [];
  const frame = boxAround([...picture, ...drawn.map(({ box }) => box)]);
  return documentOf(frame.w, frame.h, [
    element("title", {}, escapeXml(name)),
    ...(options.data === undefined ? [] : [element("metadata", DATA_MARK, escapeXml(options.data))]),
    ...(fontCss === "" ? [] : [element("style", {}, escapeXml(fontCss))]),
    ...paperMarkup(options.only ? null : paper, frame, color, background, hrefOf),
    ...drawn.map((shape, index) => groupMarkup(shape, index, frame, kit)),
  ]);
}

/** A shape's elements, and where on the board they are seen. */
interface DrawnShape {
  readonly shape: Shape;
  readonly content: string;
  readonly clip: Box | null;
  readonly box: Box;
}

function drawnShape(board: Board, own: Shape, kit: MarkupKit): DrawnShape | null {
  const find = (id: ShapeId) => shapeAt(board, id);
  const shape = isLine(own) ? lineInPlace(own, find) : own;
  const markup = shapeMarkup(shape, kit);
  if (!markup) return null;
  const clip = clipOf(shape, find);
  const corners = cornersOf(markup.box).map((corner) => ({ ...toBoard(shape, corner), w: 0, h: 0 }));
  const around = unionOf(corners) ?? markup.box;
  const box = clip ? commonBox(around, clip) : around;
  return clip && (box.w === 0 || box.h === 0) ? null : { shape, content: markup.content, clip, box };
}

/** Places are told from the picture's corner: far from the board's origin an SVG's numbers are too coarse. */
function groupMarkup({ shape, content, clip }: DrawnShape, index: number, frame: Box, { theme }: MarkupKit): string {
  const { turn, look } = groupLook(shape, theme);
  const transform = `translate(${decimal(shape.x - frame.x)} ${decimal(shape.y - frame.y)})${turn}`;
  const group = element("g", { transform, ...look }, content);
  if (!clip) return group;
  const id = `frame${index}`;
  const rect = { x: clip.x - frame.x, y: clip.y - frame.y, width: clip.w, height: clip.h };
  const path = element("clipPath", { id }, element("rect", rect));
  return `${path}${element("g", { "clip-path": `url(#${id})` }, group)}`;
}

function pageOf(board: Board, id: PageId): Page {
  const page = Object.hasOwn(board.pages, id) ? board.pages[id] : undefined;
  if (page) return page;
  throw new InktapeError("not-found", `The board has no page "${id}" at entry ${board.seq}: ask for one of its pages.`);
}

/** From the lowest to the highest. Strokes under construction lie above all that is finished; lasers are no drawing. */
function shapesOnPage(board: Board, page: PageId): Shape[] {
  const finished = [...shapesOf(board)].filter((shape) => shape.page === page).sort(compareOrder);
  const active = Object.values(board.active)
    .filter(({ shape }) => shape.page === page && propOf(shape, "brush") !== "laser")
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
