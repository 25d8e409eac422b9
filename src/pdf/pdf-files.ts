import { InktapeError } from "../signal/errors.js";

/** What pdf.js asks for: a kind of file, and its name in the folder of that kind. */
interface Asked {
  readonly kind: string;
  readonly filename: string;
}

/** The folders of the package `pdfjs-dist` that have files of each kind. */
const FOLDERS: Readonly<Record<string, string>> = {
  cMapUrl: "cmaps",
  standardFontDataUrl: "standard_fonts",
  wasmUrl: "wasm",
};

/**
 * pdf.js's own files, from the folders `cmaps`, `standard_fonts` and `wasm` of the package `pdfjs-dist`: an app copies them
 * to where it is served from, for they are too many for a bundle. What cannot be had is left out of a page.
 */
export class PdfFiles {
  /** False since something was asked for that could not be had. */
  isComplete = true;
  /** What pdf.js makes to ask with. */
  readonly factory: new () => { fetch(asked: Asked): Promise<Uint8Array> };

  /** @param address the folder that they were copied to; undefined for nowhere. */
  constructor(address: string | undefined) {
    const read = async (asked: Asked) => {
      try {
        return await fetchFile(address, asked);
      } catch (error) {
        this.isComplete = false;
        throw error;
      }
    };
    this.factory = class {
      readonly fetch = read;
    };
  }
}

async function fetchFile(address: string | undefined, { kind, filename }: Asked): Promise<Uint8Array> {
  if (address === undefined) {
    throw new InktapeError(
      "not-found",
      `This PDF takes ${filename} of pdfjs-dist, and the app does not say where it is.`,
    );
  }
  const folder = new URL(address.replace(/\/?$/, "/"), document.baseURI);
  const url = new URL(`${FOLDERS[kind] ?? kind}/${filename}`, folder);
  const response = await fetch(url);
  if (response.ok) return new Uint8Array(await response.arrayBuffer());
  throw new InktapeError("not-found", `${url.href} cannot be had: the server answered ${response.status}.`);
}
