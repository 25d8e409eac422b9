import type { Board } from "../board/board.js";
import { FIRST_PAGE } from "../board/board.js";
import { placed, type Fragment } from "../editing/fragment.js";
import type { ShapeId } from "../signal/ids.js";
import type { Json, Paper } from "../signal/signal.js";
import { assetsToJson, NO_ASSETS, type DocumentAssets } from "./assets.js";
import { documentOf, type BoardDocument, type DocumentPage } from "./document.js";
import { notA } from "./file-error.js";
import { listAt, numberAt, objectAt, textAt } from "./json-values.js";
import { shapeFromJson, shapeToJson } from "./shape-json.js";

/** What `type` says in a file of ours, and in what is copied. */
export const DOCUMENT_TYPE = "inktape";
export const CLIPBOARD_TYPE = "inktape/clipboard";
/** The newest form of both that this version writes and reads. */
export const JSON_VERSION = 1;

/**
 * The drawings of a board as JSON: `{ type: "inktape", version, pages: [{ name, paper, shapes }], assets }`, with the
 * shapes of a page from the lowest to the highest, and without `assets` where no pictures are given. Ids and group names
 * are counted anew, so that equal drawings give equal JSON. Throws `bad-argument` for ink that is not loaded.
 */
export function boardToJson(board: Board, assets?: DocumentAssets): Json {
  return documentToJson(documentOf(board), assets);
}

/** The same for a document. */
export function documentToJson({ pages }: BoardDocument, assets: DocumentAssets = NO_ASSETS): Json {
  const renumber = counting();
  return {
    type: DOCUMENT_TYPE,
    version: JSON_VERSION,
    pages: pages.map(({ name, paper, shapes }) => ({
      name,
      paper: paper && { ...paper },
      shapes: renumber(shapes).map(shapeToJson),
    })),
    ...carried(assets),
  };
}

/** The document that JSON is. Throws `bad-bytes`, saying what is wrong and where. */
export function documentFromJson(json: unknown): BoardDocument {
  const file = headed(json, DOCUMENT_TYPE);
  return { pages: listAt(file.pages, "pages").map((page, index) => pageFromJson(page, `pages[${index}]`)) };
}

/** What is copied, as JSON: `{ type: "inktape/clipboard", version, shapes, assets }`. */
export function fragmentToJson(fragment: Fragment, assets: DocumentAssets = NO_ASSETS): Json {
  const shapes = counting()(fragment).map(shapeToJson);
  return { type: CLIPBOARD_TYPE, version: JSON_VERSION, shapes, ...carried(assets) };
}

/** What was copied. Throws as {@link documentFromJson} does. */
export function fragmentFromJson(json: unknown): Fragment {
  return shapesFromJson(headed(json, CLIPBOARD_TYPE).shapes, "shapes");
}

function carried(assets: DocumentAssets): { readonly [name: string]: Json } {
  return assets.size === 0 ? {} : { assets: assetsToJson(assets) };
}

function headed(json: unknown, type: string) {
  const file = objectAt(json, "its content");
  if (file.type !== type) throw notA(`is not "${type}"`, "type");
  if (numberAt(file.version, "version") > JSON_VERSION) {
    throw notA(`is ${String(file.version)}, and this version of inktape knows 1 to ${JSON_VERSION} only`, "version");
  }
  return file;
}

function pageFromJson(json: unknown, where: string): DocumentPage {
  const { name, paper, shapes } = objectAt(json, where);
  return {
    name: textAt(name, `${where}.name`),
    paper: paper === null || paper === undefined ? null : paperFromJson(paper, `${where}.paper`),
    shapes: shapesFromJson(shapes, `${where}.shapes`),
  };
}

function paperFromJson(json: unknown, where: string): Paper {
  const { color, pattern, asset, w, h } = objectAt(json, where);
  return {
    color: textAt(color, `${where}.color`),
    pattern: textAt(pattern, `${where}.pattern`),
    asset: textAt(asset, `${where}.asset`),
    w: numberAt(w, `${where}.w`),
    h: numberAt(h, `${where}.h`),
  };
}

function shapesFromJson(json: unknown, where: string): Fragment {
  const shapes = listAt(json, where).map((shape, index) => shapeFromJson(shape, `${where}[${index}]`));
  const seen = new Set<ShapeId>();
  shapes.forEach(({ id }, index) => {
    if (seen.has(id)) throw notA(`is the number of another shape, too`, `${where}[${index}].id`);
    seen.add(id);
  });
  return shapes;
}

/** Gives shapes and groups numbers from 1, in the order in which they come. */
function counting(): (fragment: Fragment) => Fragment {
  let [shapes, groups] = [0, 0];
  const newId = () => (shapes += 1) as ShapeId;
  const newGroup = () => `${(groups += 1)}`;
  return (fragment) => placed(fragment, { page: FIRST_PAGE, dx: 0, dy: 0, top: null, newId, newGroup });
}
