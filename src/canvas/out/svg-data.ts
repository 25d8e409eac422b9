import { assetsFromJson, type DocumentAsset, type DocumentAssets } from "../../document/assets.js";
import { documentFromJson, documentToJson } from "../../document/board-json.js";
import type { BoardDocument } from "../../document/document.js";
import { parseJson } from "../../document/json-values.js";
import { DATA_MARK } from "../../picture/page-svg.js";
import { fromBase64 } from "../../signal/base64.js";
import { isInktapeError } from "../../signal/errors.js";

/** What an SVG of ours holds besides its looks. */
export interface SvgContent {
  readonly document: BoardDocument;
  readonly assets: DocumentAssets;
}

/** What is no letter in XML, and stands in JSON as it is. */
const NO_LETTERS = /[\ufffe\uffff]/g;
const ADDRESS = /^data:([^;,]*);base64,(.*)$/s;

/** The text that an SVG carries a document as; its pictures are in the SVG already, but for those given. */
export function svgData(document: BoardDocument, assets: DocumentAssets): string {
  const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16)}`;
  return JSON.stringify(documentToJson(document, assets)).replace(NO_LETTERS, escaped);
}

/** The document in an SVG that was saved from a board; null for any other SVG, and for one that was changed too much. */
export function documentInSvg(text: string): SvgContent | null {
  const svg = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  const [[name, value]] = Object.entries(DATA_MARK) as [[string, string]];
  const data = [...svg.children].find((child) => child.localName === "metadata" && child.getAttribute(name) === value);
  if (!data) return null;
  try {
    const json = parseJson(data.textContent ?? "");
    const carried = assetsFromJson(json);
    return { document: documentFromJson(json), assets: new Map([...picturesIn(svg), ...carried]) };
  } catch (error) {
    if (isInktapeError(error, "bad-bytes")) return null;
    throw error;
  }
}

function picturesIn(svg: Element): Map<string, DocumentAsset> {
  return new Map(
    [...svg.querySelectorAll("image[data-asset]")].flatMap((image) => {
      const address = ADDRESS.exec(image.getAttribute("href") ?? "");
      if (!address) return [];
      const [, mediaType = "", base64 = ""] = address;
      return [[image.getAttribute("data-asset") ?? "", { mediaType, bytes: fromBase64(base64) }] as const];
    }),
  );
}
